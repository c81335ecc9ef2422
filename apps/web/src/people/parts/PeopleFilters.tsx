import { people } from '@deskhand/contract'
import { useRead } from '../../api.ts'
import { FilterField } from '../../ui/FilterField.tsx'
import { ViewBar } from '../../ui/ViewBar.tsx'
import type { FilterName, usePeopleFilters } from '../filters.ts'
import { roleWords, stateWords, filterWords as words } from '../words.ts'
import { PersonState, standings } from './PersonState.tsx'

const roles = (['employee', 'technician', 'supervisor', 'admin'] as const).map((role) => ({
  value: role,
  label: roleWords[role],
}))
const removed = 'REMOVED'
const plain = (values: readonly string[]) => values.map((value) => ({ value, label: value }))

type PeopleFiltersProps = {
  filters: ReturnType<typeof usePeopleFilters>
  /** Who was removed, for those who may restore them. */
  mayRestore: boolean
  /** The filter that a key opened. */
  opened: FilterName | null
  onOpenedChange: (filter: FilterName | null) => void
  /** The order is picked here where the table has no heads to press. */
  withSort: boolean
}

/** Role, state, department and site; who was removed is one of the states, and stands alone. */
export function PeopleFilters({ filters, mayRestore, opened, onOpenedChange, withSort }: PeopleFiltersProps) {
  const { picked, isRemoved, sort, change } = filters
  const facets = useRead(people.facets, {}, { staleTime: 60_000 }).data
  const common = (name: FilterName) => ({
    field: words[name],
    values: picked[name],
    onChange: (values: string[]) => change({ [name]: values.join(',') }),
    opened: opened === name,
    onOpenedChange: (is: boolean) => onOpenedChange(is ? name : null),
  })
  const pickState = (values: string[]) => {
    const isRemoval = values.includes(removed) && !isRemoved
    change({
      removed: isRemoval ? '1' : null,
      state: isRemoval ? null : values.filter((value) => value !== removed).join(','),
    })
  }
  return (
    <ViewBar>
      <FilterField {...common('role')} options={roles} />
      <FilterField
        {...common('state')}
        values={isRemoved ? [removed] : picked.state}
        options={standings
          .filter((standing) => mayRestore || standing !== removed)
          .map((standing) => ({
            value: standing,
            label: stateWords[standing],
            glyph: <PersonState standing={standing} decorative />,
          }))}
        onChange={pickState}
      />
      <FilterField {...common('department')} options={plain(facets?.departments ?? [])} />
      <FilterField {...common('site')} options={plain(facets?.sites ?? [])} />
      {withSort ? (
        <FilterField
          field={words.sort}
          isSingle
          values={sort === 'name' ? [] : [sort]}
          options={Object.entries(words.sorts).map(([value, label]) => ({ value, label }))}
          onChange={([value]) => change({ sort: value && value !== 'name' ? value : null })}
        />
      ) : null}
    </ViewBar>
  )
}
