import type { Priority, SlaTarget } from '@deskhand/contract'
import { touchClocks } from '../../calendars/access.ts'
import { clock } from '../../platform/clock/clock.ts'
import type { Tx } from '../../platform/db/transaction.ts'
import { refuseField } from '../../platform/stop.ts'
import type { Policy } from '../policy.ts'
import { words } from '../words.ts'

type Wanted = Omit<Policy, 'version' | 'position'> & { position: number | undefined }

/** Writes a policy whole, new or as its next version, and keeps that version for the ledgers that go by it. */
export async function save(tx: Tx, wanted: Wanted): Promise<void> {
  await check(tx, wanted)
  const { companyId } = tx.whose
  const { id, name, position, isActive, serviceDeskId, requestTypeId, site, isVip, calendarId } = wanted
  await Promise.all([
    tx.run(
      `insert into app.sla_policies (company_id, id, name, position, is_active, desk_id, request_type_id, site, is_vip,
         calendar_id, targets, pauses, at_risk_percent, escalations, created_at, updated_at)
       select $1, $2, $3, coalesce($4, max(p.position) + 1, 0), $5, $6, $7, $8, $9, $10, $11, $12, $13, $14, $15, $15
       from app.sla_policies p where p.company_id = $1 and p.retired_at is null
       on conflict (company_id, id) do update set name = excluded.name, position = excluded.position,
         is_active = excluded.is_active, desk_id = excluded.desk_id, request_type_id = excluded.request_type_id,
         site = excluded.site, is_vip = excluded.is_vip, calendar_id = excluded.calendar_id,
         targets = excluded.targets, pauses = excluded.pauses, at_risk_percent = excluded.at_risk_percent,
         escalations = excluded.escalations, updated_at = excluded.updated_at, version = sla_policies.version + 1`,
      [
        companyId,
        id,
        name,
        position ?? null,
        isActive,
        serviceDeskId,
        requestTypeId,
        site,
        isVip,
        calendarId,
        JSON.stringify(wanted.targets),
        JSON.stringify(wanted.pauses),
        wanted.atRiskPercent,
        JSON.stringify(wanted.escalations),
        clock.now(),
      ],
    ),
    tx.run(
      `insert into app.sla_policy_versions (company_id, policy_id, version, body)
       select p.company_id, p.id, p.version, $3 from app.sla_policies p where p.company_id = $1 and p.id = $2`,
      [companyId, id, JSON.stringify(wanted)],
    ),
    touchClocks(tx),
  ])
}

/** Refuses what could never hold: unknown desks, kinds, calendars and people, steps that say nothing. */
export async function check(tx: Tx, wanted: Omit<Wanted, 'position'>): Promise<void> {
  const { serviceDeskId, requestTypeId, calendarId, escalations, targets } = wanted
  const promised = Object.values(targets).flatMap((target) => Object.values(target))
  if (promised.every((minutes) => minutes === null)) throw refuseField('targets', words.promisesNothing)
  const ids = new Set<string>()
  for (const { id, action, target, moment } of escalations) {
    if (ids.has(id)) throw refuseField('escalations', words.twice(id))
    ids.add(id)
    if (action.do === 'REASSIGN' && !action.assignedToId && !action.assignedTeamId)
      throw refuseField('escalations', words.gives)
    if (moment.at === 'BEFORE' && moment.minutes >= longest(targets, target))
      throw refuseField('escalations', words.tooEarly(moment.minutes))
  }
  const people = escalations.flatMap(({ action }) =>
    action.do === 'REASSIGN' && action.assignedToId ? [action.assignedToId] : [],
  )
  const teams = escalations.flatMap(({ action }) =>
    action.do === 'REASSIGN' && action.assignedTeamId ? [action.assignedTeamId] : [],
  )
  const [found] = await tx.query<Record<'desk' | 'type' | 'calendar' | 'people' | 'teams', boolean>>(known, [
    tx.whose.companyId,
    serviceDeskId,
    requestTypeId,
    calendarId,
    people,
    teams,
  ])
  if (!found?.desk) throw refuseField('serviceDeskId', words.noSuchDesk)
  if (!found.type) throw refuseField('requestTypeId', words.noSuchType)
  if (!found.calendar) throw refuseField('calendarId', words.noSuchCalendar)
  if (!found.people) throw refuseField('escalations', words.noSuchPerson)
  if (!found.teams) throw refuseField('escalations', words.noSuchTeam)
}

const names = {
  FIRST_RESPONSE: 'firstResponse',
  NEXT_RESPONSE: 'nextResponse',
  RESOLUTION: 'resolution',
} as const

/** The longest promise of this target in minutes; a blank resolution is what the kind promises, of any length. */
function longest(targets: Policy['targets'], target: SlaTarget): number {
  const all = (Object.keys(targets) as Priority[]).map((priority) => targets[priority][names[target]])
  if (target === 'RESOLUTION' && all.includes(null)) return Number.POSITIVE_INFINITY
  return Math.max(0, ...all.map((minutes) => minutes ?? 0))
}

const known = `
  select $2::uuid is null or exists (select from app.desks where company_id = $1 and id = $2) as desk,
    $3::uuid is null or exists (select from app.request_types t
      where t.company_id = $1 and t.id = $3 and ($2::uuid is null or t.desk_id = $2)) as type,
    $4::uuid is null or exists (select from app.calendars where company_id = $1 and id = $4) as calendar,
    not exists (select from unnest($5::uuid[]) id where not exists (select from app.desk_members m
      where m.company_id = $1 and m.person_id = id and ($2::uuid is null or m.desk_id = $2))) as people,
    not exists (select from unnest($6::uuid[]) id where not exists (select from app.teams t
      where t.company_id = $1 and t.id = id and ($2::uuid is null or t.desk_id = $2))) as teams`
