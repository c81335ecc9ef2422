import { type CustomField, customFields } from '@deskhand/contract'
import { NativeSelect, NumberInput, TextInput } from '@mantine/core'
import { useRead } from '../api.ts'
import { PersonAnswer } from '../forms/fields/PersonAnswer.tsx'
import { customFieldWords as words } from './words.ts'

export type UsableField = Pick<CustomField, 'key' | 'label' | 'type' | 'options'>
type Value = string | number | boolean

/** The company's own fields in use. */
export const useOwnFields = (): readonly UsableField[] =>
  useRead(customFields.usable, {}, { staleTime: 300_000 }).data?.data ?? []

/** What a field begins with where somebody says what is to be in it. */
export const firstValue = ({ type, options }: UsableField): Value => {
  if (type === 'yesNo') return true
  return type === 'choice' ? (options[0]?.value ?? '') : ''
}

type OwnValueProps = {
  field: UsableField
  label: string
  value: unknown
  onChange: (value: Value) => void
}

/** A value for an own field, by its type. */
export function OwnValue({ field, label, value, onChange }: OwnValueProps) {
  const said = { 'aria-label': label }
  const text = typeof value === 'string' ? value : ''
  switch (field.type) {
    case 'choice':
      return (
        <NativeSelect
          {...said}
          data={field.options.map((option) => ({ ...option }))}
          value={text}
          onChange={(event) => onChange(event.currentTarget.value)}
        />
      )
    case 'yesNo':
      return (
        <NativeSelect
          {...said}
          data={[
            { value: 'true', label: words.yes },
            { value: 'false', label: words.no },
          ]}
          value={String(value !== false)}
          onChange={(event) => onChange(event.currentTarget.value === 'true')}
        />
      )
    case 'number':
      return (
        <NumberInput
          {...said}
          hideControls
          value={typeof value === 'number' ? value : ''}
          onChange={(next) => onChange(typeof next === 'number' ? next : '')}
        />
      )
    case 'date':
      return (
        <TextInput
          {...said}
          type="date"
          value={text}
          onChange={(event) => onChange(event.currentTarget.value)}
        />
      )
    case 'person':
      return (
        <PersonAnswer
          id={`own-${field.key}`}
          label={label}
          value={text || null}
          onChange={(next) => onChange(typeof next === 'string' ? next : '')}
        />
      )
    case 'line':
      return (
        <TextInput
          {...said}
          maxLength={500}
          value={text}
          onChange={(event) => onChange(event.currentTarget.value)}
        />
      )
  }
}
