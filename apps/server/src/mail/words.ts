import type { RequestStatus } from '@deskhand/contract'
import type { Because, Kind } from '../notifications/rules.ts'

/** What the sentence under a mail's headline is made of. */
export type Intro = {
  kind: Kind
  because: Because
  actor: string
  requester: string
  desk: string
  promise: string | null
  to?: RequestStatus | 'CLOSED' | 'CANCELLED' | undefined
  from?: RequestStatus | undefined
  resolutionCode?: string | undefined
  /** Two people set right what was written down of it. */
  isCorrection?: boolean | undefined
  /** Until when whoever asked can contest a rejection. */
  appealUntil?: string | null
  /** Until when they can open a closed one again. */
  reopenUntil?: string | null
  /** Whether what was said follows. */
  hasText: boolean
}

const sentence = (text: string) =>
  `${text.slice(0, 1).toUpperCase()}${text.slice(1)}${/[.!?]$/.test(text) ? '' : '.'}`

function moved({
  to,
  from,
  resolutionCode,
  appealUntil,
  reopenUntil,
  actor,
  because,
  hasText,
  isCorrection,
}: Intro): string {
  if (isCorrection && to !== 'ACTION_REQUIRED')
    return `What was written down of it was wrong, and two people have set it right.${hasText ? ' This is what it says now:' : ''}`
  if (because === 'has') return hasText ? `${actor} wrote with it:` : `${actor} did that.`
  switch (to) {
    case 'ACTION_REQUIRED':
      return from === to
        ? 'The desk still waits for your answer and cannot go on without it:'
        : 'The desk needs something from you before it can go on:'
    case 'RESOLVED':
      if (resolutionCode === 'WITHDRAWN') return `${actor} withdrew it.`
      return 'This is what was done. If it is not solved, say so there and it is opened again.'
    case 'REJECTED':
      return because === 'asked' && appealUntil
        ? `You can ask them to look at it again until ${appealUntil}. This is why:`
        : 'This is why:'
    case 'WAITING':
      return 'It waits for something outside the desk. You hear from us when it goes on.'
    case 'IN_PROGRESS':
      return from === 'RESOLVED' ? `${actor} opened it again.` : `${actor} is on it.`
    case 'IN_REVIEW':
      return 'The desk is checking it.'
    case 'APPROVED':
      return 'Everyone who had to agree has agreed.'
    case 'CANCELLED':
      return `${actor} does not take this leave.`
    case 'CLOSED':
      return because === 'asked' && reopenUntil
        ? `Nothing more is to be done here. You can open it again until ${reopenUntil}.`
        : 'Nothing more is to be done here.'
    default:
      return `${actor} moved it.`
  }
}

/** How well it was solved, as a mail asks it. */
const survey = {
  question: 'How well was it solved?',
  help: 'One click is enough; you confirm it on the page that opens.',
  answers: [
    { word: 'VERY_GOOD', label: 'Very good' },
    { word: 'GOOD', label: 'Good' },
    { word: 'FAIR', label: 'Fair' },
    { word: 'BAD', label: 'Bad' },
    { word: 'VERY_BAD', label: 'Very bad' },
  ],
} as const

