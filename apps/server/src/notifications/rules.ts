import type { NotificationKind, NotificationPreferences, RequestStatus } from '@deskhand/contract'
import type { z } from 'zod'

export type Kind = z.output<typeof NotificationKind>
export type Preferences = z.output<typeof NotificationPreferences>
export type Channel = 'inApp' | 'email'

/**
 * Why somebody is told: they asked for it, opened it for another, have it in hand, belong to the desk or team, follow it,
 * were named in it, themselves or their team, were called into a chat, are to approve it, or lead the desk or the
 * company.
 */
export type Because =
  | 'asked'
  | 'opened'
  | 'has'
  | 'desk'
  | 'team'
  | 'follows'
  | 'mentioned'
  | 'mentioned_team'
  | 'invited'
  | 'approves'
  | 'leads'
  | 'affected'
  | 'task'
  | 'task_due'
  | 'rule'
  | 'borrows'
  | 'lends'

export type Told = { personId: string; kind: Kind; because: Because }

/** Everyone of a desk or of a team, who leads a desk, or who leads the desk or the company; the database knows. */
export type Group = {
  of: 'desk' | 'team' | 'supervisors' | 'leads'
  id: string
  kind: Kind
  /** Who of them is not told. */
  except?: readonly string[]
}

/** The people of a request, as far as they decide who is told. */
export type Concerned = {
  requesterId: string
  createdById: string
  assignedToId: string | null
  assignedTeamId: string | null
  serviceDeskId: string
}

/** What the events say that decides who is told, and what. */
export type Said = {
  byRequester?: boolean
  assignedToId?: string | null
  assignedTeamId?: string | null
  from?: RequestStatus
  to?: RequestStatus | 'CANCELLED'
  whom?: 'ASSIGNEE' | 'TEAM' | 'SUPERVISORS' | null
  isLate?: boolean
  activityId?: string | undefined
  details?: Record<string, unknown> | undefined
  mentions?: { people: string[]; teams: string[] } | undefined
  /** Of an approval: whom it concerns, who has it now, what was decided, and why. */
  personIds?: string[]
  toId?: string
  decision?: string
  comment?: string | null
  reason?: string
  /** Of a rule: what it says, what it is called, and whether it is the first time in a while that it fails. */
  message?: string
  name?: string
  isFirst?: boolean
  [other: string]: unknown
}

/** The events of a request that somebody may be told of. */
export const toldEvents = [
  'request.created',
  'request.replied',
  'request.reply_landed',
  'request.noted',
  'request.assigned',
  'request.moved',
  'request.reminded',
  'request.closed',
  'chat.invited',
  'approval.asked',
  'approval.passed_on',
  'approval.answered',
  'approval.reminded',
  'approval.decided',
  'approval.voided',
  'approval.stuck',
  'request.escalated',
  'request.transferred',
  'task.given',
  'task.due',
  'leave.cancelled',
  'rule.notified',
  'rule.refused',
  'rule.stopped',
  'correction.proposed',
] as const
export type ToldEvent = (typeof toldEvents)[number]

/** As what they are told who follow it: of all that is public, and the desk's own of notes too. */
export const toldFollowers: Partial<Record<ToldEvent, Kind>> = {
  'request.replied': 'request_replied',
  'request.noted': 'request_noted',
  'request.moved': 'request_moved',
  'request.closed': 'request_moved',
}

