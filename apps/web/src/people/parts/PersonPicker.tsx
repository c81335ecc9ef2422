import { people } from '@deskhand/contract'
import { Select } from '@mantine/core'
import { useDebouncedValue } from '@mantine/hooks'
import { useState } from 'react'
import { useRead } from '../../api.ts'
import { personPickerWords as words } from '../pickerWords.ts'

export type PickedPerson = { id: string; name: string }

type PersonPickerProps = {
  id?: string
  label: string
  description?: string
  value: PickedPerson | null
  onChange: (person: PickedPerson | null) => void
  error?: string | null | undefined
}

/** Finds a colleague by name in the directory; only for those who may search it. */
export function PersonPicker({ id, label, description, value, onChange, error }: PersonPickerProps) {
  const [text, setText] = useState('')
  const [asked] = useDebouncedValue(text.trim(), 150)
  const isSearching = asked.length > 0 && asked !== value?.name
  const found = useRead(
    people.list,
    { query: { q: asked, state: 'ACTIVE', limit: 12 } },
    { enabled: isSearching, keepPrevious: true },
  )
  const rows = isSearching ? (found.data?.data ?? []) : []
  const known =
    value && !rows.some(({ id }) => id === value.id) ? [{ value: value.id, label: value.name }] : []
  const data = [
    ...known,
    ...rows.map(({ id, name, department, site }) => ({
      value: id,
      label: [name, department, site].filter(Boolean).join(', '),
    })),
  ]
  return (
    <Select
      {...(id ? { id } : {})}
      searchable
      clearable
      label={label}
      description={description}
      placeholder={words.find}
      data={data}
      // The server has searched already, also by address and without accents.
      filter={({ options }) => options}
      nothingFoundMessage={isSearching && !found.isFetching ? words.nobody : null}
      value={value?.id ?? null}
      searchValue={text}
      onSearchChange={setText}
      error={error ?? null}
      onChange={(id) => {
        const row = rows.find((one) => one.id === id)
        onChange(row ? { id: row.id, name: row.name } : null)
      }}
    />
  )
}
