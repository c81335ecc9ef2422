import { Combobox, useCombobox } from '@mantine/core'
import { type ReactNode, useEffect, useState } from 'react'
import { ChipButton, chipFace } from './ChipButton.tsx'
import classes from './ChipField.module.css'
import { classNames } from './classNames.ts'
import { fieldWords } from './words.ts'

export type ChipOption = {
  value: string
  label: string
  glyph?: ReactNode
  about?: string
  group?: string
  /** Why it cannot be picked now; it is shown, greyed, with the reason under it, or above all where it is that of all. */
  disabledReason?: string | null
}

export type ChipFieldProps = {
  /** The property's name: "Assignee". */
  label: string
  /** The value picked now, or null. */
  value: string | null
  /** The value in words, for screen readers and as text when there is no `display`. */
  words: string | null
  /** How the value looks; words when missing. */
  display?: ReactNode
  options: readonly ChipOption[]
  onPick: (value: string) => void
  /** For long lists that the server searches; otherwise options are filtered here. */
  onSearch?: (text: string) => void
  /** A search box above the options; on by default from nine options on. */
  searchable?: boolean
  /** The key that opens it, shown as a hint. */
  keys?: string
  opened?: boolean
  onOpenedChange?: (opened: boolean) => void
  /** Text instead of a control. */
  readOnly?: boolean
  disabledReason?: string | null | undefined
  /** Shown but not yet confirmed by the server. */
  pending?: boolean
}

const matches = (option: ChipOption, text: string) =>
  `${option.label} ${option.about ?? ''}`.toLowerCase().includes(text.trim().toLowerCase())

/** The inline edit control of every property: text at rest, a list of choices when pressed. */
export function ChipField(props: ChipFieldProps) {
  const { label, value, words, display, options, onPick, onSearch, keys, readOnly, disabledReason, pending } =
    props
  const searchable = props.searchable ?? (onSearch !== undefined || options.length > 8)
  const [text, setText] = useState('')
  const combobox = useCombobox({
    ...(props.opened !== undefined && { opened: props.opened }),
    ...(props.onOpenedChange && { onOpenedChange: props.onOpenedChange }),
    onDropdownClose: () => {
      combobox.resetSelectedOption()
      combobox.focusTarget()
      setText('')
      onSearch?.('')
    },
  })

  const isOpen = combobox.dropdownOpened
  // biome-ignore lint/correctness/useExhaustiveDependencies: opening alone moves focus and cursor
  useEffect(() => {
    if (!isOpen) return
    if (searchable) combobox.focusSearchInput()
    // Opened by its key, it has to hear the arrows.
    else combobox.focusTarget()
    const frame = requestAnimationFrame(() => combobox.selectActiveOption())
    return () => cancelAnimationFrame(frame)
  }, [isOpen])

  // Said once, where nothing can be picked and for the same reason.
  const [first] = options
  const sharedReason =
    options.length > 1 && options.every(({ disabledReason }) => disabledReason === first?.disabledReason)
      ? first?.disabledReason
      : null
  const shown = onSearch || text === '' ? options : options.filter((option) => matches(option, text))
  if (readOnly) {
    return (
      <span className={classNames(classes.chip, classes.still)}>
        <span className="visually-hidden">{label}: </span>
        <span className={classNames(classes.value, words === null && classes.none)}>
          {chipFace(display ?? words ?? label)}
        </span>
      </span>
    )
  }
  return (
    <Combobox
      store={combobox}
      width={260}
      position="bottom-start"
      keepMounted={false}
      readOnly={Boolean(disabledReason)}
      onOptionSubmit={(picked) => {
        combobox.closeDropdown()
        if (picked !== value) onPick(picked)
      }}
    >
      <Combobox.Target targetType="button" withExpandedAttribute>
        <ChipButton
          label={label}
          words={words}
          display={display}
          keys={keys}
          isOpen={isOpen}
          disabledReason={disabledReason}
          pending={pending ?? false}
          onClick={() => combobox.toggleDropdown()}
        />
      </Combobox.Target>
      <Combobox.Dropdown>
        {sharedReason ? <p className={classes.reason}>{sharedReason}</p> : null}
        {searchable ? (
          <Combobox.Search
            value={text}
            placeholder={fieldWords.search(label)}
            aria-label={fieldWords.search(label)}
            onChange={(event) => {
              setText(event.currentTarget.value)
              onSearch?.(event.currentTarget.value)
              combobox.updateSelectedOptionIndex()
            }}
          />
        ) : null}
        <Combobox.Options
          className={classes.options}
          aria-label={label}
          aria-description={sharedReason ?? undefined}
        >
          {shown.length === 0 ? (
            <Combobox.Empty>{fieldWords.nothingFound}</Combobox.Empty>
          ) : (
            <Choices options={shown} value={value} reason={sharedReason} />
          )}
        </Combobox.Options>
      </Combobox.Dropdown>
    </Combobox>
  )
}

type ChoicesProps = {
  options: readonly ChipOption[]
  value: string | null
  /** Said above them already. */
  reason: string | null | undefined
}

function Choices({ options, value, reason }: ChoicesProps) {
  const groups = [...new Set(options.map(({ group }) => group))]
  return groups.map((group) => {
    const choices = options
      .filter((option) => option.group === group)
      .map((option) => (
        <Choice key={option.value} option={option} active={option.value === value} reason={reason} />
      ))
    return group ? (
      <Combobox.Group key={group} label={group}>
        {choices}
      </Combobox.Group>
    ) : (
      choices
    )
  })
}

type ChoiceProps = { option: ChipOption; active: boolean; reason: string | null | undefined }

function Choice({ option, active, reason }: ChoiceProps) {
  const about = reason ? option.about : (option.disabledReason ?? option.about)
  return (
    <Combobox.Option
      value={option.value}
      active={active}
      disabled={Boolean(option.disabledReason)}
      aria-disabled={Boolean(option.disabledReason)}
      className={classes.option}
    >
      {option.glyph}
      <span className={classes.optionWords}>
        {option.label}
        {about ? <span className={classes.about}>{about}</span> : null}
      </span>
    </Combobox.Option>
  )
}
