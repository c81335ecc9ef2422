import { absences } from '@deskhand/contract'
import { Select } from '@mantine/core'
import { useDebouncedValue } from '@mantine/hooks'
import { useState } from 'react'
import { useRead } from '../api.ts'
import { absenceWords as words } from './words.ts'

export type Colleague = { id: string; name: string }

type ColleaguePickerProps = {
  label: string
  value: Colleague | null
  onChange: (colleague: Colleague | null) => void
  error?: string | null | undefined
}

/** Finds a colleague by name, for everybody: who stands in, who decides instead. */
export function ColleaguePicker({ label, value, onChange, error }: ColleaguePickerProps) {
  const [text, setText] = useState('')
  const [asked] = useDebouncedValue(text.trim(), 150)
  const isSearching = asked.length > 1
  const found = useRead(
    absences.colleagues,
    { query: { q: asked } },
    { enabled: isSearching, keepPrevious: true },
  )
  const rows = isSearching ? (found.data?.data ?? []) : []
  const known =
    value && !rows.some(({ id }) => id === value.id) ? [{ value: value.id, label: value.name }] : []
  const data = [
    ...known,
    ...rows.map(({ id, name, department }) => ({
      value: id,
      label: department ? `${name}, ${department}` : name,
    })),
  ]
  return (
    <Select
      searchable
      clearable
      label={label}
      placeholder={words.find}
      data={data}
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
