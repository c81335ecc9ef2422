import { disposalLimit } from '@deskhand/contract'
import type { AssetRecord } from '../../assets/access.ts'
import { moveMany } from '../../assets/commands/moveMany.ts'
import { clock } from '../../platform/clock/clock.ts'
import { Stop } from '../../platform/stop.ts'
import { type DisposalRecord, type Inside, lockNamed } from '../access.ts'
import { waitsAs, whyNotIn } from '../rules.ts'
import { words } from '../words.ts'

/** Puts things into a locked batch, all or none; from then on they wait in stock and are not handed out. */
export async function putIn(
  inside: Inside,
  disposal: DisposalRecord,
  names: readonly string[],
): Promise<AssetRecord[]> {
  const { tx, actor } = inside
  const { id, number, name, outcome } = disposal
  const things = await lockNamed(inside, names)
  const ids = things.map((thing) => thing.id)
  const others = await tx.query<{ assetId: string; number: number }>(
    `select t.asset_id as "assetId", d.number from app.disposal_things t
     join app.disposals d on d.company_id = t.company_id and d.id = t.disposal_id
     where t.company_id = $1 and t.asset_id = any ($2::uuid[]) and t.ended_at is null and t.disposal_id <> $3`,
    [actor.companyId, ids, id],
  )
  const numberOf = new Map(others.map((other) => [other.assetId, other.number]))
  const conflicts = things.flatMap((thing) => {
    const elsewhere = numberOf.get(thing.id)
    const faults = whyNotIn(thing, outcome)
    if (elsewhere !== undefined) faults.push(words.elsewhere(thing.assetTag, elsewhere))
    return faults.map((message) => ({ subjectId: thing.id, subjectRef: thing.assetTag, message }))
  })
  const [first] = conflicts
  if (first) throw new Stop('state', first.message, { conflicts })
  await tx.run(
    `insert into app.disposal_things (company_id, disposal_id, asset_id)
     select $1, $2, a from unnest($3::uuid[]) a on conflict do nothing`,
    [actor.companyId, id, ids],
  )
  const [counted] = await tx.query<{ count: number }>(
    'select count(*)::int as count from app.disposal_things where company_id = $1 and disposal_id = $2',
    [actor.companyId, id],
  )
  if ((counted?.count ?? 0) > disposalLimit) throw new Stop('rule', words.full(disposalLimit))
  await moveMany(inside, things, {
    to: 'IN_STOCK',
    subStatus: waitsAs(outcome),
    detailsOf: () => ({ reason: words.retiredBy(number, name) }),
  })
  return things
}

/** Lets things of a batch be what they were before: in stock, to be looked at. */
export async function letGo(
  inside: Inside,
  disposal: DisposalRecord,
  things: readonly AssetRecord[],
): Promise<void> {
  const waits = waitsAs(disposal.outcome)
  const waiting = things.filter(({ status, subStatus }) => status === 'IN_STOCK' && subStatus === waits)
  await moveMany(inside, waiting, {
    to: 'IN_STOCK',
    subStatus: 'TO_INSPECT',
    detailsOf: () => ({ reason: words.retiredBy(disposal.number, disposal.name) }),
  })
}

/** Nothing of the batch goes on for its things. */
export const endThings = ({ tx }: Pick<Inside, 'tx'>, disposalId: string) =>
  tx.run('update app.disposal_things set ended_at = $3 where company_id = $1 and disposal_id = $2', [
    tx.whose.companyId,
    disposalId,
    clock.now(),
  ])
