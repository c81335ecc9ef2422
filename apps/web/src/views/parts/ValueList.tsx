import { Combobox } from '@mantine/core'
import { Check } from 'lucide-react'
import classes from '../../ui/ViewBar.module.css'
import { fieldWords } from '../../ui/words.ts'
import type { ValueOption } from '../useValueOptions.ts'

type ValueListProps = { label: string; options: readonly ValueOption[]; picked: readonly string[] }

/** What one picks from, with a mark at what is picked. */
export function ValueList({ label, options, picked }: ValueListProps) {
  return (
    <Combobox.Options className={classes.options} aria-label={label}>
      {options.length === 0 ? <Combobox.Empty>{fieldWords.nothingFound}</Combobox.Empty> : null}
      {options.map((option) => (
        <Combobox.Option
          key={option.value}
          value={option.value}
          active={picked.includes(option.value)}
          className={classes.option}
        >
          <span className={classes.optionLabel}>{option.label}</span>
          {picked.includes(option.value) ? <Check size={14} strokeWidth={2} aria-hidden="true" /> : null}
        </Combobox.Option>
      ))}
    </Combobox.Options>
  )
}

/** Those that hold what was typed, and what was typed itself where nothing is it: any tag, any date. */
export function narrowed(options: readonly ValueOption[], text: string, isFree: (text: string) => boolean) {
  const needle = text.trim().toLowerCase()
  if (needle === '') return options
  const fitting = options.filter(({ label, value }) => `${label} ${value}`.toLowerCase().includes(needle))
  const isKnown = fitting.some(({ value }) => value.toLowerCase() === needle)
  return !isKnown && isFree(needle) ? [...fitting, { value: needle, label: needle }] : fitting
}
