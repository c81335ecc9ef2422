import { type RequestRow, type RequestState, requestStates, type ViewGrouping } from '@deskhand/contract'
import type { Me } from '../shell/session.ts'
import { boardWords } from './words.ts'

export type Member = { id: string; name: string }

/** Who looks at the board, and who works at the desk of a card, where that is known. */
export type Mover = { me: Pick<Me, 'id' | 'desks' | 'permissions'>; members: readonly Member[] | null }

const isAdmin = ({ me }: Mover) => me.permissions.includes('company.manage')
const roleAt = ({ me }: Mover, row: RequestRow) => me.desks.find(({ id }) => id === row.serviceDeskId)?.role
const worksOn = (mover: Mover, row: RequestRow) =>
  roleAt(mover, row) !== undefined || (isAdmin(mover) && !row.isConfidential)
const leads = (mover: Mover, row: RequestRow) =>
  roleAt(mover, row) === 'SUPERVISOR' || (isAdmin(mover) && !row.isConfidential)

/**
 * Why a card cannot go to a column, or null. What the state table says is what the server would say; what only the
 * server knows it says when it is asked.
 */
export function whyNotTo(by: ViewGrouping, value: string, row: RequestRow, mover: Mover): string | null {
  if (!worksOn(mover, row)) return boardWords.onlyStaff
  switch (by) {
    case 'status': {
      const to = stateOf(value)
      if (to === null || to === row.status) return null
      const movers = leads(mover, row) ? (['technician', 'supervisor'] as const) : (['technician'] as const)
      return requestStates.refusal(row.status, to) ?? requestStates.refusalBy(row.status, to, movers)
    }
    case 'assignee': {
      if (value === (row.assignedToId ?? 'none')) return null
      const isHeldByOther = row.assignedToId !== null && row.assignedToId !== mover.me.id
      if (isHeldByOther && !leads(mover, row)) return boardWords.onlySupervisor
      if (value === 'none' || !mover.members) return null
      return mover.members.some(({ id }) => id === value) ? null : boardWords.notMember('Whoever this is')
    }
    case 'priority':
      return null
    case 'site':
    case 'desk':
    case 'type':
      return boardWords.notMovable[by]
  }
}

const stateOf = (value: string): RequestState | null =>
  requestStates.states.find((state) => state === value) ?? null

/** Whether a move to this state has to say something first. */
export const asks = (row: RequestRow, value: string): RequestState | null => {
  const to = stateOf(value)
  return to && (requestStates.find(row.status, to)?.requires?.length ?? 0) > 0 ? to : null
}

/** In which column a card stands. */
export function columnOf(by: ViewGrouping, row: RequestRow): string | null {
  switch (by) {
    case 'status':
      return row.status
    case 'priority':
      return row.priority
    case 'assignee':
      return row.assignedToId ?? 'none'
    case 'desk':
      return row.serviceDeskId
    case 'type':
      return row.requestTypeId ?? 'none'
    // Only the server knows the request's own site.
    case 'site':
      return null
  }
}

/** The card as it stands in another column, until the server agrees. */
export function movedTo(by: ViewGrouping, value: string, row: RequestRow, name: string): RequestRow {
  const state = stateOf(value)
  if (by === 'status' && state) return { ...row, status: state }
  if (by === 'priority') return { ...row, priority: value as RequestRow['priority'] }
  if (by !== 'assignee') return row
  const isNone = value === 'none'
  const assignee = isNone ? null : { id: value, name, department: null, site: null }
  return { ...row, assignedToId: isNone ? null : value, assignee }
}
