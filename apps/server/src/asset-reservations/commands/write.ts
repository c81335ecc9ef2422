import { type EventData, keepingStates, reservationStates } from '@deskhand/contract'
import { DatabaseError } from 'pg'
import { clock } from '../../platform/clock/clock.ts'
import type { Tx } from '../../platform/db/transaction.ts'
import { changesBetween } from '../../platform/log/event.ts'
import { Stop } from '../../platform/stop.ts'
import { about, type ReservationFields, type ReservationRecord, type Work } from '../access.ts'
import { words } from '../words.ts'

type Inside = Pick<Work, 'tx' | 'record'>

/**
 * Until the commit nobody else of the company keeps or hands out things of these categories. Whoever holds things
 * locked them before this, so that nobody waits in a circle.
 */
export const holdCategories = (tx: Tx, categoryIds: readonly string[]) =>
  tx.run(
    `select pg_advisory_xact_lock(hashtextextended(k.key, 0)) from (
       select distinct 'loans of ' || id as key from unnest($1::text[]) one(id) order by 1) k`,
    [categoryIds],
  )

/** What the database refuses because another one has the thing then, as people read it. */
export async function unlessTaken<Result>(
  tx: Tx,
  name: string,
  write: () => Promise<Result>,
): Promise<Result> {
  try {
    return await tx.attempt(write)
  } catch (error) {
    if (error instanceof DatabaseError && error.code === '23P01')
      throw new Stop('conflict', words.takenMeanwhile(name))
    throw error
  }
}

type Told =
  | { name: 'asset_reservation.changed' }
  | { name: 'asset_reservation.moved'; reason?: string | undefined }
  | { name: 'asset_reservation.undone'; event: string }
  | { name: 'asset_reservation.chased'; whom: EventData<'asset_reservation.chased'>['whom'] }

/** Writes these fields of a locked reservation and records what changed; without a difference it does nothing. */
export async function writeReservation(
  { tx, record }: Inside,
  before: ReservationRecord,
  given: Partial<ReservationFields>,
  told: Told,
): Promise<ReservationRecord> {
  const changes = changesBetween<Partial<ReservationFields>>(before, given)
  const fields = Object.keys(changes)
  if (fields.length === 0 && told.name !== 'asset_reservation.chased') return before
  const now = clock.now()
  const after = { ...before, ...given, version: before.version + 1, updatedAt: now.toISOString() }
  const write = () =>
    tx.run(update, [
      tx.whose.companyId,
      before.id,
      now,
      after.state,
      after.assetId,
      after.assetTag,
      after.startsAt,
      after.endsAt,
      after.freeAt,
      after.note,
      after.reason,
      after.isSetAside,
      after.handedOutAt,
      after.returnedAt,
    ])
  const mayClash = isKept(after.state) && (!isKept(before.state) || fields.some((field) => field in periodOf))
  await (mayClash ? unlessTaken(tx, before.name, write) : write())
  const subject = about(after)
  switch (told.name) {
    case 'asset_reservation.changed':
      record(told.name, subject, { fields }, changes)
      break
    case 'asset_reservation.moved':
      record(
        told.name,
        subject,
        { from: before.state, to: after.state, reason: told.reason ?? null },
        changes,
      )
      break
    case 'asset_reservation.undone':
      record(told.name, subject, { event: told.event }, changes)
      break
    case 'asset_reservation.chased':
      record(told.name, subject, { whom: told.whom }, changes)
  }
  return after
}

/** Why it cannot become this now, as 409 with what is allowed. */
export function mustBeAbleTo(
  { state }: Pick<ReservationRecord, 'state'>,
  to: ReservationRecord['state'],
): void {
  const refusal = reservationStates.refusal(state, to)
  if (refusal) throw new Stop('state', refusal, { allowed: reservationStates.from(state) })
}

const kept: ReadonlySet<string> = new Set(keepingStates)
const isKept = (state: ReservationRecord['state']) => kept.has(state)
/** What says which thing is kept when. */
const periodOf = { assetId: true, startsAt: true, freeAt: true }

const update = `
  update app.asset_reservations set state = $4, asset_id = $5, asset_tag = $6, starts_at = $7, ends_at = $8, free_at = $9,
    note = $10, reason = $11, is_set_aside = $12, handed_out_at = $13, returned_at = $14, updated_at = $3,
    version = version + 1
  where company_id = $1 and id = $2`
