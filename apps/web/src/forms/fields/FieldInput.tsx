import type { AnswerValue, AskedField } from '@deskhand/contract'
import { Checkbox, NumberInput, Radio, Select, Textarea, TextInput } from '@mantine/core'
import { PinAnswer } from '../../floor-plans/PinAnswer.tsx'
import { answerId } from '../answerId.ts'
import type { FormSurroundings } from '../FormFields.tsx'
import { fieldWords as words } from '../words.ts'
import { DateAnswer, MomentAnswer } from './DateAnswer.tsx'
import classes from './FieldInput.module.css'
import { FileAnswer } from './FileAnswer.tsx'
import { LinesAnswer } from './LinesAnswer.tsx'
import { MoneyAnswer } from './MoneyAnswer.tsx'
import { PersonAnswer } from './PersonAnswer.tsx'

export type FieldInputProps = FormSurroundings & {
  field: AskedField
  isRequired: boolean
  value: AnswerValue
  onChange: (value: AnswerValue) => void
  onLeave: () => void
  faults: ReadonlyMap<string, string>
}

/** More choices than this are a list to open. */
const few = 6
const text = (value: AnswerValue) => (typeof value === 'string' ? value : '')
const textsOf = (value: AnswerValue) => (Array.isArray(value) ? value.map(String) : [])

/** The control that fits the field's type; label above, help below, its fault under it. */
export function FieldInput(props: FieldInputProps) {
  const { field, value, onChange, onLeave, isRequired, faults } = props
  const said = {
    id: answerId(field.key),
    label: field.label,
    description:
      'isEncrypted' in field && field.isEncrypted ? (field.help ?? words.encrypted) : (field.help ?? null),
    error: faults.get(field.key) ?? null,
    required: isRequired,
    onBlur: onLeave,
  }
  switch (field.type) {
    case 'line':
      return (
        <TextInput
          {...said}
          maxLength={field.maxLength ?? 500}
          value={text(value)}
          autoComplete={field.isEncrypted ? 'off' : undefined}
          onChange={(event) => onChange(event.currentTarget.value)}
        />
      )
    case 'text':
      return (
        <Textarea
          {...said}
          autosize
          minRows={3}
          maxRows={14}
          maxLength={field.maxLength ?? 10_000}
          value={text(value)}
          onChange={(event) => onChange(event.currentTarget.value)}
        />
      )
    case 'number':
      return (
        <NumberInput
          {...said}
          className={classes.short ?? ''}
          value={typeof value === 'number' ? value : ''}
          decimalScale={field.decimals}
          suffix={field.unit ? ` ${field.unit}` : ''}
          thousandSeparator=" "
          hideControls
          onChange={(next) => onChange(typeof next === 'number' ? next : null)}
        />
      )
    case 'money':
      return <MoneyAnswer {...said} currencies={field.currencies} value={value} onChange={onChange} />
    case 'date':
      return <DateAnswer {...said} field={field} today={props.today} value={value} onChange={onChange} />
    case 'dateTime':
      return <MomentAnswer {...said} value={value} onChange={onChange} />
    case 'choice':
      return field.options.length > few ? (
        <Select
          {...said}
          searchable
          clearable={!isRequired}
          placeholder={words.choose}
          data={field.options.map((option) => ({ ...option }))}
          value={text(value) || null}
          onChange={(next) => onChange(next)}
        />
      ) : (
        <Radio.Group {...said} value={text(value)} onChange={(next) => onChange(next)}>
          <div className={classes.choices}>
            {field.options.map((option) => (
              <Radio key={option.value} value={option.value} label={option.label} />
            ))}
          </div>
        </Radio.Group>
      )
    case 'choices':
      return (
        <Checkbox.Group {...said} value={textsOf(value)} onChange={(next) => onChange(next)}>
          <div className={classes.choices}>
            {field.options.map((option) => (
              <Checkbox key={option.value} value={option.value} label={option.label} />
            ))}
          </div>
        </Checkbox.Group>
      )
    case 'yesNo':
      return (
        <Radio.Group
          {...said}
          value={typeof value === 'boolean' ? String(value) : ''}
          onChange={(next) => onChange(next === 'true')}
        >
          <div className={classes.pair}>
            <Radio value="true" label={words.yes} />
            <Radio value="false" label={words.no} />
          </div>
        </Radio.Group>
      )
    case 'person':
      return <PersonAnswer {...said} value={text(value) || null} onChange={onChange} />
    case 'site':
    case 'department':
      return (
        <Select
          {...said}
          searchable
          clearable={!isRequired}
          placeholder={words.choose}
          data={[...(field.type === 'site' ? props.sites : props.departments)]}
          value={text(value) || null}
          onChange={(next) => onChange(next)}
        />
      )
    case 'asset': {
      const things = props.things ?? []
      return (
        <Select
          {...said}
          searchable
          clearable={!isRequired}
          placeholder={things.length > 0 ? words.choose : words.noThings}
          data={things.map(({ id, name, assetTag }) => ({ value: id, label: `${name} (${assetTag})` }))}
          value={text(value) || null}
          onChange={(next) => onChange(next)}
        />
      )
    }
    case 'pin':
      return <PinAnswer {...said} site={props.facts.site} value={value} onChange={onChange} />
    case 'file':
      return (
        <FileAnswer
          {...said}
          maxFiles={field.maxFiles}
          onlyPictures={field.onlyPictures}
          value={textsOf(value)}
          onChange={onChange}
        />
      )
    case 'signature':
      return (
        <TextInput
          {...said}
          description={field.statement ?? field.help ?? null}
          placeholder={words.sign}
          autoComplete="name"
          value={typeof value === 'object' && value && 'name' in value ? String(value.name) : ''}
          onChange={(event) =>
            onChange(event.currentTarget.value === '' ? null : { name: event.currentTarget.value })
          }
        />
      )
    case 'lines':
      return <LinesAnswer {...props} field={field} />
  }
}
