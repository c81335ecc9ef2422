import type { RequestStatus } from '@deskhand/contract'
import type { Because, Kind } from './rules.ts'

/** What a notification's sentence is made of. */
export type Told = {
  kind: Kind
  because: Because
  actorName: string | null
  /** They did it themselves, and get a receipt. */
  isOwn?: boolean
  ref: string
  /** Where it moved to; `CLOSED` when it was closed. */
  to?: RequestStatus | 'CLOSED' | 'CANCELLED' | undefined
  from?: RequestStatus | undefined
  resolutionCode?: string | undefined
  /** Two people set right what was written down of it. */
  isCorrection?: boolean | undefined
  /** The company's own word for the state it moved to. */
  own?: string | null | undefined
  /** The title of a major incident, and whether it is over. */
  incident?: string | undefined
  isOver?: boolean | undefined
  /** The name of a plan. */
  plan?: string | undefined
  /** The name of a webhook. */
  webhook?: string | undefined
  /** What alerts are about, and how many. */
  alerts?: { label: string; count: number } | undefined
  /** What is lent, to whom, and what happened with it. */
  loan?: { what: LoanNews; thing: string; who: string } | undefined
  /** The tag of a thing, and whether it was stolen. */
  thing?: string | undefined
  /** So many more of their things are meant. */
  more?: number | undefined
  isStolen?: boolean | undefined
  /** What an approver said. */
  decision?: string | undefined
  /** A promise is late already. */
  isLate?: boolean | undefined
}

export type LoanNews = 'ASKED' | 'RESERVED' | 'CANCELLED' | 'EXPIRED' | 'LATE' | 'LATE_FOR_DESK'

function lent({ loan }: Told): string {
  const { what, thing = '', who = '' } = loan ?? {}
  switch (what) {
    case 'ASKED':
      return `${who} asks to borrow ${thing}`
    case 'RESERVED':
      return `${thing} is reserved for you`
    case 'CANCELLED':
      return `Your reservation of ${thing} was cancelled`
    case 'EXPIRED':
      return `Nobody collected ${thing}; it is not kept any longer`
    case 'LATE':
      return `${thing} was to be back`
    default:
      return `${who} did not bring ${thing} back`
  }
}

/** Who is served and not who serves: they read the company's own words, the desk keeps its own. */
const isServed: ReadonlySet<Because> = new Set(['asked', 'opened', 'follows'])

/** The company's own word for what happened, where its reader is one of those for whom it was written. */
const moreThings = (more: number) =>
  more === 0 ? '' : more === 1 ? ' and one more thing' : ` and ${more} more things`

const ownWord = ({ own, because, resolutionCode }: Told): string | null =>
  isServed.has(because) && resolutionCode !== 'WITHDRAWN' ? (own ?? null) : null

const moved = (ref: string, told: Told): string => {
  const { to, from, resolutionCode } = told
  const own = ownWord(told)
  if (told.isCorrection && to !== 'ACTION_REQUIRED') return `${ref} was corrected`
  if (to === 'ACTION_REQUIRED' && from === to) return `${ref} still needs you`
  if (own) return `${ref}: ${own}`
  switch (to) {
    case 'SUBMITTED':
      return `We have ${ref}`
    case 'IN_REVIEW':
      return `${ref} is being checked`
    case 'ACTION_REQUIRED':
      return `${ref} needs you`
    case 'APPROVED':
      return `${ref} is approved`
    case 'IN_PROGRESS':
      return from === 'RESOLVED' ? `${ref} was reopened` : `${ref} is in progress`
    case 'WAITING':
      return `${ref} is waiting`
    case 'RESOLVED':
      return resolutionCode === 'WITHDRAWN' ? `${ref} was withdrawn` : `${ref} is resolved`
    case 'REJECTED':
      return `${ref} was turned down`
    case 'CANCELLED':
      return `${ref} was cancelled`
    case 'CLOSED':
      return `${ref} is closed`
    default:
      return `${ref} changed`
  }
}

