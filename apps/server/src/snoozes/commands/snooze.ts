import { type BodyOf, snoozes } from '@deskhand/contract'
import { sql } from 'kysely'
import { deskFacts } from '../../desks/access.ts'
import { clock } from '../../platform/clock/clock.ts'
import { handle } from '../../platform/http/handle.ts'
import { refuseField, Stop } from '../../platform/stop.ts'
import { about, addActivity, isStaff, loadRequest, type RequestRecord } from '../../requests/access.ts'
import { answerWhole, readWhole } from '../../requests/queries/whole.ts'
import { isOpen } from '../../requests/rules.ts'
import { faultOfTime, untilWords } from '../rules.ts'
import { words } from '../words.ts'

export const snooze = handle(snoozes.snooze, async (inside) => {
  const { tx, actor, params, body, record, platform } = inside
  const request = await loadRequest(inside, params.id, { lock: true })
  if (!isStaff(actor, request)) throw new Stop('forbidden', words.notStaff)
  if (!isOpen(request)) throw new Stop('state', words.settled)
  await mustNotReplace(inside, request)
  const until = untilOf(body)
  const awaited = body.untilRequest ? await loadAwaited(inside, request, body.untilRequest) : null
  const { zone } = await deskFacts(platform, tx)
  const ref = awaited?.referenceNumber ?? null
  const message = words.snoozed(actor.name, untilWords({ ...until, untilRef: ref }, zone))
  const written = tx.run(putToSleep, [
    actor.companyId,
    request.id,
    actor.id,
    actor.name,
    clock.now(),
    until.untilAt,
    until.untilReply,
    awaited?.id ?? null,
  ])
  const entered = addActivity(tx, request, actor, { activityType: 'SYSTEM', message, isInternal: true })
  record('request.snoozed', about(request), {
    untilAt: until.untilAt?.toISOString() ?? null,
    untilReply: until.untilReply,
    untilRequestId: awaited?.id ?? null,
  })
  await Promise.all([written, entered])
  return answerWhole(tx, actor, request)
})

function untilOf({ untilAt, untilReply = false }: BodyOf<typeof snoozes.snooze>) {
  if (!untilAt) return { untilAt: null, untilReply }
  const at = new Date(untilAt)
  const fault = faultOfTime(at, clock.now())
  if (fault) throw refuseField('untilAt', fault)
  return { untilAt: at, untilReply }
}

/**
 * A colleague's snooze is not saved over unseen. It raises no version, so that an `If-Match` cannot tell of it; one's own
 * is simply chosen anew.
 */
async function mustNotReplace(
  { tx, actor }: Parameters<typeof loadRequest>[0],
  request: RequestRecord,
): Promise<void> {
  const [asleep] = await tx.query<{ name: string }>(
    `select s.snoozed_by_name as name from app.request_snoozes s
     join app.requests r on r.company_id = s.company_id and r.id = s.request_id and r.snoozed_at is not null
     where s.company_id = $1 and s.request_id = $2 and s.woke_at is null
       and s.snoozed_by_id is distinct from $3`,
    [actor.companyId, request.id, actor.id],
  )
  if (!asleep) return
  const seen = await readWhole(tx, actor, sql`r.id = ${request.id}`)
  throw new Stop('state', words.asleep(asleep.name), { current: JSON.parse(seen?.text ?? 'null') })
}

/** The request whose end is waited for: one that the caller sees, that is not over, and whose number is no secret. */
async function loadAwaited(
  inside: Parameters<typeof loadRequest>[0],
  request: RequestRecord,
  idOrReference: string,
): Promise<RequestRecord> {
  const awaited = await loadRequest({ ...inside, ifMatch: null }, idOrReference).catch((thrown: unknown) => {
    if (thrown instanceof Stop && thrown.code === 'not_found')
      throw refuseField('untilRequest', words.noSuchRequest)
    throw thrown
  })
  if (awaited.id === request.id) throw refuseField('untilRequest', words.itself)
  if (awaited.isConfidential) throw refuseField('untilRequest', words.awaitedSealed)
  if (!isOpen(awaited) || awaited.deletedAt)
    throw refuseField('untilRequest', words.awaitedSettled(awaited.referenceNumber))
  return awaited
}

// Neither version nor `updated_at`: the requester cannot tell that their request sleeps.
const putToSleep = `
  with asleep as (
    update app.requests set snoozed_at = $5, woke_at = null where company_id = $1 and id = $2)
  insert into app.request_snoozes (company_id, request_id, snoozed_by_id, snoozed_by_name, snoozed_at, until_at,
    until_reply, until_request_id)
  values ($1, $2, $3, $4, $5, $6, $7, $8)
  on conflict (company_id, request_id) do update set snoozed_by_id = excluded.snoozed_by_id,
    snoozed_by_name = excluded.snoozed_by_name, snoozed_at = excluded.snoozed_at, until_at = excluded.until_at,
    until_reply = excluded.until_reply, until_request_id = excluded.until_request_id, woke_at = null,
    woke_because = null`
