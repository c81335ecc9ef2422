import { type assetBulkBody, operationLimit } from '@deskhand/contract'
import { sql } from 'kysely'
import type * as z from 'zod'
import type { Item } from '../operations/commands/runItems.ts'
import { words as operationWords } from '../operations/words.ts'
import type { Actor } from '../platform/actor.ts'
import { send } from '../platform/db/send.ts'
import type { Tx } from '../platform/db/transaction.ts'
import { isUuid, newId } from '../platform/ids.ts'
import { Stop } from '../platform/stop.ts'
import { conditionsOf } from './queries/where.ts'

type Found = { id: string; ref: string; deskId: string | null }

const itemOf = ({ id, ref, deskId }: Found): Item => ({
  subjectType: 'asset',
  subjectId: id,
  subjectRef: ref,
  deskId,
})
const columns = sql`select a.id, a.asset_tag as ref, c.desk_id as "deskId" from app.assets a
  join app.asset_categories c on c.company_id = a.company_id and c.id = a.category_id`

/**
 * The things that are meant. By ids or tags: each once, in the order given; one that is hidden or missing stays in and
 * is refused like the single command would. By a filter: what the list would show.
 */
export async function choose(
  { tx, actor }: { tx: Tx; actor: Actor },
  { assetIds = [], filter }: Pick<z.output<typeof assetBulkBody>, 'assetIds' | 'filter'>,
): Promise<Item[]> {
  if (!filter) return chooseByIds(tx, actor, assetIds)
  const conditions = [
    sql`a.company_id = ${actor.companyId} and a.deleted_at is null`,
    ...conditionsOf(filter, actor),
  ]
  const found = await send<Found>(
    tx,
    sql`${columns} where ${sql.join(conditions, sql` and `)} order by a.id limit ${operationLimit + 1}`,
  )
  if (found.length > operationLimit) throw new Stop('rule', operationWords.tooMany(operationLimit))
  return found.map(itemOf)
}

async function chooseByIds(tx: Tx, actor: Actor, given: readonly string[]): Promise<Item[]> {
  const ids = given.map((one) => one.toLowerCase()).filter(isUuid)
  const tags = given.map((one) => one.toUpperCase())
  const found = await send<Found>(
    tx,
    sql`${columns} where a.company_id = ${actor.companyId} and a.deleted_at is null
      and (a.id = any (${ids}::uuid[]) or a.tag_key = any (${tags}))`,
  )
  const known = new Map(
    found.flatMap((one) => [[one.id, one] as const, [one.ref.toUpperCase(), one] as const]),
  )
  const items = new Map<string, Item>()
  for (const name of given) {
    const one = known.get(name.toLowerCase()) ?? known.get(name.toUpperCase())
    if (one) items.set(one.id, itemOf(one))
    else items.set(name, { subjectType: 'asset', subjectId: idOf(name), subjectRef: null, deskId: null })
  }
  return [...items.values()]
}

/** Something to call it by; a tag that nothing has gets an id that nothing has. */
const idOf = (name: string) => (isUuid(name.toLowerCase()) ? name.toLowerCase() : newId())
