import type { Priority, SlaPolicy, SlaTarget, WaitReason } from '@deskhand/contract'
import type { z } from 'zod'
import type { CalendarFact, CalendarFacts } from '../calendars/access.ts'

export type Policy = Omit<z.output<typeof SlaPolicy>, 'updatedAt'>
export type Pauses = Policy['pauses']
export type Step = Policy['escalations'][number]

/** What a company promises, by which hours. */
export type AgreementFacts = Pick<CalendarFacts, 'version' | 'find' | 'ofDesk'> & {
  /** In the order in which they are tried. */
  policies: readonly Policy[]
  /** The hours that a kind of request promises by itself. */
  hoursOfType: (typeId: string) => number | null
  /** Whether somebody's site or standing decides, so that it must be looked up. */
  looksAtPeople: boolean
}

/** Of a request, what decides which promise holds. */
export type Matter = {
  serviceDeskId: string
  requestTypeId: string | null
  priority: Priority
  site: string | null
  isVip: boolean
}

/** What holds for one request. */
export type Terms = {
  policy: Policy | null
  calendar: CalendarFact
  pauses: Pauses
  atRiskPercent: number
  /** Business seconds, or null where nothing is promised. */
  secondsOf: (target: SlaTarget) => number | null
  steps: readonly Step[]
}

const reasons: readonly WaitReason[] = [
  'VENDOR',
  'PART',
  'DELIVERY',
  'CHANGE',
  'APPOINTMENT',
  'DATE',
  'OTHER',
]

/** Where no policy says otherwise: what waits for somebody else is not late on account of the desk. */
export const usualPauses: Pauses = {
  actionRequired: true,
  approval: true,
  waiting: Object.fromEntries(reasons.map((reason) => [reason, true])) as Pauses['waiting'],
}
const usualRisk = 75

/** The first policy that fits, and what the kind promises where it leaves the resolution open. */
export function termsFor(matter: Matter, facts: AgreementFacts): Terms {
  const policy = facts.policies.find((one) => fits(one, matter)) ?? null
  const own = policy?.targets[matter.priority]
  const hours = matter.requestTypeId ? facts.hoursOfType(matter.requestTypeId) : null
  const minutes: Record<SlaTarget, number | null> = {
    FIRST_RESPONSE: own?.firstResponse ?? null,
    NEXT_RESPONSE: own?.nextResponse ?? null,
    RESOLUTION: own?.resolution ?? (hours === null ? null : hours * 60),
  }
  return {
    policy,
    calendar: (policy?.calendarId && facts.find(policy.calendarId)) || facts.ofDesk(matter.serviceDeskId),
    pauses: policy?.pauses ?? usualPauses,
    atRiskPercent: policy?.atRiskPercent ?? usualRisk,
    secondsOf: (target) => {
      const many = minutes[target]
      return many === null ? null : many * 60
    },
    steps: policy?.escalations ?? [],
  }
}

const fits = (policy: Policy, matter: Matter): boolean =>
  policy.isActive &&
  (policy.serviceDeskId === null || policy.serviceDeskId === matter.serviceDeskId) &&
  (policy.requestTypeId === null || policy.requestTypeId === matter.requestTypeId) &&
  (policy.site === null || policy.site === matter.site) &&
  (policy.isVip === null || policy.isVip === matter.isVip)
