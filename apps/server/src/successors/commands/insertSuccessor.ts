import { deskFacts } from '../../desks/access.ts'
import type { Actor } from '../../platform/actor.ts'
import { clock } from '../../platform/clock/clock.ts'
import type { Tx } from '../../platform/db/transaction.ts'
import { newId } from '../../platform/ids.ts'
import type { RecordEvent } from '../../platform/log/record.ts'
import type { Platform } from '../../platform/platform.ts'
import { refuseField } from '../../platform/stop.ts'
import { about, type RequestRecord, turnAll } from '../../requests/access.ts'
import { insertRequest } from '../../requests/commands/insertRequest.ts'
import { roleWord } from '../../requests/rules.ts'
import { words as requestWords } from '../../requests/words.ts'

type Inside = { tx: Tx; actor: Actor; record: RecordEvent; platform: Platform }
type Wanted = { summary: string; description: string | null; requestTypeId: string | null }

/** How every request begins. */
const untouched = {
  status: 'SUBMITTED',
  reviewKind: null,
  waitReason: null,
  firstResponseAt: null,
  sla: null,
} as const

/** Makes a request out of another: same desk, same requester, same readers. */
export async function insertSuccessor(
  { tx, actor, record, platform }: Inside,
  from: RequestRecord,
  { summary, description, requestTypeId }: Wanted,
): Promise<RequestRecord> {
  const facts = await deskFacts(platform, tx)
  const desk = facts.desk(from.serviceDeskId)
  if (!desk) throw new Error(`${from.referenceNumber} lies at no desk.`)
  const type = requestTypeId === null ? undefined : facts.type(requestTypeId)
  if (requestTypeId !== null && (!type?.isActive || type.deskId !== desk.id)) {
    throw refuseField('requestTypeId', requestWords.noSuchType)
  }
  const now = clock.now()
  const row = {
    id: newId(),
    summary,
    description,
    priority: from.priority,
    impact: from.impact,
    urgency: from.urgency,
    isConfidential: from.isConfidential || desk.isConfidential || (type?.isConfidential ?? false),
    tags: from.tags,
    customFields: {},
    formVersionId: null,
    serviceDeskId: desk.id,
    requestTypeId: type?.id ?? null,
    requesterId: from.requesterId,
    createdById: actor.id,
    createdAt: now,
  }
  const [clocks] = await turnAll({ tx, platform }, [
    { request: { ...row, ...untouched }, happening: { cause: 'request.created', at: now } },
  ])
  if (!clocks) throw new Error('A request without clocks.')
  const { referenceNumber } = await insertRequest(
    tx,
    { ...row, clocks },
    desk.prefix,
    roleWord(actor, { ...row, deskCode: desk.code }),
  )
  if (from.isConfidential) await tx.run(sameReaders, [from.companyId, from.id, row.id])
  const made = { ...from, ...row, referenceNumber, assignedToId: null, version: 1 }
  record('request.created', about(made), { summary, onBehalf: actor.id !== from.requesterId })
  return made
}

// Whoever makes a confidential one for another is put on its list; here only who was on the old one is.
const sameReaders = `
  with left_out as (
    delete from app.request_access a where a.company_id = $1 and a.request_id = $3
      and a.person_id not in (select person_id from app.request_access where company_id = $1 and request_id = $2)),
  listed as (
    insert into app.request_access (company_id, request_id, person_id, added_by_id, created_at)
    select company_id, $3, person_id, added_by_id, now() from app.request_access
    where company_id = $1 and request_id = $2 on conflict do nothing)
  update app.requests made set access_includes_desk = old.access_includes_desk
  from app.requests old where old.company_id = $1 and old.id = $2 and made.company_id = $1 and made.id = $3`
