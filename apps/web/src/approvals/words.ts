import type { Approval, ApprovalVote, StepRule } from '@deskhand/contract'

export const approvalWords = {
  title: 'Approvals',
  approve: 'Approve',
  decline: 'Decline',
  ask: 'Ask',
  delegate: 'Hand over',
  remind: 'Remind',
  reminded: 'Reminded.',
  cancel: 'Stop asking',

  approveTitle: (ref: string) => `Approve ${ref}?`,
  approveAbout: 'Whoever is next is asked, or work can begin. This cannot be taken back.',
  declineTitle: (ref: string) => `Decline ${ref}?`,
  declineAbout: 'Whoever asked reads your reason.',
  askTitle: (ref: string) => `Ask about ${ref}`,
  askAbout: 'Whoever asked answers first. Your time stands still until then.',
  delegateTitle: (ref: string) => `Hand over ${ref}`,
  delegateAbout: 'They decide instead of you; both names stay to be seen.',
  cancelTitle: (ref: string) => `Stop asking about ${ref}?`,
  cancelAbout: 'The request goes back to the desk and is asked anew when work begins.',
  comment: 'Comment, if you like',
  reason: 'Why',
  question: 'Question',
  to: 'To whom',
  missing: { reason: 'Say why.', question: 'Say what you need to know.', to: 'Choose somebody.' },
  sign: 'This is above the limit, so you sign it.',
  signName: 'Your name',
  signPassword: 'Your password',
  send: 'Send question',

  done: {
    APPROVED: (ref: string) => `You approved ${ref}.`,
    REJECTED: (ref: string) => `You declined ${ref}.`,
    INFO_REQUESTED: (ref: string) => `Your question about ${ref} was sent.`,
  },
  handedOver: (ref: string, name: string) => `${name} decides on ${ref} now.`,
  cancelled: (ref: string) => `${ref} is not asked any more.`,

  asks: (name: string, cost: string | null) => (cost ? `${name} asks for ${cost}.` : `${name} asks.`),
  cost: 'Cost',
  costCenter: 'Cost centre',
  why: 'Why',
  changed: 'Changed since',
  nothing: 'nothing',
  wasAndIs: (before: string, after: string) => `${after}, was ${before}`,
  due: 'Wanted by',
  paused: 'Waits for the answer',
  standsFor: (name: string) => `for ${name}`,
  signed: (name: string) => `signed as ${name}`,
  byLink: 'by mail link',
  noApproval: 'There is no such approval, or it is not for you.',
  toApprovals: 'Your approvals',
  openRequest: 'Open the request',

  tabs: { waiting: 'Waiting for you', decided: 'Decided', asked: 'You asked' },
  filter: 'Which approvals',
  more: 'Show more',
  empty: {
    waiting: 'Nothing waits for you.',
    decided: 'You have not decided on anything yet.',
    asked: 'Nothing of yours needs approval.',
  },
  emptyAbout: 'What needs your yes or no is listed here and on your home, with its cost and reason.',

  round: (round: number) => `Round ${round}`,
  card: 'Approval',
  history: 'Earlier rounds',
  stuck: 'Nobody could be asked. An admin knows.',
  statuses: {
    PENDING: 'Waiting',
    APPROVED: 'Approved',
    REJECTED: 'Declined',
    CANCELLED: 'Not asked any more',
    EXPIRED: 'Nobody answered',
    VOID: 'Void',
  } satisfies Record<Approval['status'], string>,
  steps: {
    WAITING: 'Later',
    ACTIVE: 'Asked',
    APPROVED: 'Approved',
    REJECTED: 'Declined',
    SKIPPED: 'Skipped',
  },
  votes: {
    PENDING: 'has not decided, asked',
    APPROVED: 'approved',
    REJECTED: 'declined',
    INFO_REQUESTED: 'asked back',
    DELEGATED: 'passed it on',
    ABSTAINED: 'was not needed',
    EXPIRED: 'ran out of time',
  } satisfies Record<ApprovalVote['state'], string>,
  rule: (rule: StepRule): string => {
    switch (rule.kind) {
      case 'ANY':
        return 'one must agree'
      case 'ALL':
        return 'all must agree'
      case 'QUORUM':
        return `${rule.count} must agree`
      case 'PERCENT':
        return `${rule.percent} % must agree`
    }
  },
  fields: { requesterId: 'Who it is for', requestTypeId: 'Kind', amount: 'Amount' } as Record<string, string>,

  link: {
    missing: 'This link does not work',
    missingAbout: 'It is not complete, or it is not one of ours. Open the mail again, or sign in.',
    title: (name: string) => `${name}, you decide`,
    over: 'Nothing to do here',
    done: 'Done',
    signIn: 'Sign in to decide',
    toHome: 'Go to Deskhand',
    answers: 'What was said when it was asked for',
    notYou: 'Only you can use this link, once. Opening it decided nothing.',
  },
} as const

/** `estimatedPrice` → `Estimated price`, where nobody gave it a better name. */
export const fieldName = (field: string): string => {
  const plain = field.replace(/([a-z])([A-Z])/g, '$1 $2').toLowerCase()
  return approvalWords.fields[field] ?? plain.charAt(0).toUpperCase() + plain.slice(1)
}
