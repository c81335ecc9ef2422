import type { agreements, BodyIn, EscalationPolicy, SlaPolicy } from '@deskhand/contract'
import type { z } from 'zod'
import { durationText, readDuration } from '../durationText.ts'
import { priorityOrder } from '../words.ts'

export type Policy = z.output<typeof SlaPolicy>
export type Body = BodyIn<typeof agreements.create>
type Target = 'firstResponse' | 'nextResponse' | 'resolution'
/** The matrix as it is typed, by `CRITICAL firstResponse`. */
export type Cells = Record<string, string>
export type Step = EscalationPolicy['steps'][number]

/** A step as one begins to say it. */
export const newStep = (): Step => ({
  id: crypto.randomUUID(),
  target: 'RESOLUTION',
  moment: { at: 'PERCENT', percent: 75 },
  action: { do: 'NOTIFY', whom: 'ASSIGNEE' },
})

const all = {
  VENDOR: true,
  PART: true,
  DELIVERY: true,
  CHANGE: true,
  APPOINTMENT: true,
  DATE: true,
  OTHER: true,
}
export const usualPauses: Policy['pauses'] = { actionRequired: true, approval: true, waiting: all }

export const cellsOf = (policy: Policy | null): Cells =>
  Object.fromEntries(
    priorityOrder.flatMap((priority) =>
      (['firstResponse', 'nextResponse', 'resolution'] as const).map((target) => [
        `${priority} ${target}`,
        durationText(policy?.targets[priority][target] ?? null),
      ]),
    ),
  )

/** The matrix as it is sent, or null where a cell cannot be read. */
export function targetsOf(cells: Cells): Policy['targets'] | null {
  const read = (priority: string, target: Target) => readDuration(cells[`${priority} ${target}`] ?? '')
  const rows = priorityOrder.map((priority) => {
    const firstResponse = read(priority, 'firstResponse')
    const nextResponse = read(priority, 'nextResponse')
    const resolution = read(priority, 'resolution')
    if (firstResponse === undefined || nextResponse === undefined || resolution === undefined) return null
    return [priority, { firstResponse, nextResponse, resolution }] as const
  })
  if (rows.includes(null)) return null
  // One row for each priority, as the matrix has them.
  return Object.fromEntries(rows.filter((row) => row !== null)) as Policy['targets']
}

/** The action of a step as one choice; giving it away keeps its own. */
export function actionName({ action }: Step): string {
  if (action.do === 'NOTIFY') return action.whom
  if (action.do === 'REASSIGN') return action.assignedTeamId === null ? 'PERSON' : 'TO_TEAM'
  return action.do
}

/** What an action begins with; `teamId` is the first team, so that giving to a team names one. */
export function actionOf(name: string, before: Step['action'], teamId: string | null): Step['action'] {
  if (name === 'ASSIGNEE' || name === 'TEAM' || name === 'SUPERVISORS') return { do: 'NOTIFY', whom: name }
  if (name === 'RAISE' || name === 'PAGE') return { do: name }
  if (name === 'PERSON') return { do: 'REASSIGN', assignedToId: null, assignedTeamId: null }
  if (name === 'TO_TEAM' && teamId) return { do: 'REASSIGN', assignedToId: null, assignedTeamId: teamId }
  return before
}

export const amountOf = ({ moment }: Step) => (moment.at === 'PERCENT' ? moment.percent : moment.minutes)

export function momentOf(at: Step['moment']['at'], amount: number): Step['moment'] {
  const many = Math.max(1, Math.round(amount))
  return at === 'PERCENT' ? { at, percent: Math.min(1_000, many) } : { at, minutes: many }
}

/** What of a policy is edited as it stands; its targets are cells of text. */
export type Fields = Pick<
  Policy,
  | 'name'
  | 'isActive'
  | 'serviceDeskId'
  | 'requestTypeId'
  | 'site'
  | 'isVip'
  | 'calendarId'
  | 'pauses'
  | 'atRiskPercent'
  | 'escalationPolicyId'
>
