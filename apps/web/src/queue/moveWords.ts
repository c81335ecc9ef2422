import type { RequestState } from '@deskhand/contract'

export const moveWords: Record<RequestState, { title: string; confirm: string }> = {
  SUBMITTED: { title: 'Make it new again', confirm: 'Make new' },
  IN_REVIEW: { title: 'Send to review', confirm: 'Send to review' },
  ACTION_REQUIRED: { title: 'Ask the requester', confirm: 'Send question' },
  APPROVED: { title: 'Approve', confirm: 'Approve' },
  IN_PROGRESS: { title: 'Start work', confirm: 'Start work' },
  WAITING: { title: 'Put on hold', confirm: 'Put on hold' },
  RESOLVED: { title: 'Resolve', confirm: 'Resolve request' },
  REJECTED: { title: 'Reject', confirm: 'Reject request' },
}

export const moveFields = {
  question: 'Your question',
  questionHelp: 'The requester reads this and the request waits for the answer.',
  waitReason: 'What it waits for',
  waitUntil: 'Until',
  waitUntilHelp: 'Work starts again by itself on this day.',
  waitFor: 'Until another request is over',
  waitForHelp: 'Its number, such as IT-4921. Work starts again by itself when that one is over.',
  resolutionCode: 'How it ended',
  resolutionText: 'What solved it',
  resolutionHelp: 'The requester reads this.',
  reason: 'Reason',
  reasonHelp: 'The requester reads this.',
  missing: {
    question: 'Write what you want to know.',
    waitReason: 'Pick what it waits for.',
    resolutionCode: 'Pick how it ended.',
    resolutionText: 'Write what solved it.',
    reason: 'Write why.',
  },
  reopenTitle: 'Reopen request',
  reopenConfirm: 'Reopen request',
}
