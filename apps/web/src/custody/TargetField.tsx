import { assets, locations } from '@deskhand/contract'
import { SegmentedControl, Select } from '@mantine/core'
import { useDebouncedValue } from '@mantine/hooks'
import { useState } from 'react'
import { useRead } from '../api.ts'
import { PersonPicker } from '../people/parts/PersonPicker.tsx'
import classes from './Custody.module.css'
import { custodyWords as words } from './words.ts'

export const targetKinds = ['person', 'place', 'thing'] as const
export type TargetKind = (typeof targetKinds)[number]
export type Picked = { id: string; name: string }
export type Target = { kind: TargetKind; picked: Picked | null }

/** The target as the routes name it. */
export function bodyOf({ kind, picked }: Target) {
  if (!picked) return null
  if (kind === 'person') return { personId: picked.id }
  return kind === 'place' ? { locationId: picked.id } : { assetId: picked.id }
}

type TargetFieldProps = {
  value: Target
  onChange: (target: Target) => void
  kinds?: readonly TargetKind[]
  error?: string | null
}

/** Who or what gets something: a person, a place or another thing. */
export function TargetField({ value, onChange, kinds = targetKinds, error }: TargetFieldProps) {
  const pick = (picked: Picked | null) => onChange({ ...value, picked })
  return (
    <div className={classes.target}>
      {kinds.length > 1 ? (
        <SegmentedControl
          fullWidth
          aria-label={words.toWhom}
          data={kinds.map((kind) => ({ value: kind, label: words[kind] }))}
          value={value.kind}
          onChange={(next) =>
            onChange({ kind: targetKinds.find((kind) => kind === next) ?? 'person', picked: null })
          }
        />
      ) : null}
      {value.kind === 'person' ? (
        <PersonPicker label={words.person} value={value.picked} error={error} onChange={pick} />
      ) : value.kind === 'place' ? (
        <PlacePicker label={words.place} value={value.picked} error={error} onChange={pick} />
      ) : (
        <ThingPicker label={words.thing} value={value.picked} error={error} onChange={pick} />
      )}
    </div>
  )
}

type PickerProps = {
  value: Picked | null
  onChange: (picked: Picked | null) => void
  error?: string | null | undefined
}

/** A place of the company, under its whole path. */
export function PlacePicker({
  label,
  description,
  value,
  onChange,
  error,
}: PickerProps & { label: string; description?: string }) {
  const { data } = useRead(locations.list, {}, { staleTime: 300_000 })
  const places = data?.data ?? []
  return (
    <Select
      searchable
      clearable
      label={label}
      description={description}
      placeholder={words.findPlace}
      nothingFoundMessage={data ? words.noPlace : null}
      data={places.map(({ id, path }) => ({ value: id, label: path.join(' › ') }))}
      value={value?.id ?? null}
      error={error ?? null}
      onChange={(id) => {
        const place = places.find((one) => one.id === id)
        onChange(place ? { id: place.id, name: place.name } : null)
      }}
    />
  )
}

/** A thing by its tag, serial number or name. */
export function ThingPicker({ label, value, onChange, error }: PickerProps & { label: string }) {
  const [text, setText] = useState('')
  const [asked] = useDebouncedValue(text.trim(), 150)
  const isSearching = asked.length > 0 && asked !== value?.name
  const found = useRead(
    assets.list,
    { query: { q: asked, limit: 12 } },
    { enabled: isSearching, keepPrevious: true },
  )
  const rows = isSearching ? (found.data?.data ?? []) : []
  const known =
    value && !rows.some(({ id }) => id === value.id) ? [{ value: value.id, label: value.name }] : []
  return (
    <Select
      searchable
      clearable
      label={label}
      placeholder={words.findThing}
      data={[
        ...known,
        ...rows.map(({ id, assetTag, name, modelName }) => ({
          value: id,
          label: [assetTag, name ?? modelName].filter(Boolean).join('  '),
        })),
      ]}
      filter={({ options }) => options}
      nothingFoundMessage={isSearching && !found.isFetching ? words.noThing : null}
      value={value?.id ?? null}
      searchValue={text}
      onSearchChange={setText}
      error={error ?? null}
      onChange={(id) => {
        const row = rows.find((one) => one.id === id)
        onChange(row ? { id: row.id, name: row.assetTag } : null)
      }}
    />
  )
}
