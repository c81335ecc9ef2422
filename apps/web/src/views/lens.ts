import {
  ViewColumn as Column,
  OwnKey,
  parseQuery,
  printQuery,
  type QueryTerm,
  RequestSort,
  type View,
  type ViewColumn,
  ViewDensity,
  ViewGrouping,
  ViewLayout,
} from '@deskhand/contract'
import { useCallback, useMemo } from 'react'
import { useAddressQuery } from '../address.ts'

/** How requests are looked at: what a saved view keeps, and what the address can change about it. */
export type Lens = Pick<View, 'where' | 'sort' | 'grouping' | 'columns' | 'density' | 'layout' | 'limits'>

export const usualColumns: ViewColumn[] = [
  'status',
  'reference',
  'summary',
  'requester',
  'priority',
  'assignee',
  'due',
  'updated',
]

/** A lens with nothing but a line of filters. */
export const plainLens = (where: string, sort: RequestSort = 'slaDueAt'): Lens => ({
  where,
  sort,
  grouping: null,
  columns: [],
  density: null,
  layout: 'list',
  limits: {},
})

/** What a saved view keeps of how it looks. */
export const lensOf = ({ where, sort, grouping, columns, density, layout, limits }: Lens): Lens => ({
  where,
  sort,
  grouping,
  columns,
  density,
  layout,
  limits,
})

const none = 'none'

/** The lens of a view as the address changes it, and how to change it further. */
export function useLens(base: Lens) {
  const { query, change } = useAddressQuery()
  const lens = useMemo((): Lens => {
    const grouping = query.get('group')
    const columns = query.get('cols')
    return {
      where: query.get('f') ?? (query.has('all') ? '' : base.where),
      sort: RequestSort.safeParse(query.get('sort')).data ?? base.sort,
      grouping: grouping === none ? null : (ViewGrouping.safeParse(grouping).data ?? base.grouping),
      columns: columns
        ? columns.split(',').flatMap((one) => Column.safeParse(one).data ?? OwnKey.safeParse(one).data ?? [])
        : base.columns,
      density: ViewDensity.safeParse(query.get('rows')).data ?? base.density,
      layout: ViewLayout.safeParse(query.get('layout')).data ?? base.layout,
      limits: base.limits,
    }
  }, [query, base])

  const look = useCallback(
    (next: Partial<Omit<Lens, 'limits'>>) => {
      const changes: Record<string, string | null> = {}
      if (next.where !== undefined) {
        changes['f'] = next.where === base.where ? null : next.where
        // An address cannot say "no filters" by an empty field.
        changes['all'] = next.where === '' && base.where !== '' ? '1' : null
      }
      if (next.sort !== undefined) changes['sort'] = next.sort === base.sort ? null : next.sort
      if (next.grouping !== undefined)
        changes['group'] = next.grouping === base.grouping ? null : (next.grouping ?? none)
      if (next.columns !== undefined)
        changes['cols'] = next.columns.join() === base.columns.join() ? null : next.columns.join(',')
      if (next.density !== undefined) changes['rows'] = next.density === base.density ? null : next.density
      if (next.layout !== undefined) changes['layout'] = next.layout === base.layout ? null : next.layout
      change(changes)
    },
    [change, base],
  )
  const reset = useCallback(
    () => change({ f: null, all: null, sort: null, group: null, cols: null, rows: null, layout: null }),
    [change],
  )
  const isChanged = JSON.stringify(lens) !== JSON.stringify(base)
  return { lens, look, reset, isChanged }
}

/** The terms of a line; a line that cannot be read has none. */
export const termsOf = (where: string): QueryTerm[] => parseQuery(where).query?.terms ?? []

export const isSameTerm = (one: QueryTerm, other: QueryTerm): boolean =>
  one.field === other.field && one.not === other.not && one.values.join('\n') === other.values.join('\n')

/** The same line with other terms; what is looked for stays. */
export const withTerms = (where: string, terms: QueryTerm[]): string =>
  printQuery({
    terms: terms.filter(({ values }) => values.length > 0),
    text: parseQuery(where).query?.text ?? '',
  })
