import { assetReservations, type BodyOf } from '@deskhand/contract'
import { isKeeper, lockAssets } from '../../assets/access.ts'
import { changeAsset } from '../../assets/commands/write.ts'
import { beginOperation } from '../../operations/commands/begin.ts'
import { clock } from '../../platform/clock/clock.ts'
import { answer } from '../../platform/http/answer.ts'
import { handle, type Inside } from '../../platform/http/handle.ts'
import { refuseField, Stop } from '../../platform/stop.ts'
import {
  loadReservation,
  moversOf,
  type ReservationFields,
  type ReservationRecord,
  shownTo,
} from '../access.ts'
import type { LoanThing } from '../queries/loanThings.ts'
import { freeAt, isFree, isOpen, isOut, type Period } from '../rules.ts'
import { words } from '../words.ts'
import { holdLoanThings, pickFree } from './choose.ts'
import { mustBePeriod } from './period.ts'
import { holdCategories, writeReservation } from './write.ts'

type Body = BodyOf<typeof assetReservations.change>

export const change = handle(assetReservations.change, async (inside) => {
  const { tx, actor, params, body } = inside
  const seen = await loadReservation(inside, params.id)
  const assets = seen.assetId ? await lockAssets({ tx, actor }, [seen.assetId]) : []
  await holdCategories(tx, [seen.categoryId])
  const before = await loadReservation(inside, params.id, { lock: true })
  mustBeOpen(inside, before)
  const given = { ...(body.note !== undefined && { note: body.note }), ...(await moved(inside, before)) }
  const operation = await beginOperation(inside, {
    kind: 'asset_reservations.change',
    summary: words.summary.changed(before.name),
    changed: 1,
  })
  const work = { tx, actor, record: operation.record }
  const after = await writeReservation(work, before, given, { name: 'asset_reservation.changed' })
  const [asset] = assets
  if (asset && isOut(before.state) && after.endsAt !== before.endsAt)
    await changeAsset(work, asset, 'asset.updated', { fields: ['dueAt'] }, { dueAt: after.endsAt })
  const changed = await loadReservation({ tx, actor }, before.id)
  return answer(
    { ...shownTo(actor, changed), operationId: operation.id },
    { version: changed.version, unchanged: after === before },
  )
})

function mustBeOpen(
  { actor, body }: { actor: Inside['actor']; body: Body },
  reservation: ReservationRecord,
): void {
  if (moversOf(actor, reservation).length === 0) throw new Stop('forbidden', words.onlyTheirs)
  if (!isOpen(reservation.state)) throw new Stop('state', words.over)
  if (body.assetId !== undefined && !isKeeper(actor, reservation))
    throw new Stop('forbidden', words.onlyByKeeper)
  if (!isOut(reservation.state)) return
  if (body.startsAt !== undefined && Date.parse(body.startsAt) !== Date.parse(reservation.startsAt))
    throw refuseField('startsAt', words.begun)
  if (body.assetId !== undefined && body.assetId !== reservation.assetId)
    throw refuseField('assetId', words.onlyAsked)
}

/** Where the period or the thing is another one: what is kept then, and what that means for where it stands. */
async function moved(
  { tx, actor, body }: { tx: Inside['tx']; actor: Inside['actor']; body: Body },
  before: ReservationRecord,
): Promise<Partial<ReservationFields>> {
  const period = {
    startsAt: new Date(body.startsAt ?? before.startsAt),
    endsAt: new Date(body.endsAt ?? before.endsAt),
  }
  const isOther =
    period.startsAt.getTime() !== Date.parse(before.startsAt) ||
    period.endsAt.getTime() !== Date.parse(before.endsAt)
  const wanted = body.assetId?.toLowerCase()
  if (!isOther && (wanted === undefined || wanted === before.assetId)) return {}
  const hasBegun = isOut(before.state) || period.startsAt.getTime() === Date.parse(before.startsAt)
  if (isOther) mustBePeriod(period, { hasBegun })
  const thing = await keep(tx, before, wanted, period)
  const isAsked = before.state === 'RESERVED' && isOther && !isKeeper(actor, before)
  const isBack = before.state === 'OVERDUE' && period.endsAt > clock.now()
  return {
    startsAt: period.startsAt.toISOString(),
    endsAt: period.endsAt.toISOString(),
    freeAt: freeAt(period, thing ?? { bufferMinutes: bufferOf(before) }).toISOString(),
    ...(thing && { assetId: thing.id, assetTag: thing.assetTag }),
    ...(isAsked && { state: 'REQUESTED' }),
    ...(isBack && { state: 'ONGOING' }),
  }
}

const bufferOf = ({ endsAt, freeAt: until }: ReservationRecord) =>
  (Date.parse(until) - Date.parse(endsAt)) / 60_000

/** The same thing where it can be, another one of what was asked for where it was any; nothing for a draft. */
async function keep(
  tx: Inside['tx'],
  before: ReservationRecord,
  wanted: string | undefined,
  period: Period,
): Promise<LoanThing | null> {
  const assetId = wanted ?? before.assetId ?? undefined
  if (assetId === undefined) return null
  const same = await holdLoanThings(tx, { assetId }, before.id)
  const [first] = same
  if (wanted !== undefined && !first) throw refuseField('assetId', words.noSuchThing)
  if (wanted !== undefined && first?.categoryId !== before.categoryId)
    throw refuseField('assetId', words.otherKind)
  if (before.state === 'DRAFT') return first ?? null
  if (first && isFree(first, period)) return first
  if (wanted !== undefined || isOut(before.state) || before.asked === 'ASSET')
    return pickFree(tx, same, period)
  const wish =
    before.asked === 'MODEL' && before.modelId
      ? { modelId: before.modelId }
      : { categoryId: before.categoryId }
  return pickFree(tx, await holdLoanThings(tx, wish, before.id), period)
}
