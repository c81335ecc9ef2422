import { stockTakeLimits, stockTakeStates, stockTakes } from '@deskhand/contract'
import type { Actor } from '../../platform/actor.ts'
import { clock } from '../../platform/clock/clock.ts'
import type { Tx } from '../../platform/db/transaction.ts'
import { handle } from '../../platform/http/handle.ts'
import { Stop } from '../../platform/stop.ts'
import { about, loadStockTake, type StockTakeRecord } from '../access.ts'
import { inScope } from '../queries/inScope.ts'
import { answerWhole } from '../queries/whole.ts'
import { sampleSizeOf } from '../sampling.ts'
import { words } from '../words.ts'
import { mustBeThere } from './mustBeThere.ts'

export const move = handle(stockTakes.move, async (inside) => {
  const { tx, actor, body, record } = inside
  const stockTake = await loadStockTake(inside, inside.params.id, 'update')
  const { id, state } = stockTake
  const { to, reason = null } = body
  const refusal = stockTakeStates.refusal(state, to)
  if (refusal) throw new Stop('state', refusal, { allowed: stockTakeStates.from(state) })
  const now = clock.now()
  if (state === 'PENDING' && to === 'ACTIVE') await begin({ tx, actor }, stockTake, now)
  else await turn(tx, actor, stockTake, to)
  await tx.run(
    `update app.stock_takes set state = $3, reason = $4, version = version + 1,
       started_at = coalesce(started_at, case when $3 = 'ACTIVE' then $5::timestamptz end)
     where company_id = $1 and id = $2`,
    [actor.companyId, id, to, reason, now],
  )
  record('stock_take.moved', about(stockTake), { from: state, to, reason }, { state: [state, to] })
  if (state === 'PENDING' && to === 'ACTIVE' && stockTake.asksHolders) {
    const holders = await tx.query<{ id: string }>(
      `select distinct expected_person_id as id from app.stock_take_items
       where company_id = $1 and stock_take_id = $2 and is_asked`,
      [actor.companyId, id],
    )
    if (holders.length > 0)
      record(
        'stock_take.holders_asked',
        about(
          stockTake,
          holders.map((one) => one.id),
        ),
        {},
      )
  }
  return answerWhole(inside, id)
})

/** Writes down what should be there, all of it or a random sample. */
async function begin(
  { tx, actor }: { tx: Tx; actor: Actor },
  { id, scope, sample, asksHolders }: StockTakeRecord,
  now: Date,
): Promise<void> {
  // What was named when it was prepared may be gone; what is counted must be what one reads.
  await mustBeThere(tx, scope)
  const [row] = await tx.query<{ population: number }>(
    `${inScope} select count(*)::int as population from in_scope`,
    [actor.companyId, JSON.stringify(scope), null],
  )
  const population = row?.population ?? 0
  if (population === 0) throw new Stop('rule', words.nothingInScope)
  const size = sample ? sampleSizeOf(population, sample) : population
  if (size > stockTakeLimits.things) throw new Stop('rule', words.tooMany(stockTakeLimits.things))
  // Drawn by lot: the server's own random numbers, which nobody chooses.
  await tx.run(
    `${inScope}
     insert into app.stock_take_items (company_id, stock_take_id, asset_id, state, expected_location_id,
       expected_person_id, held, is_asked)
     select $1, $4, a.id, 'EXPECTED', s.location_id, s.person_id, jsonb_build_object('status', a.status,
       'personId', a.person_id, 'parentAssetId', a.parent_asset_id, 'locationId', a.location_id),
       $6 and a.person_id is not null
     from in_scope s join app.assets a on a.company_id = $1 and a.id = s.id order by random() limit $5`,
    [actor.companyId, JSON.stringify(scope), null, id, size, asksHolders],
  )
  await tx.run(
    'update app.stock_takes set population = $3, started_at = $4 where company_id = $1 and id = $2',
    [actor.companyId, id, population, now],
  )
}

/** What was not found is missing from the review on, and looked for again when it is opened again. */
async function turn(
  tx: Tx,
  { companyId }: Actor,
  { id, state, asksHolders }: StockTakeRecord,
  to: string,
): Promise<void> {
  if (to === 'REVIEW' || (state === 'REVIEW' && to === 'ACTIVE'))
    await tx.run(
      `update app.stock_take_items set state = $4, is_asked = $5 and expected_person_id is not null
         and held ->> 'personId' is not null
       where company_id = $1 and stock_take_id = $2 and state = $3`,
      [companyId, id, ...(to === 'REVIEW' ? ['EXPECTED', 'MISSING'] : ['MISSING', 'EXPECTED']), asksHolders],
    )
  if (to === 'CANCELLED')
    await tx.run(
      'update app.stock_take_items set is_asked = false where company_id = $1 and stock_take_id = $2 and is_asked',
      [companyId, id],
    )
}
