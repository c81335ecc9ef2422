import type { ClaimState } from '@deskhand/contract'

const states: Record<ClaimState, string> = {
  FILED: 'With the insurer',
  PAID: 'Paid',
  REFUSED: 'Refused',
  WITHDRAWN: 'Withdrawn',
}

export const claimWords = {
  title: 'Insurance claim',
  none: 'No claim is written down.',
  write: 'Write down a claim',
  change: 'Change the claim',
  dialogTitle: (tag: string) => `Insurance claim for ${tag}`,
  insurer: 'Insurer',
  number: 'Number of the claim',
  state: 'State',
  states,
  filedOn: 'Filed on',
  paid: 'What is paid',
  note: 'Note',
  save: 'Save claim',
  saved: (tag: string) => `The claim for ${tag} is saved.`,
  needsInsurer: 'Say who the insurer is.',
}

export const claimsWords = {
  title: 'Insurance claims',
  about: 'What insurers were asked to pay for things that are lost, stolen or broken.',
  refused: 'Claims are for whoever works at a desk.',
  empty: 'No claim is written down',
  emptyAbout: 'A claim is written down on the page of the thing that is gone or came to harm.',
  filtered: 'No claim is in this state',
  clear: 'Show all',
  more: 'Show older claims',
  filed: (day: string) => `Filed on ${day}`,
  paid: (sum: string) => `${sum} paid`,
  /** As a state stands alone, beside a claim. */
}
