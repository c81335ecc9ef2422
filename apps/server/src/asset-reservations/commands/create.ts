import { assetReservations, type ReservationState } from '@deskhand/contract'
import { isKeeper } from '../../assets/access.ts'
import { beginOperation } from '../../operations/commands/begin.ts'
import { clock } from '../../platform/clock/clock.ts'
import type { Tx } from '../../platform/db/transaction.ts'
import { answer } from '../../platform/http/answer.ts'
import { handle } from '../../platform/http/handle.ts'
import { newId } from '../../platform/ids.ts'
import { refuseField, Stop } from '../../platform/stop.ts'
import { about, loadReservation, shownTo } from '../access.ts'
import { freeAt } from '../rules.ts'
import { words } from '../words.ts'
import { holdLoanThings, pickFree } from './choose.ts'
import { mustBePeriod } from './period.ts'
import { unlessTaken } from './write.ts'

export const create = handle(assetReservations.create, async (inside) => {
  const { tx, actor, body } = inside
  const period = { startsAt: new Date(body.startsAt), endsAt: new Date(body.endsAt) }
  mustBePeriod(period)
  const personId = body.personId?.toLowerCase() ?? actor.id
  const asked = body.assetId ? 'ASSET' : body.modelId ? 'MODEL' : 'CATEGORY'
  const things = await holdLoanThings(tx, body)
  const kept = things.filter((thing) => isKeeper(actor, thing))
  const isKept = kept.length > 0
  const allowed = isKept ? kept : things.filter(({ isRequestable }) => isRequestable)
  const [first] = allowed
  if (!first)
    throw refuseField(
      { ASSET: 'assetId', MODEL: 'modelId', CATEGORY: 'categoryId' }[asked],
      words.noSuchThing,
    )
  if (personId !== actor.id && !isKept) throw new Stop('forbidden', words.onlyForOneself)
  const person = await mustBeHere(tx, personId)
  const thing =
    body.isDraft && asked !== 'ASSET' ? null : body.isDraft ? first : await pickFree(tx, allowed, period)
  const state: ReservationState = body.isDraft ? 'DRAFT' : isKept ? 'RESERVED' : 'REQUESTED'
  const id = newId()
  const modelId = thing?.modelId ?? body.modelId ?? null
  await unlessTaken(tx, first.name, () =>
    tx.run(insert, [
      actor.companyId,
      id,
      state,
      thing?.id ?? null,
      thing?.assetTag ?? null,
      asked,
      modelId,
      first.categoryId,
      personId,
      actor.id,
      period.startsAt,
      period.endsAt,
      freeAt(period, thing ?? first),
      body.note ?? null,
      clock.now(),
    ]),
  )
  const made = await loadReservation({ tx, actor }, id)
  const operation = await beginOperation(inside, {
    kind: 'asset_reservations.create',
    summary: words.summary.made(made.name, person.name),
    changed: 1,
  })
  const { startsAt, endsAt, assetId } = made
  operation.record(
    'asset_reservation.made',
    about(made),
    { state, personId, assetId },
    { state: [null, state], startsAt: [null, startsAt], endsAt: [null, endsAt], assetId: [null, assetId] },
  )
  return answer(
    { ...shownTo(actor, made), operationId: operation.id },
    { version: made.version, location: `/asset-reservations/${id}` },
  )
})

async function mustBeHere(tx: Tx, id: string): Promise<{ name: string }> {
  const [person] = await tx.query<{ name: string; isHere: boolean }>(
    `select name, state in ('ACTIVE', 'INVITED') and deleted_at is null as "isHere" from app.people
     where company_id = $1 and id = $2`,
    [tx.whose.companyId, id],
  )
  if (!person) throw refuseField('personId', words.noSuchPerson)
  if (!person.isHere) throw refuseField('personId', words.hasLeft(person.name))
  return person
}

const insert = `
  insert into app.asset_reservations (company_id, id, state, asset_id, asset_tag, asked, model_id, category_id, person_id,
    reserved_by_id, starts_at, ends_at, free_at, note, created_at, updated_at)
  values ($1, $2, $3, $4, $5, $6, $7, $8, $9, $10, $11, $12, $13, $14, $15, $15)`
