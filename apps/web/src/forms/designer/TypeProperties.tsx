import type { AskedField, FormDefinition, FormField } from '@deskhand/contract'
import { Checkbox, NumberInput, Select, TagsInput, Textarea, TextInput } from '@mantine/core'
import { MoneyAnswer } from '../fields/MoneyAnswer.tsx'
import { ColumnList } from './ColumnList.tsx'
import { OptionLines } from './OptionLines.tsx'
import classes from './Slots.module.css'
import { designerWords as words } from './words.ts'

type TypePropertiesProps = {
  definition: FormDefinition
  field: AskedField
  onChange: (field: FormField) => void
}

/** What only a field of this type can be told. */
export function TypeProperties({ definition, field, onChange }: TypePropertiesProps) {
  /** Sets a property, or takes it away where nothing is said. */
  const set = (name: string, value: unknown) => {
    const { [name]: _, ...rest } = field as Record<string, unknown>
    const next = value === undefined || value === '' ? rest : { ...rest, [name]: value }
    // Only properties of this type are set here, each from a control of its kind.
    onChange(next as FormField)
  }
  const number = (name: string, label: string, value: number | undefined) => (
    <NumberInput
      label={label}
      hideControls
      value={value ?? ''}
      onChange={(next) => set(name, typeof next === 'number' ? next : undefined)}
    />
  )
  switch (field.type) {
    case 'line':
      return (
        <>
          <div className={classes.pair}>
            {number('minLength', words.minLength, field.minLength)}
            {number('maxLength', words.maxLength, field.maxLength)}
          </div>
          <TextInput
            label={words.pattern}
            description={words.patternAbout}
            value={field.pattern ?? ''}
            onChange={(event) => set('pattern', event.currentTarget.value)}
          />
          {field.pattern ? (
            <TextInput
              label={words.patternHelp}
              value={field.patternHelp ?? ''}
              onChange={(event) => set('patternHelp', event.currentTarget.value)}
            />
          ) : null}
        </>
      )
    case 'text':
      return (
        <div className={classes.pair}>
          {number('minLength', words.minLength, field.minLength)}
          {number('maxLength', words.maxLength, field.maxLength)}
        </div>
      )
    case 'number':
      return (
        <>
          <div className={classes.pair}>
            {number('min', words.min, field.min)}
            {number('max', words.max, field.max)}
          </div>
          <div className={classes.pair}>
            {number('decimals', words.decimals, field.decimals)}
            <TextInput
              label={words.unit}
              value={field.unit ?? ''}
              onChange={(event) => set('unit', event.currentTarget.value)}
            />
          </div>
        </>
      )
    case 'money': {
      const currency = field.currencies[0] ?? 'EUR'
      const limit = (name: 'min' | 'max', label: string) => (
        <MoneyAnswer
          id={`limit-${name}`}
          label={label}
          currencies={[currency]}
          value={field[name] === undefined ? null : { amount: field[name] ?? '0', currency }}
          onChange={(next) =>
            set(name, typeof next === 'object' && next && 'amount' in next ? next.amount : undefined)
          }
        />
      )
      return (
        <>
          <TagsInput
            label={words.currencies}
            data={['EUR', 'USD', 'GBP', 'CHF']}
            value={field.currencies}
            onChange={(next) => {
              const codes = next.map((code) => code.toUpperCase()).filter((code) => /^[A-Z]{3}$/.test(code))
              if (codes.length > 0) set('currencies', codes)
            }}
          />
          <Checkbox
            label={words.orRated}
            description={words.orRatedHelp}
            checked={field.orRated ?? false}
            onChange={(event) => set('orRated', event.currentTarget.checked)}
          />
          <div className={classes.pair}>
            {limit('min', words.min)}
            {limit('max', words.max)}
          </div>
        </>
      )
    }
    case 'date':
      return (
        <>
          {(['notBefore', 'notAfter'] as const).map((name) => (
            <Select
              key={name}
              label={words[name]}
              allowDeselect={false}
              data={[
                { value: '', label: words.bounds.none },
                { value: 'today', label: words.bounds.today },
                ...definition.sections
                  .flatMap(({ fields }) => fields)
                  .filter((other) => other.type === 'date' && other.key !== field.key)
                  .map((other) => ({ value: `answer:${other.key}`, label: other.label })),
              ]}
              value={boundText(field[name])}
              onChange={(next) =>
                set(name, next?.startsWith('answer:') ? { answer: next.slice(7) } : next || undefined)
              }
            />
          ))}
        </>
      )
    case 'choice':
    case 'choices':
      return <OptionLines options={field.options} onChange={(options) => onChange({ ...field, options })} />
    case 'file':
      return (
        <>
          {number('maxFiles', words.maxFiles, field.maxFiles)}
          <Checkbox
            label={words.onlyPictures}
            checked={field.onlyPictures}
            onChange={(event) => onChange({ ...field, onlyPictures: event.currentTarget.checked })}
          />
        </>
      )
    case 'signature':
      return (
        <Textarea
          label={words.statement}
          autosize
          value={field.statement ?? ''}
          onChange={(event) => set('statement', event.currentTarget.value)}
        />
      )
    case 'lines':
      return <ColumnList field={field} onChange={onChange} />
    default:
      return null
  }
}

const boundText = (bound: Extract<AskedField, { type: 'date' }>['notBefore']) =>
  bound === undefined ? '' : typeof bound === 'string' ? bound : `answer:${bound.answer}`
