import { type BodyOf, times } from '@deskhand/contract'
import { clock } from '../../platform/clock/clock.ts'
import { answer } from '../../platform/http/answer.ts'
import { handle } from '../../platform/http/handle.ts'
import { changesBetween } from '../../platform/log/event.ts'
import { refuseField, Stop } from '../../platform/stop.ts'
import { type EntryRecord, holdEntry } from '../access.ts'
import { readEntry } from '../queries/list.ts'
import { secondsBetween } from '../rules.ts'
import { words } from '../words.ts'

/** Stops a timer, or corrects an entry; the log keeps who changed what from which value. */
export const correct = handle(times.correct, async ({ tx, db, actor, params, body, record }) => {
  const { entry, place, subject } = await holdEntry({ tx, db, actor }, params)
  const after = afterOf(entry, body, clock.now())
  const changes = changesBetween<object>(entry, after)
  const unchanged = Object.keys(changes).length === 0
  if (!unchanged) {
    const isStop = entry.seconds === null && after.seconds !== null
    await tx.run(
      `update app.time_entries set kind = $3, note = $4, started_at = $5, seconds = $6, is_billable = $7,
         rate_amount = $8, rate_currency = $9, updated_at = $10,
         corrected_at = case when $11 then corrected_at else $10 end
       where company_id = $1 and id = $2`,
      [
        place.companyId,
        entry.id,
        after.type,
        after.note,
        after.startedAt,
        after.seconds,
        after.isBillable,
        after.rate?.amount ?? null,
        after.rate?.currency ?? null,
        clock.now(),
        entry.seconds === null,
      ],
    )
    const data = { entryId: entry.id, personId: entry.personId, seconds: after.seconds }
    record(isStop ? 'time.stopped' : 'time.corrected', subject, data, changes)
  }
  return answer(await readEntry(tx, actor, place, entry.id), { unchanged })
})

function afterOf(entry: EntryRecord, body: BodyOf<typeof times.correct>, now: Date): EntryRecord {
  const { isRunning, minutes, startedAt, ...rest } = body
  if (isRunning === false && entry.seconds !== null) throw new Stop('state', words.stopped)
  const isStill = entry.seconds === null && isRunning === undefined
  if (isStill && (minutes !== undefined || startedAt !== undefined)) throw new Stop('state', words.runsStill)
  const said = Object.fromEntries(Object.entries(rest).filter(([, value]) => value !== undefined))
  const after: EntryRecord = {
    ...entry,
    ...said,
    startedAt: startedAt ? new Date(startedAt) : entry.startedAt,
    seconds: entry.seconds,
  }
  if (minutes !== undefined) after.seconds = minutes * 60
  else if (isRunning === false) after.seconds = secondsBetween(after.startedAt, now)
  // What is not billable any more has no rate, unless the caller says both, which contradicts itself.
  if (!after.isBillable) {
    if (body.rate) throw refuseField('rate', words.freeOfCharge)
    after.rate = null
  }
  if (after.seconds !== null && after.startedAt.getTime() + after.seconds * 1000 > now.getTime() + 60_000)
    throw refuseField('startedAt', words.future)
  return after
}