/** Who is told of what happened, the nearer reason first, and which group besides. Who did it is not left out yet. */
export function toldOf(
  { name, actorId, data }: { name: ToldEvent; actorId: string | null; data: Said },
  request: Concerned,
): { people: Told[]; group: Group | null } {
  const { requesterId, createdById, assignedToId, assignedTeamId, serviceDeskId } = request
  const outside = (kind: Kind): Told[] => [
    { personId: requesterId, kind, because: 'asked' },
    { personId: createdById, kind, because: 'opened' },
  ]
  const inHand = (kind: Kind): Told[] =>
    assignedToId ? [{ personId: assignedToId, kind, because: 'has' }] : []
  const ifUntaken: Group | null = assignedToId ? null : { of: 'desk', id: serviceDeskId, kind: 'request_new' }
  const isFromOutside = actorId === requesterId || actorId === createdById

  switch (name) {
    case 'request.created':
      return { people: outside('request_received'), group: ifUntaken }
    case 'request.replied': {
      const people = [...named(data), ...outside('request_replied')]
      if (data.byRequester || isFromOutside) people.push(...inHand('request_replied'))
      return { people, group: null }
    }
    case 'request.reply_landed':
      return { people: inHand('request_replied'), group: null }
    case 'request.noted':
      return { people: [...named(data), ...inHand('request_noted')], group: null }
    case 'request.assigned': {
      // Somebody else may have got it since.
      if (data.assignedToId)
        return { people: data.assignedToId === assignedToId ? inHand('request_assigned') : [], group: null }
      // What Deskhand took from whoever is not there is everybody's again.
      if (actorId === null && !data.assignedToId && !assignedTeamId) return { people: [], group: ifUntaken }
      const isTheirs = !assignedToId && data.assignedTeamId && data.assignedTeamId === assignedTeamId
      return { people: [], group: isTheirs ? { of: 'team', id: assignedTeamId, kind: 'request_new' } : null }
    }
    case 'request.moved': {
      const people = outside('request_moved')
      // An answer to a question has told them already.
      const isAnswer = data.from === 'ACTION_REQUIRED' && data.to !== 'RESOLVED'
      if ((isFromOutside && !isAnswer) || actorId === null) people.push(...inHand('request_moved'))
      return { people, group: null }
    }
    case 'chat.invited':
      return {
        people: [{ personId: String(data['personId']), kind: 'request_mentioned', because: 'invited' }],
        group: null,
      }
    case 'task.given': {
      const personId = data.assignedToId ?? ''
      return { people: [{ personId, kind: 'request_assigned', because: 'task' }], group: null }
    }
    case 'task.due': {
      const personId = data.assignedToId ?? ''
      return { people: [{ personId, kind: 'request_assigned', because: 'task_due' }], group: null }
    }
    case 'request.transferred':
      return { people: [], group: ifUntaken }
    case 'request.escalated': {
      const kind: Kind = 'request_escalated'
      const desk: Group = { of: 'desk', id: serviceDeskId, kind }
      if (data.whom === 'SUPERVISORS') return { people: [], group: { ...desk, of: 'supervisors' } }
      if (data.whom === 'TEAM')
        return { people: [], group: assignedTeamId ? { of: 'team', id: assignedTeamId, kind } : desk }
      // What nobody has is everybody's.
      if (data.whom === 'ASSIGNEE') return { people: inHand(kind), group: assignedToId ? null : desk }
      return { people: [], group: null }
    }
    case 'request.closed':
    case 'request.reminded':
      return { people: outside('request_moved'), group: null }
    case 'approval.asked':
    case 'approval.answered':
      return { people: approvers('approval_asked', data.personIds), group: null }
    case 'approval.passed_on':
      return { people: approvers('approval_asked', [data.toId ?? '']), group: null }
    case 'approval.reminded':
      return { people: approvers('approval_reminded', data.personIds), group: null }
    case 'approval.voided':
      return {
        people: [...approvers('approval_voided', data.personIds), ...outside('approval_voided')],
        group: null,
      }
    case 'approval.decided':
      // A question tells them itself.
      return { people: data.decision === 'INFO_REQUESTED' ? [] : outside('approval_decided'), group: null }
    case 'rule.notified': {
      const kind: Kind = 'rule_told'
      const people = (data.personIds ?? []).map((personId): Told => ({ personId, kind, because: 'rule' }))
      if (data.whom === 'SUPERVISORS')
        return { people, group: { of: 'supervisors', id: serviceDeskId, kind } }
      if (data.whom === 'TEAM')
        return { people, group: assignedTeamId ? { of: 'team', id: assignedTeamId, kind } : null }
      return { people: data.whom === 'ASSIGNEE' ? [...people, ...inHand(kind)] : people, group: null }
    }
    case 'leave.cancelled':
      return {
        people: [...approvers('request_moved', data.personIds), ...inHand('request_moved')],
        group: null,
      }
    case 'rule.refused':
    case 'rule.stopped':
      // One is enough where the same goes wrong again and again.
      return {
        people: [],
        group: data.isFirst ? { of: 'leads', id: serviceDeskId, kind: 'rule_failed' } : null,
      }
    case 'correction.proposed': {
      // Neither who proposed it nor who asked for it can agree.
      const except = [requesterId, createdById, ...(actorId ? [actorId] : [])]
      return { people: [], group: { of: 'leads', id: serviceDeskId, kind: 'correction_proposed', except } }
    }
    case 'approval.stuck':
      return { people: [], group: { of: 'leads', id: serviceDeskId, kind: 'approval_stuck' } }
  }
}

const named = ({ mentions }: Said): Told[] =>
  (mentions?.people ?? []).map((personId) => ({ personId, kind: 'request_mentioned', because: 'mentioned' }))

const approvers = (kind: Kind, ids: readonly string[] = []): Told[] =>
  ids.map((personId) => ({ personId, kind, because: 'approves' }))

/** Whether a person is told although they did it themselves: only of the receipt for what they asked. */
export const tellsActor = ({ kind, because }: Told): boolean =>
  kind === 'request_received' && because === 'asked'
