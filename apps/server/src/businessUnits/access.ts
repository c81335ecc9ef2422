import type { BusinessUnit } from '@deskhand/contract'
import type { z } from 'zod'
import type { Actor } from '../platform/actor.ts'
import type { Tx } from '../platform/db/transaction.ts'
import { isUuid } from '../platform/ids.ts'
import type { Subject } from '../platform/log/event.ts'
import { refuseField, Stop } from '../platform/stop.ts'
import { mayLieIn } from './rules.ts'
import { words } from './words.ts'

export type UnitRecord = Omit<z.output<typeof BusinessUnit>, 'peopleCount'> & { path: string[] }
type Inside = { tx: Tx; actor: Actor; ifMatch: readonly string[] | null }

/** Every unit, region and site of the company with its people, or one of them. */
export const readUnits = (tx: Tx, companyId: string, id: string | null = null) =>
  tx.query<z.output<typeof BusinessUnit>>(
    `select b.id, b.kind, b.name, b.parent_id as "parentId", b.version,
       (select count(*)::int from app.people p join app.business_units s on s.company_id = p.company_id and s.id = p.site_id
         where s.company_id = b.company_id and b.id = any (s.path) and p.deleted_at is null) as "peopleCount"
     from app.business_units b
     where b.company_id = $1 and ($2::uuid is null or b.id = $2)
     order by array_position(array['UNIT', 'REGION', 'SITE'], b.kind), lower(b.name), b.id`,
    [companyId, id],
  )

export async function loadUnit({ tx, actor, ifMatch }: Inside, id: string): Promise<UnitRecord> {
  const [unit] = isUuid(id.toLowerCase())
    ? await tx.query<UnitRecord>(
        `select id, kind, name, parent_id as "parentId", path, version from app.business_units
         where company_id = $1 and id = $2 for update`,
        [actor.companyId, id.toLowerCase()],
      )
    : []
  if (!unit) throw new Stop('not_found', words.noSuchUnit)
  if (ifMatch && !ifMatch.includes(String(unit.version)))
    throw new Stop('stale', words.stale, { current: unit })
  return unit
}

/** The path of what is to lie in this parent, or a refusal. */
export async function pathIn(
  { tx, actor }: Pick<Inside, 'tx' | 'actor'>,
  kind: UnitRecord['kind'],
  parentId: string | null,
): Promise<string[]> {
  if (parentId === null) return []
  const [parent] = await tx.query<Pick<UnitRecord, 'kind' | 'path'>>(
    'select kind, path from app.business_units where company_id = $1 and id = $2 for share',
    [actor.companyId, parentId],
  )
  if (!parent) throw refuseField('parentId', words.noSuchParent)
  if (!mayLieIn(kind, parent.kind)) throw refuseField('parentId', words.wrongParent(kind, parent.kind))
  return parent.path
}

/** Stops where another of this kind has the name. */
export async function mustBeFree(
  { tx, actor }: Pick<Inside, 'tx' | 'actor'>,
  { id, kind, name }: Pick<UnitRecord, 'id' | 'kind' | 'name'>,
): Promise<void> {
  const [other] = await tx.query(
    'select from app.business_units where company_id = $1 and kind = $2 and lower(name) = lower($3) and id <> $4',
    [actor.companyId, kind, name, id],
  )
  if (other) throw new Stop('state', words.exists(kind, name))
}

export const about = ({ id, name }: Pick<UnitRecord, 'id' | 'name'>): Subject => ({
  type: 'unit',
  id,
  ref: name,
})
