import { type DisposalState, disposalStates, disposals } from '@deskhand/contract'
import type { AssetRecord } from '../../assets/access.ts'
import { moveMany } from '../../assets/commands/moveMany.ts'
import { readBookValues } from '../../assets/queries/bookValues.ts'
import { readFactsOf } from '../../assets/queries/moveFacts.ts'
import { deskFacts } from '../../desks/access.ts'
import { todayIn } from '../../forms/queries/item.ts'
import { beginOperation } from '../../operations/commands/begin.ts'
import { clock } from '../../platform/clock/clock.ts'
import { answer } from '../../platform/http/answer.ts'
import { handle } from '../../platform/http/handle.ts'
import { refuseField, Stop } from '../../platform/stop.ts'
import { about, type DisposalRecord, type Inside, lockDisposal, lockThings, moversFor } from '../access.ts'
import { readDisposal } from '../queries/read.ts'
import { readWipes, type Wipes } from '../queries/wipes.ts'
import { obstaclesOf, wipeSentence } from '../rules.ts'
import { words } from '../words.ts'
import { endThings, letGo } from './putIn.ts'

export const transition = handle(disposals.transition, async (inside) => {
  const { params, body } = inside
  const disposal = await lockDisposal(inside, params.id)
  const things = await lockThings(inside, disposal.id)
  const { to, reason = null } = body
  mustMove(disposal, things, inside, to)
  if (disposalStates.find(disposal.state, to)?.requires?.includes('reason') && !reason)
    throw refuseField('reason', words.reasonNeeded)
  const isForward = to === 'APPROVED' || to === 'HANDED_OVER' || to === 'COMPLETED'
  const wipes = await readWipes(inside.tx, disposal.id)
  if (isForward) await mustBeReady(inside, disposal, things, wipes, to)
  if (to === 'CANCELLED') await letGo(inside, disposal, things)
  const operationId = to === 'COMPLETED' ? await complete(inside, disposal, things, wipes) : null
  if (to !== 'COMPLETED') noteMove(inside, disposal, to, reason)
  if (to === 'CANCELLED' || to === 'COMPLETED') await endThings(inside, disposal.id)
  await write(inside, disposal, to, reason)
  const whole = await readDisposal(inside, disposal.id)
  return answer({ ...whole, operationId }, { version: whole.version })
})

const noteMove = (
  { record }: Pick<Inside, 'record'>,
  disposal: DisposalRecord,
  to: DisposalState,
  reason: string | null,
) =>
  record(
    'disposal.moved',
    about(disposal),
    { from: disposal.state, to, reason },
    { state: [disposal.state, to] },
  )

function mustMove(
  { state, createdById }: DisposalRecord,
  things: readonly AssetRecord[],
  { actor }: Inside,
  to: DisposalState,
): void {
  const refusal = disposalStates.refusal(state, to)
  if (refusal) throw new Stop('state', refusal, { allowed: disposalStates.from(state) })
  if (disposalStates.refusalBy(state, to, moversFor(actor, things)))
    throw new Stop('forbidden', words.notLead)
  if (to === 'APPROVED' && createdById === actor.id) throw new Stop('forbidden', words.ownOne)
}

/** Stops what is empty, and what holds something that cannot go; how it was wiped is asked when it goes for good. */
async function mustBeReady(
  { tx }: Inside,
  { outcome, partner, receiptPath }: DisposalRecord,
  things: readonly AssetRecord[],
  wipes: Wipes,
  to: DisposalState,
): Promise<void> {
  if (things.length === 0) throw new Stop('state', words.empty)
  if (to !== 'APPROVED' && !partner) throw new Stop('state', words.noPartner)
  if (to === 'COMPLETED' && outcome === 'DISPOSED' && !receiptPath) throw new Stop('state', words.noReceipt)
  const facts = await readFactsOf(
    tx,
    things.map(({ id }) => id),
  )
  const conflicts = things.flatMap((thing) => {
    const around = facts.get(thing.id) ?? { openRefs: [], partCount: 0 }
    const isWiped = to !== 'COMPLETED' || wipes.has(thing.id)
    return obstaclesOf(thing, outcome, around, isWiped).map((message) => ({
      subjectId: thing.id,
      subjectRef: thing.assetTag,
      message,
    }))
  })
  if (conflicts.length > 0)
    throw new Stop('state', words.blocked(new Set(conflicts.map((one) => one.subjectId)).size), { conflicts })
}

/** Retires all of them in one operation, and keeps what was in the books for each on that day. */
async function complete(
  inside: Inside,
  disposal: DisposalRecord,
  things: readonly AssetRecord[],
  wipes: Wipes,
): Promise<string> {
  const { tx, actor, platform } = inside
  const { id, number, name, outcome } = disposal
  const ids = things.map((thing) => thing.id)
  const values = await readBookValues(tx, ids, todayIn((await deskFacts(platform, tx)).zone))
  const operation = await beginOperation(inside, {
    kind: 'disposals.complete',
    summary: words.summary(number, things.length),
    changed: things.length,
  })
  await moveMany({ tx, actor, record: operation.record }, things, {
    to: 'RETIRED',
    subStatus: outcome,
    detailsOf: ({ id: assetId }) => {
      const wipe = wipes.get(assetId)
      const bookValue = values.get(assetId)
      return {
        reason: words.retiredBy(number, name),
        disposalId: id,
        ...(wipe && { wipeProof: wipeSentence(wipe) }),
        ...(bookValue && { bookValue }),
      }
    },
  })
  await tx.run(keepValues, [
    actor.companyId,
    id,
    JSON.stringify([...values].map(([assetId, { amount, currency }]) => ({ assetId, amount, currency }))),
  ])
  noteMove({ record: operation.record }, disposal, 'COMPLETED', null)
  return operation.id
}

const keepValues = `
  update app.disposal_things t set book_value = v.amount, book_currency = v.currency
  from jsonb_to_recordset($3::jsonb) as v("assetId" uuid, amount bigint, currency text)
  where t.company_id = $1 and t.disposal_id = $2 and t.asset_id = v."assetId"`

/** Who made which step and when stands on the batch itself; what is sent back is approved no more. */
async function write(
  { tx, actor }: Inside,
  { id }: DisposalRecord,
  to: DisposalState,
  reason: string | null,
): Promise<void> {
  const known = [actor.companyId, id, to, reason]
  const set = (more: string) =>
    `update app.disposals set state = $3, reason = coalesce($4, reason), version = version + 1${more}
     where company_id = $1 and id = $2`
  const by = (name: string) => set(`, ${name}_by_id = $5, ${name}_at = $6`)
  const made = [...known, actor.id, clock.now()]
  switch (to) {
    case 'APPROVED':
      await tx.run(by('approved'), made)
      break
    case 'HANDED_OVER':
      await tx.run(by('handed_over'), made)
      break
    case 'COMPLETED':
      await tx.run(by('completed'), made)
      break
    case 'DRAFT':
      await tx.run(set(', approved_by_id = null, approved_at = null'), known)
      break
    case 'CANCELLED':
      await tx.run(set(''), known)
  }
}
