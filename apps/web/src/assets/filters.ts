import { type AssetSort, assetFilter, type assets, OwnFieldSort, type QueryIn } from '@deskhand/contract'
import { useMemo } from 'react'
import { useAddressQuery } from '../address.ts'

export type AssetQuery = QueryIn<(typeof assets)['list']>
type KnownSort = (typeof AssetSort.options)[number]
/** A field of the list, or `field:` with the key of an own one. */
export type Sort = KnownSort | `${'' | '-'}field:${string}`
export type FilterName = keyof typeof assetFilter

const usual: Sort = '-createdAt'
const sorts: readonly KnownSort[] = [
  'assetTag',
  '-assetTag',
  'createdAt',
  '-createdAt',
  'updatedAt',
  '-updatedAt',
  'warrantyEndsOn',
  '-warrantyEndsOn',
  'leaseEndsOn',
  '-leaseEndsOn',
]
const aDay = /^\d{4}-\d\d-\d\d$/
// Object.keys loses the names; the contract's object has exactly these.
const names = (Object.keys(assetFilter) as FilterName[]).filter((name) => name !== 'q')

const ownSort = (asked: string | null): Sort | null => {
  if (!asked || !OwnFieldSort.safeParse(asked).success) return null
  return asked.startsWith('-') ? `-field:${ownFieldOf(asked)}` : `field:${ownFieldOf(asked)}`
}

/** The key of the own field that the list is ordered by, or null. */
export const ownFieldOf = (sort: string): string | null => sort.split('field:')[1] ?? null

/** The list's filters under the names of the contract: as the address has them, and as the server is asked. */
export function useAssetFilters() {
  const { query: address, change } = useAddressQuery()
  const filters = useMemo(() => {
    const set: Partial<Record<FilterName, string>> = {}
    for (const name of names) {
      const text = address.get(name)
      // What the server would refuse is no filter: somebody has mistyped an address.
      if (text && assetFilter[name].safeParse(text).success) set[name] = text
    }
    const asked = address.get('sort')
    const sort = sorts.find((one) => one === asked) ?? ownSort(asked) ?? usual
    const day = address.get('asOf')
    const asOf = day && aDay.test(day) ? day : null
    const isDeleted = address.get('deleted') === '1'
    const query: AssetQuery = {
      ...set,
      ...(sort !== usual && { sort }),
      ...(asOf && { asOf }),
      ...(isDeleted && { isDeleted: 'true' }),
      limit: 100,
    }
    const values = (name: FilterName) => set[name]?.split(',') ?? []
    return { set, values, sort, asOf, isDeleted, query, isFiltered: isDeleted || Object.keys(set).length > 0 }
  }, [address])
  const sortBy = (next: Sort) => change({ sort: next === usual ? null : next })
  const clear = () =>
    change({ q: null, deleted: null, ...Object.fromEntries(names.map((name) => [name, null])) })
  return { ...filters, change, sortBy, clear }
}

export type AssetFilters = ReturnType<typeof useAssetFilters>

/** Where the list was last looked at, so that going back from a thing shows the same again. */
export const lastSeen: { search: string; cursor: string | null } = { search: '', cursor: null }
