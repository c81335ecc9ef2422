import { Popover, Tooltip } from '@mantine/core'
import { type ReactNode, useState } from 'react'
import classes from './ChipField.module.css'
import { classNames } from './classNames.ts'
import { keyNames } from './keyNames.ts'
import { fieldWords } from './words.ts'

type ChipPopoverProps = {
  label: string
  words: string | null
  display?: ReactNode
  keys?: string
  opened?: boolean
  onOpenedChange?: (opened: boolean) => void
  disabledReason?: string | null | undefined
  width?: number
  /** What opens: a date, tags, a small form. */
  children: (close: () => void) => ReactNode
}

/** ChipField's sister for values that are not picked from a list. */
export function ChipPopover(props: ChipPopoverProps) {
  const { label, words, display, keys, disabledReason, width = 280, children } = props
  const [ownOpened, setOwnOpened] = useState(false)
  const opened = props.opened ?? ownOpened
  const setOpened = (next: boolean) => {
    setOwnOpened(next)
    props.onOpenedChange?.(next)
  }
  const hint = disabledReason ?? (keys ? `${label}  ${keyNames(keys)}` : label)
  return (
    <Popover opened={opened} onChange={setOpened} width={width} trapFocus returnFocus>
      <Popover.Target>
        <Tooltip label={hint} disabled={opened}>
          <button
            type="button"
            className={classes.chip}
            aria-label={fieldWords.change(label, words ?? fieldWords.none)}
            aria-disabled={disabledReason ? true : undefined}
            aria-description={disabledReason ?? undefined}
            onClick={() => {
              if (!disabledReason) setOpened(!opened)
            }}
          >
            <span className={classNames(classes.value, words === null && classes.none)}>
              {display ?? words ?? label}
            </span>
          </button>
        </Tooltip>
      </Popover.Target>
      <Popover.Dropdown aria-label={label}>{children(() => setOpened(false))}</Popover.Dropdown>
    </Popover>
  )
}
