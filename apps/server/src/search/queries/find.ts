import { search } from '@deskhand/contract'
import { handle } from '../../platform/http/handle.ts'
import { readWanted } from '../rules.ts'
import { findPeople } from './people.ts'
import { findRequests } from './requests.ts'
import { findRequestTypes } from './requestTypes.ts'

/** One list of what was found, the best first; the three searches travel together. */
export const find = handle(search.find, async ({ tx, actor, query }) => {
  const { q, type, limit } = query
  const isWanted = (one: 'request' | 'person' | 'request_type') => !type || type.includes(one)
  const may = (permission: string) => actor.permissions.has(permission)
  const found = await Promise.all([
    isWanted('request') && may('requests.read') ? findRequests(tx, actor, q, readWanted(q), limit) : [],
    isWanted('person') && may('people.list') ? findPeople(tx, actor, q, limit) : [],
    isWanted('request_type') && may('desks.read') ? findRequestTypes(tx, actor, q, limit) : [],
  ])
  const data = found.flat().sort((one, other) => other.rank - one.rank)
  return { data: data.slice(0, limit) }
})
