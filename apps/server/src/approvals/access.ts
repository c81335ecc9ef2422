import type { PolicyDefinition } from '@deskhand/contract'
import { costCenterNamed, costOf, type Sample } from '../approval-policies/rules.ts'
import { calendarFacts } from '../calendars/access.ts'
import { costCenterOf } from '../cost-centers/access.ts'
import { readRates } from '../exchange-rates/access.ts'
import { permissionsOf } from '../identity/rules.ts'
import type { Actor } from '../platform/actor.ts'
import { afterBusinessTime, type BusinessCalendar } from '../platform/clock/businessTime.ts'
import type { Db } from '../platform/db/kysely.ts'
import type { Tx } from '../platform/db/transaction.ts'
import { isUuid } from '../platform/ids.ts'
import type { Subject } from '../platform/log/event.ts'
import type { RecordEvent } from '../platform/log/record.ts'
import { Stop } from '../platform/stop.ts'
import { about, loadRequest, type RequestRecord } from '../requests/access.ts'
import type { Round } from './round.ts'
import { readRound } from './storeRound.ts'
import { words } from './words.ts'

/** What every change of a round works with. */
export type Work = { tx: Tx; record: RecordEvent }

export const noSuchApproval = () => new Stop('not_found', words.noSuchApproval)

/**
 * The round and its request, locked, or the same 404 for hidden and missing: a round is as visible as its request.
 * The request's lock is the round's: whatever changes either waits here.
 */
export async function loadApproval(
  { tx, db, actor }: { tx: Tx; db: Db; actor: Actor },
  idText: string,
): Promise<{ request: RequestRecord; round: Round }> {
  const id = idText.toLowerCase()
  const [row] = isUuid(id)
    ? await tx.query<{ requestId: string }>(
        'select request_id as "requestId" from app.approvals where company_id = $1 and id = $2',
        [actor.companyId, id],
      )
    : []
  if (!row) throw noSuchApproval()
  const request = await loadRequest({ tx, db, actor }, row.requestId, { lock: true }).catch(
    (refusal: unknown) => {
      throw refusal instanceof Stop && refusal.code === 'not_found' ? noSuchApproval() : refusal
    },
  )
  const round = await readRound(tx, { id })
  if (!round) throw noSuchApproval()
  return { request, round }
}

/** The request as the subject of an event that these people hear of too. */
export const aboutWith = (request: RequestRecord, people: readonly string[]): Subject => {
  const subject = about(request)
  return { ...subject, people: [...(subject.people ?? []), ...people] }
}

/** A request as policies look at it. */
export async function sampleOf(
  tx: Tx,
  request: Pick<
    RequestRecord,
    'requesterId' | 'createdById' | 'serviceDeskId' | 'requestTypeId' | 'customFields'
  >,
): Promise<Sample> {
  const customFields: Record<string, unknown> =
    typeof request.customFields === 'object' && request.customFields !== null
      ? { ...request.customFields }
      : {}
  const { requesterId, createdById, serviceDeskId: deskId, requestTypeId } = request
  const [rates, costCenter] = await Promise.all([
    readRates(tx),
    costCenterOf(tx, costCenterNamed(customFields), requesterId),
  ])
  return {
    requesterId,
    createdById,
    deskId,
    requestTypeId,
    ...costOf(customFields, rates),
    costCenter,
    customFields,
  }
}

/** When the company works: the clock of an approver goes by it. */
export const hoursOf = async (tx: Tx): Promise<BusinessCalendar> => (await calendarFacts(tx)).standard.hours

/** The moment after so many working hours. */
export const hoursAfter = (hours: BusinessCalendar, start: Date, count: number): Date =>
  new Date(afterBusinessTime(hours, start.getTime(), count * 3_600_000))

export async function namesOf(tx: Tx, ids: readonly string[]): Promise<Map<string, string>> {
  const rows = await tx.query<{ id: string; name: string }>(
    'select id, name from app.people where company_id = $1 and id = any ($2::uuid[])',
    [tx.whose.companyId, ids],
  )
  return new Map(rows.map(({ id, name }) => [id, name]))
}

/** Whoever of these may see a confidential request without being put there by its policy. */
export async function seersAmong(
  tx: Tx,
  request: Pick<RequestRecord, 'id' | 'requesterId' | 'accessIncludesDesk' | 'serviceDeskId'>,
  ids: readonly string[],
): Promise<Set<string>> {
  const rows = await tx.query<{ id: string }>(
    `select p.id from app.people p where p.company_id = $1 and p.id = any ($3::uuid[]) and (
       p.id = $4
       or ($5 and exists (select from app.desk_members m
            where m.company_id = $1 and m.desk_id = $6 and m.person_id = p.id))
       or exists (select from app.request_access a
            where a.company_id = $1 and a.request_id = $2 and a.person_id = p.id))`,
    [
      tx.whose.companyId,
      request.id,
      ids,
      request.requesterId,
      request.accessIncludesDesk,
      request.serviceDeskId,
    ],
  )
  return new Set(rows.map(({ id }) => id))
}

/** Somebody who decides without a session: by the link that their mail brought. Null when they are gone. */
export async function actorBy(tx: Tx, personId: string): Promise<Actor | null> {
  const [row] = await tx.query<{
    accountId: string
    name: string
    isAdmin: boolean
    desks: Record<string, 'TECHNICIAN' | 'SUPERVISOR'>
  }>(
    `select p.account_id as "accountId", p.name, p.is_admin as "isAdmin",
       coalesce((select json_object_agg(m.desk_id, m.role) from app.desk_members m
         where m.company_id = p.company_id and m.person_id = p.id), '{}') as desks
     from app.people p where p.company_id = $1 and p.id = $2 and p.state = 'ACTIVE' and p.deleted_at is null`,
    [tx.whose.companyId, personId],
  )
  if (!row) return null
  const { accountId, name, isAdmin } = row
  const desks = new Map(Object.entries(row.desks))
  return {
    accountId,
    sessionId: '',
    companyId: tx.whose.companyId ?? '',
    id: personId,
    name,
    isAdmin,
    isSuperAdmin: false,
    desks,
    permissions: permissionsOf(isAdmin, false, [...desks.values()]),
  }
}

/** What a round needs of its policy beside the steps, which it keeps itself. */
export type Terms = Pick<PolicyDefinition, 'boundTo' | 'tolerancePercent' | 'resolves' | 'allowsSamePerson'>