export const words = {
  survey,
  handOver: {
    asked: (things: string) => `Sign for ${things}`,
    reminded: (things: string) => `${things} still waits for your signature`,
    intro: (by: string) => `${by} handed this to you. Read what holds for it and sign, or say why not:`,
    label: 'Read and sign',
    until: (day: string) => `You have until ${day}. The link is yours alone; opening it signs nothing.`,
    receipt: (things: string) => `You gave back ${things}`,
    received: (by: string) => `${by} took it back. It is not on your name any more:`,
    kept: (hashes: readonly string[]) =>
      `It is kept under Your things. Fingerprint (SHA-256): ${hashes.join(', ')}`,
    condition: {
      NEW: 'new',
      GOOD: 'good',
      MARKED: 'with marks',
      DAMAGED: 'damaged',
      BROKEN: 'broken',
    },
  },
  noSuchMail: 'There is no such mail.',
  noMailbox: 'There is no mailbox here.',
  notFailed: (state: string) =>
    state === 'SENT' ? 'This mail has been sent.' : 'This mail waits to be sent already.',
  wrongSetUpToken: 'That is not the set-up token. It stands in the log of the server.',
  isSetUp: 'This installation is set up already. Sign in instead.',
  badUrl: 'Write it as smtp://user:password@mail.example.com:587, or smtps:// for TLS from the start.',
  notTaken: (host: string, answer: string) => `${host} did not take the mail: ${answer}`,
  test: {
    subject: 'Deskhand can send mail',
    text: 'This mail server works. Go on with the set-up.\n',
  },
  unreadable: 'What this mail held can no longer be opened.',

  subject: (ref: string, summary: string, isConfidential: boolean) =>
    isConfidential ? `[${ref}] A confidential request` : `[${ref}] ${summary}`,

  /** The one sentence under the headline. */
  intro(about: Intro): string {
    const { kind, because, actor, requester, desk, promise, hasText } = about
    switch (kind) {
      case 'request_received': {
        const who =
          because === 'asked' ? `${desk} has your request.` : `${desk} has what you opened for ${requester}.`
        return promise ? `${who} ${sentence(promise)}` : who
      }
      case 'request_replied':
      case 'request_mentioned':
        return hasText ? `${actor} wrote:` : 'There is a reply.'
      case 'request_assigned':
        if (because === 'task_due') return `This is to be done for ${requester}:`
        if (because === 'task')
          return hasText
            ? `${actor} asks you to do this for ${requester}:`
            : 'Something is to be done for it.'
        return `${requester} asked ${desk} for it.`
      case 'request_moved':
        return moved(about)
      case 'request_new':
        return `${requester} asked ${desk} for it, and nobody has it yet.`
      case 'request_escalated':
        return `${desk} promised ${requester} an answer or a solution. The request says which, and by when.`
      case 'request_noted':
        return `${actor} wrote a note.`
      case 'incident_updated':
        return words.incident.intro(actor, { isOver: !hasText, hasText })
      case 'correction_proposed':
        return `${actor} says that something was written down wrongly of this closed request. Nothing changes until a second person agrees, and that can be you.`
      case 'rule_told':
      case 'rule_failed':
        return 'A rule wants you to look at it.'
      case 'plan_stopped':
        return 'A plan is paused.'
      case 'webhook_stopped':
        return 'A webhook is switched off.'
      case 'alerts_opened':
        return 'Something needs a look.'
      case 'stock_drifted':
        return 'A count of stock is not what its movements say.'
      case 'loan_moved':
        return 'Something that you borrow has news.'
      case 'loan_asked':
        return 'Something that your desk lends has news.'
      case 'thing_missing':
        return 'A thing is missing.'
      case 'thing_found':
        return 'A thing was found.'
      case 'thing_asked':
        return 'Somebody asks whether you have a thing.'
      case 'approval_asked':
        return `${requester} asked ${desk} for it, and it needs your yes or no.`
      case 'approval_reminded':
        return `${requester} waits for your yes or no.`
      case 'approval_decided':
        return hasText ? `${actor} wrote with it:` : `${actor} has decided. Nothing is left for you to do.`
      case 'approval_voided':
        return 'What was asked for is not what it was. Earlier decisions do not count for it any more; whoever has to agree is asked anew.'
      case 'approval_stuck':
        return 'It stays where it is until somebody can be asked. Change the policy, or the people and cost centres it builds on:'
    }
  },

  label: (kind: Kind): string => {
    switch (kind) {
      case 'request_replied':
      case 'request_mentioned':
        return 'Answer'
      case 'request_received':
      case 'request_moved':
        return 'See your request'
      default:
        return 'Open it'
    }
  },

  incident: {
    intro: (actor: string, { isOver, hasText }: { isOver: boolean; hasText: boolean }) =>
      [
        ...(isOver ? ['This is over. Tell your desk if you still have it.'] : []),
        ...(hasText ? [`${actor} wrote to everybody who has it:`] : []),
      ].join(' '),
    label: 'See how it stands',
  },

  leave: {
    days: (span: string, count: number) =>
      `${span} · ${count === 1 ? '1 working day' : `${count} working days`}`,
    left: (year: number) => `Left in ${year}`,
    balance: (before: number, after: number) => `${before} now, ${after} with this`,
    warning: 'Mind',
    awayThen: 'Away then too',
    away: (name: string, span: string, isAsked: boolean) =>
      `${name}, ${span}${isAsked ? ' (asked for)' : ''}`,
    others: (count: number) => `${count} more`,
    nobody: 'nobody of the team',
  },

  approval: {
    decide: 'Look and decide',
    signIn: 'Sign in and decide',
    standsFor: (name: string) => `You decide for ${name}.`,
    onceOnly: 'The link works once, and only for you. Opening it decides nothing.',
    needsSignIn: 'This is decided after signing in.',
    cost: 'Cost',
    costCenter: 'Cost centre',
    why: 'Why',
    changed: 'Changed since',
    until: 'Wanted by',
  },
}
