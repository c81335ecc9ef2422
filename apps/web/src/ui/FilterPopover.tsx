import { Popover } from '@mantine/core'
import { type ReactNode, useState } from 'react'
import { FilterFace } from './FilterField.tsx'

type FilterPopoverProps = {
  field: string
  /** The value in words; nothing while the filter is not set. */
  words: string | null
  onClear: () => void
  /** What opens: a text, a range of days. */
  children: (close: () => void) => ReactNode
}

/** FilterField's sister for values that are typed. */
export function FilterPopover({ field, words, onClear, children }: FilterPopoverProps) {
  const [opened, setOpened] = useState(false)
  return (
    <Popover opened={opened} onChange={setOpened} width={280} trapFocus returnFocus>
      <FilterFace field={field} labels={words === null ? [] : [words]} onClear={onClear}>
        {(face, look) => (
          <Popover.Target>
            <button type="button" className={look} onClick={() => setOpened(!opened)}>
              {face}
            </button>
          </Popover.Target>
        )}
      </FilterFace>
      <Popover.Dropdown aria-label={field}>{children(() => setOpened(false))}</Popover.Dropdown>
    </Popover>
  )
}
