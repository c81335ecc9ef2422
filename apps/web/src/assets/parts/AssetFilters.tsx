import { assetCatalogue, assetStates, assetSubStates, locations, people } from '@deskhand/contract'
import { useDebouncedValue } from '@mantine/hooks'
import { useState } from 'react'
import { useRead } from '../../api.ts'
import { holds, useMe } from '../../shell/session.ts'
import { FilterField, type FilterOption } from '../../ui/FilterField.tsx'
import { ViewBar } from '../../ui/ViewBar.tsx'
import { type FilterName, type AssetFilters as Filters, ownFieldOf } from '../filters.ts'
import { subStateWords, thingStateWords } from '../stateWords.ts'
import { ThingGlyph } from '../ThingGlyph.tsx'
import { useOwnFields } from '../useOwnFields.ts'
import { filterWords as words } from '../words.ts'
import { MoreFilters } from './MoreFilters.tsx'
import { AsOfFilter, DayFilter } from './TimeFilters.tsx'

const states = assetStates.states.map((value) => ({
  value,
  label: thingStateWords[value],
  glyph: <ThingGlyph status={value} decorative />,
}))

type AssetFiltersProps = {
  filters: Filters
  /** The filter that a key opened. */
  opened: FilterName | null
  onOpenedChange: (filter: FilterName | null) => void
  /** The order is picked here where the table has no heads to press. */
  withSort: boolean
}

/** What a list of things can be narrowed by; the rarer ones come when they are asked for. */
export function AssetFilters({ filters, opened, onOpenedChange, withSort }: AssetFiltersProps) {
  const { values, sort, sortBy, change } = filters
  const common = (name: FilterName) => ({
    field: words[name as keyof typeof words] as string,
    values: values(name),
    onChange: (next: string[]) => change({ [name]: next.join(',') }),
    opened: opened === name,
    onOpenedChange: (is: boolean) => onOpenedChange(is ? name : null),
  })
  const picked = values('status')
  const subs = assetStates.states
    .filter((state) => picked.length === 0 || picked.includes(state))
    .flatMap((state) => assetSubStates[state])
  return (
    <ViewBar>
      <FilterField {...common('status')} options={states} />
      {picked.length > 0 || values('subStatus').length > 0 ? (
        <FilterField
          {...common('subStatus')}
          options={[...new Set(subs)].map((value) => ({ value, label: subStateWords[value] }))}
        />
      ) : null}
      <KindFilter filters={filters} />
      <ModelFilter filters={filters} />
      <PersonFilter filters={filters} />
      <PlaceFilter filters={filters} />
      <DayFilter name="warrantyEndsBefore" filters={filters} />
      <AsOfFilter filters={filters} />
      <MoreFilters filters={filters} />
      <OwnFieldOrder filters={filters} />
      {withSort ? (
        <FilterField
          field={words.sort}
          isSingle
          values={sort === '-createdAt' || ownFieldOf(sort) ? [] : [sort]}
          options={Object.entries(words.sorts).map(([value, label]) => ({ value, label }))}
          onChange={([value]) =>
            sortBy(
              value === 'assetTag' || value === '-updatedAt' || value === 'warrantyEndsOn'
                ? value
                : '-createdAt',
            )
          }
        />
      ) : null}
    </ViewBar>
  )
}

/** An own field to order by, which then is a column. */
function OwnFieldOrder({ filters: { values, sort, sortBy } }: { filters: Filters }) {
  const fields = useOwnFields(values('categoryId'))
  const key = ownFieldOf(sort)
  if (fields.length === 0 && !key) return null
  return (
    <FilterField
      field={words.ownField}
      isSingle
      values={key ? [key] : []}
      options={fields.map(({ key: value, label }) => ({ value, label }))}
      onChange={([next]) => sortBy(next ? `field:${next}` : '-createdAt')}
    />
  )
}

