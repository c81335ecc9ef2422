export const words = {
  notAsked: 'This request has no survey that is open to you.',
  noSuchLink: 'This link leads nowhere. It may have been cut off, or the request was opened again.',
  tooLate: 'The time to say how it went is over.',
  notOwn: 'Only whoever asked for it says how it went.',
  noSuchDesk: 'There is no such desk.',
  onlyLead: 'Only who leads this desk decides how often it asks.',
}
