import { readOwnFilter } from '@deskhand/contract'
import { NativeSelect, TextInput } from '@mantine/core'
import { useState } from 'react'
import { Button } from '../../ui/Button.tsx'
import { FilterPopover } from '../../ui/FilterPopover.tsx'
import { Form } from '../../ui/Form.tsx'
import classes from '../AssetsPage.module.css'
import type { AssetFilters } from '../filters.ts'
import { useOwnFields } from '../useOwnFields.ts'
import { filterWords as words } from '../words.ts'

const hows = Object.entries(words.ownIs).map(([value, label]) => ({ value, label }))

/** By what an own field holds; there where the kinds that are shown have any. */
export function OwnFieldFilter({ filters: { set, values, change } }: { filters: AssetFilters }) {
  const fields = useOwnFields(values('categoryId'))
  const labelOf = (key: string) => fields.find((one) => one.key === key)?.label ?? key
  if (fields.length === 0 && !set.own) return null
  const said = (set.own ?? '')
    .split(',')
    .filter(Boolean)
    .map((one) => {
      const { key, than, value } = readOwnFilter(one)
      const how = than ?? ''
      return words.ownSaid(labelOf(key), words.ownIs[how] ?? how, value)
    })
  return (
    <FilterPopover
      field={words.own}
      words={said.length > 0 ? said.join(', ') : null}
      onClear={() => change({ own: null })}
    >
      {(close) => (
        <OwnFieldForm
          fields={fields}
          onSet={(own) => {
            change({ own })
            close()
          }}
        />
      )}
    </FilterPopover>
  )
}

type OwnFieldFormProps = {
  fields: readonly { key: string; label: string }[]
  onSet: (own: string) => void
}

function OwnFieldForm({ fields, onSet }: OwnFieldFormProps) {
  const [key, setKey] = useState(fields[0]?.key ?? '')
  const [how, setHow] = useState('')
  const [value, setValue] = useState('')
  // A comma parts values in the address.
  const wanted = value.replaceAll(',', ' ').trim()
  return (
    <Form
      className={classes.dayForm}
      onSubmit={() => {
        if (key !== '' && wanted !== '') onSet(`${key}:${how}${wanted}`)
      }}
    >
      <NativeSelect
        data-autofocus
        label={words.ownWhich}
        data={fields.map((one) => ({ value: one.key, label: one.label }))}
        value={key}
        onChange={(event) => setKey(event.currentTarget.value)}
      />
      <NativeSelect
        label={words.ownHow}
        data={hows}
        value={how}
        onChange={(event) => setHow(event.currentTarget.value)}
      />
      <TextInput
        label={words.ownValue}
        maxLength={200}
        value={value}
        onChange={(event) => setValue(event.currentTarget.value)}
      />
      <Button type="submit" size="small" variant="primary">
        {words.set}
      </Button>
    </Form>
  )
}
