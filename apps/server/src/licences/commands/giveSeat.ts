import type { Licence } from '@deskhand/contract'
import { loadAsset } from '../../assets/access.ts'
import { type Actor, personOf } from '../../platform/actor.ts'
import { clock } from '../../platform/clock/clock.ts'
import type { Tx } from '../../platform/db/transaction.ts'
import { newId } from '../../platform/ids.ts'
import { refuseField, Stop } from '../../platform/stop.ts'
import { about, holdLicence, type Work } from '../access.ts'
import { refusalOfKind } from '../rules.ts'
import { words } from '../words.ts'

export type Taker = { kind: 'person' | 'thing'; id: string; name: string }
type Target = { personId?: string | null | undefined; assetId?: string | null | undefined }

/** Whoever or whatever is to have a seat, held until the commit so that it does not leave meanwhile. */
export async function readTaker(tx: Tx, { personId, assetId }: Target): Promise<Taker> {
  const { companyId } = tx.whose
  if (personId) {
    const [person] = await tx.query<{ id: string; name: string; isHere: boolean }>(
      `select id, name, state in ('ACTIVE', 'INVITED') and deleted_at is null as "isHere"
       from app.people where company_id = $1 and id = $2 for share`,
      [companyId, personId],
    )
    if (!person) throw refuseField('personId', words.noSuchPerson)
    if (!person.isHere) throw refuseField('personId', words.hasLeft(person.name))
    return { kind: 'person', id: person.id, name: person.name }
  }
  const asset = await loadAsset({ tx, actor: { companyId: companyId ?? '' } }, assetId ?? '', {
    lock: true,
  }).catch(() => {
    throw refuseField('assetId', words.noSuchThing)
  })
  if (['RETIRED', 'VOID', 'MISSING'].includes(asset.status))
    throw refuseField('assetId', words.thingGone(asset.assetTag))
  return { kind: 'thing', id: asset.id, name: asset.assetTag }
}

/** The licence, locked, where this one can have a seat of it now. */
export async function mustHaveRoom(
  { tx, actor }: { tx: Tx; actor: Actor },
  licenceId: string,
  to: Taker,
): Promise<Licence> {
  const licence = await holdLicence({ tx, actor }, licenceId)
  const wrong = refusalOfKind(licence.kind, to.kind)
  if (wrong) throw refuseField(wrong.field, wrong.message)
  if (licence.isOver) throw new Stop('state', words.over(licence.name))
  const held = await tx.query(
    `select from app.licence_seats where company_id = $1 and licence_id = $2 and freed_at is null
       and coalesce(person_id, asset_id) = $3`,
    [tx.whose.companyId, licence.id, to.id],
  )
  if (held.length > 0) throw new Stop('conflict', words.hasOne(to.name, licence.name))
  if (licence.free <= 0) throw new Stop('state', words.full(licence.name, licence.seats))
  return licence
}

/** Gives a seat of a locked licence away. */
export async function giveSeat(
  { tx, actor, record }: Work,
  licence: Pick<Licence, 'id' | 'name'>,
  to: Taker,
  note: string | null,
): Promise<string> {
  const id = newId()
  const ids = { personId: to.kind === 'person' ? to.id : null, assetId: to.kind === 'thing' ? to.id : null }
  await tx.run(
    `insert into app.licence_seats (company_id, id, licence_id, person_id, asset_id, note, assigned_at, assigned_by_id)
     values ($1, $2, $3, $4, $5, $6, $7, $8)`,
    [
      tx.whose.companyId,
      id,
      licence.id,
      ids.personId,
      ids.assetId,
      note,
      clock.now(),
      actor ? personOf(actor) : null,
    ],
  )
  record('licence.seat_assigned', about(licence), { seatId: id, to: to.name, ...ids })
  return id
}
