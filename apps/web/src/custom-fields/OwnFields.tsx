import type { Answers } from '@deskhand/contract'
import { Select } from '@mantine/core'
import { X } from 'lucide-react'
import { Icon } from '../ui/Icon.tsx'
import { IconButton } from '../ui/IconButton.tsx'
import classes from './OwnFields.module.css'
import { firstValue, OwnValue, useOwnFields } from './OwnValue.tsx'
import { customFieldWords as words } from './words.ts'

type OwnFieldsProps = {
  value: Answers
  onChange: (fields: Answers) => void
  errorOf: (key: string) => string | null
}

/** Which of the company's own fields are to be filled in, and with what; nothing where there are none. */
export function OwnFields({ value, onChange, errorOf }: OwnFieldsProps) {
  const own = useOwnFields()
  if (own.length === 0) return null
  const rest = own.filter(({ key }) => !(key in value))
  return (
    <>
      {own
        .filter(({ key }) => key in value)
        .map((field) => (
          <div key={field.key} className={classes.row}>
            <span>{words.fills(field.label)}</span>
            <OwnValue
              field={field}
              label={words.fills(field.label)}
              value={value[field.key]}
              onChange={(next) => onChange({ ...value, [field.key]: next })}
            />
            <IconButton
              size="small"
              label={words.fillsNot(field.label)}
              icon={<Icon of={X} />}
              onPress={() =>
                onChange(Object.fromEntries(Object.entries(value).filter(([key]) => key !== field.key)))
              }
            />
            {errorOf(field.key) ? <p role="alert">{errorOf(field.key)}</p> : null}
          </div>
        ))}
      {rest.length > 0 ? (
        <Select
          label={words.fillField}
          placeholder={words.asItIs}
          data={rest.map(({ key, label }) => ({ value: key, label }))}
          value={null}
          onChange={(key) => {
            const field = rest.find((one) => one.key === key)
            if (field) onChange({ ...value, [field.key]: firstValue(field) })
          }}
        />
      ) : null}
    </>
  )
}
