import { PlanTemplate } from '@deskhand/contract'
import type { z } from 'zod'
import type { Actor } from '../platform/actor.ts'
import type { Tx } from '../platform/db/transaction.ts'
import { isUuid } from '../platform/ids.ts'
import type { Subject } from '../platform/log/event.ts'
import { Stop } from '../platform/stop.ts'
import type { When } from './recurrence.ts'
import { words } from './words.ts'

export type Template = z.output<typeof PlanTemplate>

export type PlanRecord = When & {
  id: string
  serviceDeskId: string
  ownerId: string
  name: string
  template: Template
  catchUp: 'SKIP' | 'ONE'
  isPaused: boolean
  nextRunAt: Date | null
  version: number
}

export const planFields = `p.id, p.service_desk_id as "serviceDeskId", p.owner_id as "ownerId", p.name, p.rule,
  p.starts_on::text as "startsOn", p.at_time as time, p.zone, p.template, p.catch_up as "catchUp",
  p.is_paused as "isPaused", p.next_run_at as "nextRunAt", p.version`

const leads = (actor: Actor, deskId: string): boolean =>
  actor.isAdmin || actor.desks.get(deskId) === 'SUPERVISOR'

/** Stops where this person does not lead the desk. */
export function mustLead(actor: Actor, deskId: string): void {
  if (!leads(actor, deskId)) throw new Stop('forbidden', words.onlyLead)
}

/** A plan of a desk that the caller leads; the same 404 for others and for none. */
export async function loadPlan(
  { tx, actor, ifMatch }: { tx: Tx; actor: Actor; ifMatch?: readonly string[] | null },
  id: string,
  { lock = false }: { lock?: boolean } = {},
): Promise<PlanRecord> {
  const known = id.toLowerCase()
  const [plan] = isUuid(known)
    ? await tx.query<PlanRecord>(
        `select ${planFields} from app.request_plans p
         where p.company_id = $1 and p.id = $2 and p.deleted_at is null ${lock ? 'for update' : ''}`,
        [actor.companyId, known],
      )
    : []
  if (!plan || !leads(actor, plan.serviceDeskId)) throw new Stop('not_found', words.noSuchPlan)
  if (ifMatch && !ifMatch.includes(String(plan.version))) throw new Stop('stale', words.stale)
  return { ...plan, template: PlanTemplate.parse(plan.template) }
}

export const aboutPlan = ({
  id,
  name,
  serviceDeskId,
}: Pick<PlanRecord, 'id' | 'name' | 'serviceDeskId'>): Subject => ({
  type: 'plan',
  id,
  ref: name,
  deskId: serviceDeskId,
})
