import { Popover } from '@mantine/core'
import { type ReactNode, useState } from 'react'
import { ChipButton } from './ChipButton.tsx'
import classes from './ChipField.module.css'

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
  return (
    <Popover opened={opened} onChange={setOpened} width={width} trapFocus returnFocus>
      <Popover.Target>
        <ChipButton
          label={label}
          words={words}
          display={display}
          keys={keys}
          isOpen={opened}
          disabledReason={disabledReason}
          onClick={() => setOpened(!opened)}
        />
      </Popover.Target>
      <Popover.Dropdown aria-label={label} className={classes.form ?? ''}>
        {children(() => setOpened(false))}
      </Popover.Dropdown>
    </Popover>
  )
}
