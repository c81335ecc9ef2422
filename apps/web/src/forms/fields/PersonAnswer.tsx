import { type AnswerValue, forms } from '@deskhand/contract'
import { Select } from '@mantine/core'
import { useDebouncedValue } from '@mantine/hooks'
import { type ReactNode, useState } from 'react'
import { useRead } from '../../api.ts'
import { fieldWords as words } from '../words.ts'

type PersonAnswerProps = {
  id: string
  label: string
  description?: ReactNode
  error?: ReactNode
  required?: boolean
  value: string | null
  onChange: (value: AnswerValue) => void
  onBlur?: () => void
}

/** A colleague by name; everybody may find one here, with no more than name, department and site. */
export function PersonAnswer({ value, onChange, ...said }: PersonAnswerProps) {
  const [text, setText] = useState('')
  const [asked] = useDebouncedValue(text.trim(), 150)
  const known = useRead(
    forms.colleagues,
    { query: { id: value ?? '' } },
    { enabled: value !== null, staleTime: 300_000 },
  )
  const chosen = value === null ? null : (known.data?.data[0] ?? null)
  const isSearching = asked.length > 0 && asked !== chosen?.name
  const found = useRead(
    forms.colleagues,
    { query: { q: asked } },
    { enabled: isSearching, keepPrevious: true },
  )
  const rows = isSearching ? (found.data?.data ?? []) : []
  const all = chosen && !rows.some(({ id }) => id === chosen.id) ? [chosen, ...rows] : rows
  return (
    <Select
      {...said}
      searchable
      clearable
      placeholder={words.find}
      data={all.map(({ id, name, department, site }) => ({
        value: id,
        label: id === value ? name : [name, department, site].filter(Boolean).join(', '),
      }))}
      // The server has searched already, without accents.
      filter={({ options }) => options}
      nothingFoundMessage={isSearching && !found.isFetching ? words.nobody : null}
      value={value}
      searchValue={text}
      onSearchChange={setText}
      onChange={(next) => onChange(next)}
    />
  )
}
