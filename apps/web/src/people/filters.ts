import type { people, QueryIn } from '@deskhand/contract'
import { useMemo } from 'react'
import { useAddressQuery } from '../address.ts'

type Query = QueryIn<(typeof people)['list']>
export type Sort = NonNullable<Query['sort']>

export const filterNames = ['role', 'state', 'department', 'site'] as const
export type FilterName = (typeof filterNames)[number]

const sorts: readonly Sort[] = ['name', '-name', 'createdAt', '-createdAt', 'lastSignInAt', '-lastSignInAt']
const sortOf = (text: string | null): Sort => sorts.find((sort) => sort === text) ?? 'name'

/** The directory's filters as the address has them, and as the server is asked. */
export function usePeopleFilters() {
  const { query: address, change } = useAddressQuery()
  const filters = useMemo(() => {
    const values = (name: FilterName) => address.get(name)?.split(',').filter(Boolean) ?? []
    const picked = {
      role: values('role'),
      state: values('state'),
      department: values('department'),
      site: values('site'),
    }
    const sort = sortOf(address.get('sort'))
    const isRemoved = address.get('removed') === '1'
    const query: Query = {
      ...(sort !== 'name' && { sort }),
      ...(isRemoved && { deleted: 'true' }),
      limit: 100,
    }
    for (const name of filterNames) if (picked[name].length > 0) query[name] = picked[name].join(',')
    return { picked, sort, isRemoved, query }
  }, [address])
  return { ...filters, change }
}

/** Where the directory was last looked at, so that going back from a person shows the same again. */
export const lastSeen: { search: string; cursor: string | null } = { search: '', cursor: null }
