import { assetReservations, reservationStates } from '@deskhand/contract'
import { type AssetRecord, lockAssets, mustKeep } from '../../assets/access.ts'
import { readReceiver } from '../../custody/access.ts'
import { handOut } from '../../custody/commands/handOut.ts'
import { takeBack } from '../../custody/commands/takeBack.ts'
import { refusalToTakeBack } from '../../custody/rules.ts'
import { beginOperation } from '../../operations/commands/begin.ts'
import { clock } from '../../platform/clock/clock.ts'
import { answer } from '../../platform/http/answer.ts'
import { handle, type Inside } from '../../platform/http/handle.ts'
import { refuseField, Stop } from '../../platform/stop.ts'
import { takeAlongBack } from '../../stock/commands/takeAlongBack.ts'
import {
  loadReservation,
  moversOf,
  type ReservationFields,
  type ReservationRecord,
  shownTo,
  type Work,
} from '../access.ts'
import { freeAt } from '../rules.ts'
import { words } from '../words.ts'
import { holdLoanThings, pickFree } from './choose.ts'
import { beginReservations } from './keepUp.ts'
import { mustBePeriod } from './period.ts'
import { holdCategories, mustBeAbleTo, writeReservation } from './write.ts'

type Said = Inside<typeof assetReservations.transition>['body']

export const transition = handle(assetReservations.transition, async (inside) => {
  const { tx, actor, params, body } = inside
  const seen = await loadReservation(inside, params.id)
  const [asset] = seen.assetId ? await lockAssets({ tx, actor }, [seen.assetId]) : []
  await holdCategories(tx, [seen.categoryId])
  const before = await loadReservation(inside, params.id, { lock: true })
  mustBeAbleTo(before, body.to)
  const refusal = reservationStates.refusalBy(before.state, body.to, moversOf(actor, before))
  if (refusal) throw new Stop('forbidden', refusal)
  const operation = await beginOperation(inside, {
    kind: 'asset_reservations.transition',
    summary: words.summary.moved[body.to](before.name),
    changed: 1,
  })
  await carryOut({ tx, actor, record: operation.record }, before, asset, body)
  const after = await loadReservation({ tx, actor }, before.id)
  return answer({ ...shownTo(actor, after), operationId: operation.id }, { version: after.version })
})

async function carryOut(
  work: Work,
  before: ReservationRecord,
  asset: AssetRecord | undefined,
  said: Said,
): Promise<void> {
  const { to, reason, condition, note, locationId, returnedAccessories: returned = [] } = said
  switch (to) {
    case 'ONGOING': {
      const thing = mustHave(work, asset)
      const receiver = await readReceiver(work, { personId: before.personId }, [thing.id])
      await handOut(work, [thing], receiver, { dueAt: before.endsAt, note, condition })
      await beginReservations(work, [thing], receiver, before.id)
      return
    }
    case 'COMPLETE': {
      if (!condition) throw refuseField('condition', words.needsCondition)
      const thing = mustHave(work, asset)
      // What was lost and found meanwhile lies in stock already.
      if (refusalToTakeBack(thing)) {
        const returnedAt = clock.now().toISOString()
        await writeReservation(
          work,
          before,
          { state: 'COMPLETE', returnedAt },
          { name: 'asset_reservation.moved' },
        )
        return
      }
      const { id: assetId, personId } = thing
      const along = await takeAlongBack(work, [{ assetId, personId, returned, field: 'returnedAccessories' }])
      await takeBack(work, [thing], {
        condition,
        along,
        ...(note && { note }),
        ...(locationId && { locationId }),
      })
      return
    }
    default: {
      const given: Partial<ReservationFields> = {
        state: to,
        ...(to === 'CANCELLED' && { reason: reason ?? null }),
        ...(before.state === 'DRAFT' && to === 'REQUESTED' && (await assigned(work, before))),
      }
      await writeReservation(work, before, given, { name: 'asset_reservation.moved', reason })
    }
  }
}

function mustHave({ actor }: Work, asset: AssetRecord | undefined): AssetRecord {
  if (!asset) throw new Stop('not_found', words.noSuchThing)
  mustKeep(actor, asset)
  return asset
}

/** What a draft is given when it is asked for. */
async function assigned(
  { tx }: Work,
  { asked, assetId, modelId, categoryId, ...draft }: ReservationRecord,
): Promise<Partial<ReservationFields>> {
  const period = { startsAt: new Date(draft.startsAt), endsAt: new Date(draft.endsAt) }
  mustBePeriod(period)
  const wish =
    asked === 'ASSET' && assetId ? { assetId } : asked === 'MODEL' && modelId ? { modelId } : { categoryId }
  const thing = await pickFree(tx, await holdLoanThings(tx, wish, draft.id), period)
  return { assetId: thing.id, assetTag: thing.assetTag, freeAt: freeAt(period, thing).toISOString() }
}
