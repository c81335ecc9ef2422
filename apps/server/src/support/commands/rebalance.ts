import { support } from '@deskhand/contract'
import { sql } from 'kysely'
import { loadDesk } from '../../desks/access.ts'
import { answer } from '../../platform/http/answer.ts'
import { handle } from '../../platform/http/handle.ts'
import { refuseField, Stop } from '../../platform/stop.ts'
import { lockSome } from '../../requests/access.ts'
import { give } from '../../requests/commands/assign.ts'
import { type Handover, most, proposeHandovers } from '../rules.ts'
import { words } from '../words.ts'

type Found = { id: string; referenceNumber: string; summary: string; from: string | null }
type Person = { id: string; name: string; load: number }

export const rebalance = handle(support.rebalance, async (inside) => {
  const { tx, db, actor, body, record, platform } = inside
  const desk = await loadDesk(platform, tx, body.serviceDeskId).catch(() => {
    throw refuseField('serviceDeskId', words.noSuchDesk)
  })
  if (!actor.isAdmin && actor.desks.get(desk.id) !== 'SUPERVISOR') throw new Stop('forbidden', words.notLed)
  const [people, found] = await Promise.all([
    tx.query<Person>(findPeople, [actor.companyId, desk.id]),
    tx.query<Found>(findLoose, [
      actor.companyId,
      desk.id,
      body.handovers?.map(({ requestId }) => requestId) ?? null,
    ]),
  ])
  const byId = new Map(found.map((one) => [one.id, one]))
  const names = new Map(people.map(({ id, name }) => [id, name]))
  const shown = (moves: readonly Handover[]) =>
    moves.map(({ id, from, to }) => ({
      requestId: id,
      referenceNumber: byId.get(id)?.referenceNumber ?? '',
      summary: byId.get(id)?.summary ?? '',
      fromId: from,
      fromName: from === null ? null : (names.get(from) ?? null),
      toId: to,
      toName: names.get(to) ?? '',
    }))
  if (!body.handovers) return answer({ data: shown(proposeHandovers(people, found)) }, { unchanged: true })

  const wanted = new Map(body.handovers.map(({ requestId, toId }) => [requestId, toId]))
  if ([...wanted.keys()].some((id) => !byId.has(id))) throw new Stop('state', words.noSuchRequest)
  const ids = [...wanted.keys()]
  const locked = await lockSome(db, actor.companyId, sql`requests.id = any (${ids}::uuid[])`, most, {
    wait: true,
  })
  const moves: Handover[] = []
  for (const request of locked) {
    const to = wanted.get(request.id) ?? ''
    // Fifty at most, each with its own check of who may have it; they are one decision and one transaction.
    if (await give({ tx, actor, record }, request, { assignedToId: to }))
      moves.push({ id: request.id, from: request.assignedToId, to })
  }
  return answer({ data: shown(moves) }, { unchanged: moves.length === 0 })
})

const inHand = `r.company_id = $1 and r.service_desk_id = $2 and r.deleted_at is null and r.closed_at is null
  and r.status not in ('RESOLVED', 'REJECTED') and r.status not in ('WAITING', 'ACTION_REQUIRED') and r.snoozed_at is null`

const findPeople = `
  select p.id, p.name, (select count(*)::int from app.requests r where ${inHand} and r.assigned_to_id = p.id) as load
  from app.desk_members m join app.people p on p.company_id = m.company_id and p.id = m.person_id
  where m.company_id = $1 and m.desk_id = $2 and p.state = 'ACTIVE' and p.deleted_at is null
  order by p.name, p.id`

// What is begun stays with who began it; what is confidential is shared out by hand.
const findLoose = `
  select r.id, r.reference_number as "referenceNumber", r.summary, r.assigned_to_id as "from"
  from app.requests r
  where ${inHand} and not r.is_confidential
    and (($3::uuid[] is null and (r.assigned_to_id is null or r.status <> 'IN_PROGRESS')) or r.id = any ($3))
  order by r.sla_due_at nulls last, r.id limit 500`
