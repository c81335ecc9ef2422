import {
  type Answers,
  lineTotal,
  longestLeave,
  type RequestKind,
  requisitionStateOf,
} from '@deskhand/contract'
import type { CalendarFacts } from '../../calendars/access.ts'
import { workdaysIn } from '../../platform/clock/businessTime.ts'
import { clock } from '../../platform/clock/clock.ts'
import { factsOf, fieldsOf, toLines } from '../access.ts'
import type { Row, View } from './read.ts'

/** A request as the routes of its kind answer it: its own fields by name, what follows from them, and what is left. */
export function viewOf(kind: RequestKind, row: Row, calendars: CalendarFacts | null): View {
  const own = fieldsOf(kind)
  const view = {
    ...row.base,
    approvalStatus: row.approval?.status ?? null,
    encryptedFields: row.sealed,
    customFields: Object.fromEntries(Object.entries(row.answers).filter(([key]) => !own.includes(key))),
    ...Object.fromEntries(own.map((key) => [key, row.answers[key] ?? null])),
    ...(own.includes('lineItems') ? { lineItems: toLines(kind, row.answers['lineItems']) } : {}),
    ...Object.fromEntries(factsOf(kind).map((key) => [key, row.facts[key] ?? begins[key] ?? null])),
    ...derivedOf(kind, row, calendars),
  }
  return view
}

/** What holds until somebody notes something else. */
const begins: Record<string, string> = { procurementStatus: 'PENDING', paymentStatus: 'PENDING' }

function derivedOf(kind: RequestKind, row: Row, calendars: CalendarFacts | null): object {
  switch (kind) {
    case 'HARDWARE': {
      const step = managerStep(row)
      const isApproved = step?.status === 'APPROVED'
      return {
        managerApprovalRequired: step !== undefined && step.status !== 'SKIPPED',
        managerApprovedAt: isApproved ? step.endedAt : null,
        managerApprovedById: isApproved ? step.byId : null,
      }
    }
    case 'LEAVE':
      return {
        totalDays: leaveDays(row, calendars),
        managerApprovalStatus: managerStep(row)?.status ?? null,
        leaveState: row.leaveState,
        hrApprovalStatus: row.approval?.steps.find(({ isManager }) => !isManager)?.status ?? null,
      }
    case 'EXPENSE':
      return { totalAmount: lineTotal(row.answers['lineItems'], 'amount') }
    case 'REQUISITION':
      return {
        totalAmount: lineTotal(row.answers['lineItems'], 'unitPrice'),
        requisitionState: requisitionStateOf({
          status: row.base.status,
          resolutionCode: row.resolutionCode,
          approvalStatus: row.approval?.status ?? null,
          procurementStatus: textOf(row.facts['procurementStatus']),
        }),
      }
    case 'ONBOARDING':
      return journeyOf(row, row.answers['startDate'])
    case 'OFFBOARDING':
      return journeyOf(row, row.answers['lastDay'])
    default:
      return {}
  }
}

const textOf = (value: Answers[string] | undefined) => (typeof value === 'string' ? value : null)

const managerStep = ({ approval }: Row) => approval?.steps.find(({ isManager }) => isManager)

function leaveDays({ answers, site }: Row, calendars: CalendarFacts | null): number {
  const { startDate, endDate } = answers
  if (!calendars || typeof startDate !== 'string' || typeof endDate !== 'string') return 0
  const length = (Date.parse(endDate) - Date.parse(startDate)) / 86_400_000 + 1
  return length > 0 && length <= longestLeave
    ? workdaysIn(calendars.ofSite(site).hours, startDate, endDate).length
    : 0
}

function journeyOf({ tasks }: Row, day: Answers[string] | undefined) {
  const done = tasks.filter(({ isDone }) => isDone).length
  const dueOn = typeof day === 'string' ? day : null
  const today = clock.now().toISOString().slice(0, 10)
  const isLate = tasks.some((task) => {
    const until = task.dueOn ?? dueOn
    return !task.isDone && until !== null && until < today
  })
  return { tasks, progress: { done, total: tasks.length, dueOn, isLate } }
}
