import { type BodyOf, type bulkEdits, operationLimit } from '@deskhand/contract'
import { sql } from 'kysely'
import { deskFacts } from '../desks/access.ts'
import type { Item } from '../operations/commands/runItems.ts'
import { words as operationWords } from '../operations/words.ts'
import type { Actor } from '../platform/actor.ts'
import { clock } from '../platform/clock/clock.ts'
import { send } from '../platform/db/send.ts'
import type { Tx } from '../platform/db/transaction.ts'
import { isUuid, newId } from '../platform/ids.ts'
import type { Platform } from '../platform/platform.ts'
import { Stop } from '../platform/stop.ts'
import { visibleTo } from '../requests/access.ts'
import { conditionsOf } from '../requests/queries/filter.ts'

type Found = { id: string; ref: string; deskId: string }

const itemOf = ({ id, ref, deskId }: Found): Item => ({
  subjectType: 'request',
  subjectId: id,
  subjectRef: ref,
  deskId,
})

/**
 * The requests that are meant. By ids: each once, in the order given; one that is hidden or missing stays in
 * and is refused like the single command would. By a filter: what the list would show.
 */
export async function choose(
  { tx, actor, platform }: { tx: Tx; actor: Actor; platform: Platform },
  { requestIds, filter }: Pick<BodyOf<typeof bulkEdits.edit>, 'requestIds' | 'filter'>,
): Promise<Item[]> {
  if (filter) {
    const asking = { actor, facts: await deskFacts(platform, tx), now: clock.now() }
    const which = sql.join(conditionsOf(filter, asking), sql` and `)
    const found = await send<Found>(
      tx,
      sql`select r.id, r.reference_number as ref, r.service_desk_id as "deskId" from app.requests r
        where ${which} order by r.id limit ${operationLimit + 1}`,
    )
    if (found.length > operationLimit) throw new Stop('rule', operationWords.tooMany(operationLimit))
    return found.map(itemOf)
  }
  return chooseByIds(tx, actor, requestIds ?? [])
}

async function chooseByIds(tx: Tx, actor: Actor, given: readonly string[]): Promise<Item[]> {
  const ids = given.map((one) => one.toLowerCase()).filter(isUuid)
  const refs = given.map((one) => one.toUpperCase())
  const found = await send<Found>(
    tx,
    sql`select r.id, r.reference_number as ref, r.service_desk_id as "deskId" from app.requests r
      where r.company_id = ${actor.companyId} and ${visibleTo(actor, 'r')}
        and (r.id = any (${ids}::uuid[]) or r.reference_number = any (${refs}))`,
  )
  const known = new Map(found.flatMap((one) => [[one.id, one] as const, [one.ref, one] as const]))
  const items = new Map<string, Item>()
  for (const name of given) {
    const one = known.get(name.toLowerCase()) ?? known.get(name.toUpperCase())
    if (one) items.set(one.id, itemOf(one))
    else
      items.set(name, { ...itemOf({ id: idOf(name), ref: '', deskId: '' }), subjectRef: null, deskId: null })
  }
  return [...items.values()]
}

/** Something to call it by; a number that nobody has gets an id that nobody has. */
const idOf = (name: string) => (isUuid(name.toLowerCase()) ? name.toLowerCase() : newId())