function PersonFilter({ filters: { values, change } }: { filters: Filters }) {
  const mayFind = holds(useMe(), 'people.list')
  const [text, setText] = useState('')
  const [opened, setOpened] = useState(false)
  const [asked] = useDebouncedValue(text.trim(), 150)
  const [known, setKnown] = useState<ReadonlyMap<string, string>>(new Map())
  const picked = values('personId')
  const [one] = picked.filter((value) => value !== 'me' && value !== 'none')
  const found = useRead(
    people.list,
    { query: { ...(asked && { q: asked }), limit: 20 } },
    { enabled: opened && mayFind, keepPrevious: true },
  )
  const named = useRead(
    people.get,
    { params: { id: one ?? '' } },
    { enabled: one !== undefined && !known.has(one), staleTime: 300_000 },
  )
  const labelOf = (id: string) =>
    known.get(id) ?? (named.data?.id === id ? named.data.name : null) ?? words.somebody
  const choices = (found.data?.data ?? []).map(({ id, name }) => ({ value: id, label: name }))
  const options: FilterOption[] = [
    ...(asked
      ? []
      : [
          { value: 'none', label: words.none },
          { value: 'me', label: words.me },
        ]),
    ...picked
      .filter((id) => id !== 'me' && id !== 'none' && !choices.some(({ value }) => value === id))
      .map((id) => ({ value: id, label: labelOf(id) })),
    ...choices,
  ]
  return (
    <FilterField
      field={words.personId}
      values={picked}
      options={options}
      onSearch={setText}
      opened={opened}
      onOpenedChange={setOpened}
      onChange={(next) => {
        setKnown(new Map([...known, ...choices.map(({ value, label }) => [value, label] as const)]))
        change({ personId: next.join(',') })
      }}
    />
  )
}

function PlaceFilter({ filters: { values, change } }: { filters: Filters }) {
  const { data } = useRead(locations.list, {}, { staleTime: 300_000 })
  const options = (data?.data ?? []).map(({ id, path }) => ({ value: id, label: path.join(' › ') }))
  return (
    <FilterField
      field={words.locationId}
      isSingle
      values={values('locationId')}
      options={options}
      onChange={([id]) => change({ locationId: id ?? null })}
    />
  )
}

function KindFilter({ filters: { values, change } }: { filters: Filters }) {
  const { data } = useRead(assetCatalogue.categories, {}, { staleTime: 300_000 })
  return (
    <FilterField
      field={words.categoryId}
      values={values('categoryId')}
      options={(data?.data ?? []).map(({ id, name }) => ({ value: id, label: name }))}
      onChange={(next) => change({ categoryId: next.join(',') })}
    />
  )
}

function ModelFilter({ filters: { values, change } }: { filters: Filters }) {
  const [text, setText] = useState('')
  const [asked] = useDebouncedValue(text.trim(), 150)
  const [known, setKnown] = useState<ReadonlyMap<string, string>>(new Map())
  const picked = values('modelId')
  const kinds = values('categoryId').join(',')
  const found = useRead(
    assetCatalogue.models,
    { query: { ...(asked && { q: asked }), ...(kinds && { categoryId: kinds }), limit: 50 } },
    { keepPrevious: true, staleTime: 60_000 },
  )
  const choices = (found.data?.data ?? []).map(({ id, name }) => ({ value: id, label: name }))
  const [one] = picked.filter((id) => !known.has(id) && !choices.some(({ value }) => value === id))
  const named = useRead(
    assetCatalogue.model,
    { params: { id: one ?? '' } },
    { enabled: one !== undefined && found.data !== undefined, staleTime: 300_000 },
  ).data
  const rest = picked
    .filter((id) => !choices.some(({ value }) => value === id))
    .map((id) => ({
      value: id,
      label: known.get(id) ?? (named?.id === id ? named.name : words.oneModel),
    }))
  return (
    <FilterField
      field={words.modelId}
      values={picked}
      options={[...rest, ...choices]}
      onSearch={setText}
      onChange={(next) => {
        setKnown(new Map([...known, ...choices.map(({ value, label }) => [value, label] as const)]))
        change({ modelId: next.join(',') })
      }}
    />
  )
}
