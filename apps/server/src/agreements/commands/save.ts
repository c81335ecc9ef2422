import { touchClocks } from '../../calendars/access.ts'
import { clock } from '../../platform/clock/clock.ts'
import type { Tx } from '../../platform/db/transaction.ts'
import { refuseField } from '../../platform/stop.ts'
import type { Policy, Step } from '../policy.ts'
import { words } from '../words.ts'
import { checkSteps, stepsBy } from './checkSteps.ts'

type Wanted = Omit<Policy, 'version' | 'position' | 'escalations'> & { position: number | undefined }

/** Writes a policy whole, new or as its next version, and keeps that version for the ledgers that go by it. */
export async function save(tx: Tx, wanted: Wanted): Promise<void> {
  const escalations = await check(tx, wanted)
  const { companyId } = tx.whose
  const { id, name, position, isActive, serviceDeskId, requestTypeId, site, isVip, calendarId } = wanted
  await Promise.all([
    tx.run(
      `insert into app.sla_policies (company_id, id, name, position, is_active, desk_id, request_type_id, site, is_vip,
         calendar_id, targets, pauses, at_risk_percent, escalation_policy_id, created_at, updated_at)
       select $1, $2, $3, coalesce($4, max(p.position) + 1, 0), $5, $6, $7, $8, $9, $10, $11, $12, $13, $14, $15, $15
       from app.sla_policies p where p.company_id = $1 and p.retired_at is null
       on conflict (company_id, id) do update set name = excluded.name, position = excluded.position,
         is_active = excluded.is_active, desk_id = excluded.desk_id, request_type_id = excluded.request_type_id,
         site = excluded.site, is_vip = excluded.is_vip, calendar_id = excluded.calendar_id,
         targets = excluded.targets, pauses = excluded.pauses, at_risk_percent = excluded.at_risk_percent,
         escalation_policy_id = excluded.escalation_policy_id, updated_at = excluded.updated_at, version = sla_policies.version + 1`,
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
        wanted.escalationPolicyId,
        clock.now(),
      ],
    ),
    tx.run(
      `insert into app.sla_policy_versions (company_id, policy_id, version, body)
       select p.company_id, p.id, p.version, $3 from app.sla_policies p where p.company_id = $1 and p.id = $2`,
      [companyId, id, JSON.stringify({ ...wanted, escalations })],
    ),
    touchClocks(tx),
  ])
}

/** Refuses what could never hold: unknown desks, kinds, calendars, and steps that do not fit it; answers its steps. */
export async function check(tx: Tx, wanted: Omit<Wanted, 'position'>): Promise<Step[]> {
  const { serviceDeskId, requestTypeId, calendarId, escalationPolicyId, targets } = wanted
  const promised = Object.values(targets).flatMap((target) => Object.values(target))
  if (promised.every((minutes) => minutes === null)) throw refuseField('targets', words.promisesNothing)
  const [found] = await tx.query<Record<'desk' | 'type' | 'calendar', boolean>>(known, [
    tx.whose.companyId,
    serviceDeskId,
    requestTypeId,
    calendarId,
  ])
  if (!found?.desk) throw refuseField('serviceDeskId', words.noSuchDesk)
  if (!found.type) throw refuseField('requestTypeId', words.noSuchType)
  if (!found.calendar) throw refuseField('calendarId', words.noSuchCalendar)
  const steps = await stepsBy(tx, escalationPolicyId)
  await checkSteps(tx, steps, [{ serviceDeskId, targets }], 'escalationPolicyId')
  return steps
}

const known = `
  select $2::uuid is null or exists (select from app.desks where company_id = $1 and id = $2) as desk,
    $3::uuid is null or exists (select from app.request_types t
      where t.company_id = $1 and t.id = $3 and ($2::uuid is null or t.desk_id = $2)) as type,
    $4::uuid is null or exists (select from app.calendars where company_id = $1 and id = $4) as calendar`