export const words = {
  noSuchNotification: 'There is no such notification.',
  noSuchLink: 'This link leads nowhere.',
  stale: 'You changed this elsewhere meanwhile. Look at it again.',
  noPerson: 'Only a person of a company can choose this.',

  incident: (title: string, isOver: boolean) => (isOver ? `Over: ${title}` : `News: ${title}`),

  /** "Ana Ruiz replied on IT-4921". */
  title(told: Told): string {
    const { kind, ref, because, isOwn = false } = told
    const actor = told.actorName ?? 'Deskhand'
    switch (kind) {
      case 'request_received':
        return because === 'asked' && !isOwn ? `${actor} opened ${ref} for you` : `We have ${ref}`
      case 'request_replied':
        return `${actor} replied on ${ref}`
      case 'request_assigned':
        if (because === 'task_due')
          return told.isLate ? `Your task on ${ref} was due` : `Your task on ${ref} is due soon`
        return because === 'task' ? `${actor} gave you a task on ${ref}` : `${actor} gave you ${ref}`
      case 'request_moved':
        return moved(ref, told)
      case 'request_new':
        return because === 'team' ? `${actor} gave ${ref} to your team` : `${actor} asks for help: ${ref}`
      case 'request_mentioned':
        if (because === 'invited') return `${actor} called you into the chat on ${ref}`
        return because === 'mentioned_team'
          ? `${actor} mentioned your team on ${ref}`
          : `${actor} mentioned you on ${ref}`
      case 'request_escalated':
        return told.isLate ? `A promise on ${ref} is late` : `A promise on ${ref} is at risk`
      case 'request_noted':
        return `${actor} wrote a note on ${ref}`
      case 'approval_asked':
        return `${ref} waits for your approval`
      case 'approval_reminded':
        return `${ref} still waits for your approval`
      case 'approval_decided':
        return `${actor} ${told.decision === 'APPROVED' ? 'approved' : 'declined'} ${ref}`
      case 'approval_voided':
        return `${ref} changed after it was asked`
      case 'approval_stuck':
        return `Nobody could be asked to approve ${ref}`
      case 'correction_proposed':
        return `${actor} proposes to correct ${ref}`
      case 'incident_updated':
        return words.incident(told.incident ?? '', told.isOver ?? false)
      case 'rule_told':
        return `Have a look at ${ref}`
      case 'rule_failed':
        return `A rule could not be carried out on ${ref}`
      case 'plan_stopped':
        return `The plan “${told.plan ?? ''}” is paused`
      case 'webhook_stopped':
        return `The webhook “${told.webhook ?? ''}” is switched off`
      case 'alerts_opened':
        return `${told.alerts?.label ?? ''}: ${told.alerts?.count ?? 0} new`
      case 'stock_drifted':
        return 'A count of stock is not what its movements say'
      case 'loan_moved':
      case 'loan_asked':
        return lent(told)
      case 'thing_missing':
        return `${told.thing ?? ''} ${told.isStolen ? 'was stolen' : 'is missing'}`
      case 'thing_found':
        return `Somebody found ${told.thing ?? ''}`
      case 'thing_asked':
        return `${actor} asks whether you have ${told.thing ?? ''}${moreThings(told.more ?? 0)}`
    }
  },

  because(
    because: Because,
    { requesterName, deskName }: { requesterName: string; deskName: string },
  ): string {
    switch (because) {
      case 'asked':
        return 'You asked for it'
      case 'opened':
        return `You opened it for ${requesterName}`
      case 'has':
        return 'You have it in hand'
      case 'follows':
        return 'You follow it'
      case 'mentioned':
        return 'You were mentioned'
      case 'invited':
        return 'You were called in'
      case 'mentioned_team':
        return 'Your team was mentioned'
      case 'desk':
        return `You work at ${deskName}`
      case 'team':
        return 'Your team looks after it'
      case 'approves':
        return 'You have a say in it'
      case 'task':
      case 'task_due':
        return 'You have a task on it'
      case 'affected':
        return 'You have it too'
      case 'leads':
        return 'You see to it that work goes on'
      case 'rule':
        return 'A rule names you'
      case 'borrows':
        return 'It is for you'
      case 'lends':
        return 'Your desk lends it'
    }
  },
}
