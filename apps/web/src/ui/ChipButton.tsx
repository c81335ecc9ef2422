import type { ComponentProps, ReactNode } from 'react'
import classes from './ChipField.module.css'
import { classNames } from './classNames.ts'
import { keyNames } from './keyNames.ts'
import { fieldWords } from './words.ts'

type ChipButtonProps = Omit<ComponentProps<'button'>, 'value'> & {
  label: string
  words: string | null
  display?: ReactNode
  keys?: string | undefined
  isOpen: boolean
  disabledReason?: string | null | undefined
  pending?: boolean
}

/** Bare text in a box of its own, so that it ends with … where there is no room. */
export const chipFace = (face: ReactNode) =>
  typeof face === 'string' ? <span className={classes.text}>{face}</span> : face

/** The face of ChipField and ChipPopover. Mantine's targets add to it what opens and describes it. */
export function ChipButton(props: ChipButtonProps) {
  const { label, words, display, keys, isOpen, disabledReason, pending, onClick, ...rest } = props
  const hint = disabledReason ?? (keys ? `${label}  ${keyNames(keys)}` : label)
  return (
    <button
      {...rest}
      type="button"
      className={classes.chip}
      aria-expanded={isOpen}
      aria-label={fieldWords.change(label, words ?? fieldWords.none)}
      aria-disabled={disabledReason ? true : undefined}
      aria-description={disabledReason ?? undefined}
      data-hint={isOpen ? undefined : hint}
      onClick={(event) => {
        if (!disabledReason) onClick?.(event)
      }}
    >
      <span className={classNames(classes.value, pending && classes.pending, words === null && classes.none)}>
        {chipFace(display ?? words ?? label)}
      </span>
    </button>
  )
}
