import { type Location, type LocationKind, placeMayLieIn } from '@deskhand/contract'
import type { Tx } from '../../platform/db/transaction.ts'
import { refuseField, Stop } from '../../platform/stop.ts'
import { words } from '../words.ts'

type Wanted = Pick<Location, 'id' | 'kind' | 'name' | 'parentId' | 'unitId'> & { isActive?: boolean }
type Found = {
  kind: LocationKind | null
  name: string | null
  path: string[] | null
  isActive: boolean
  isSite: boolean
  otherId: string | null
}

/** Whether a place can be there under this name, in a tree that is held; answers the ids above it. */
export async function mustFit(tx: Tx, place: Wanted): Promise<string[]> {
  const { id, kind, name, parentId, unitId, isActive = true } = place
  if (unitId !== null && kind !== 'SITE') throw refuseField('unitId', words.onlySites)
  const [found] = await tx.query<Found>(find, [tx.whose.companyId, id, parentId, name, unitId])
  if (!found) throw new Error('One row says what there is.')
  if (unitId !== null && !found.isSite) throw refuseField('unitId', words.noSuchSite)
  if (parentId !== null) {
    if (!found.kind || found.name === null) throw refuseField('parentId', words.noSuchParent)
    if (!placeMayLieIn(kind, found.kind)) throw refuseField('parentId', words.wrongParent(kind, found.kind))
    if (isActive && !found.isActive) throw refuseField('parentId', words.parentRetired(found.name))
  }
  if (isActive && found.otherId !== null) {
    const message = words.taken(name)
    throw new Stop('conflict', message, {
      errors: [{ pointer: '/name', message }],
      conflicts: [{ subjectId: found.otherId, subjectRef: name, message }],
    })
  }
  return found.path ?? []
}

const find = `
  select p.kind, p.name, p.path, coalesce(p.retired_at is null, true) as "isActive",
    exists (select from app.business_units u where u.company_id = $1 and u.id = $5::uuid and u.kind = 'SITE') as "isSite",
    (select o.id from app.locations o where o.company_id = $1 and o.id <> $2 and o.retired_at is null
      and o.parent_id is not distinct from $3::uuid and lower(o.name) = lower($4)) as "otherId"
  from (select 1) one left join app.locations p on p.company_id = $1 and p.id = $3::uuid`
