import type { ClaimState } from '@deskhand/contract'

const states: Record<ClaimState, string> = {
  FILED: 'filed',
  PAID: 'paid',
  REFUSED: 'refused',
  WITHDRAWN: 'withdrawn',
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
