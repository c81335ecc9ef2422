/** Sentences for people. */
export const words = {
  noSuchAlert: 'There is no such alert.',
  noSuchRule: 'There is no such rule.',
  stale: 'Somebody was quicker. Look at it again.',
  over: 'What it says holds no longer.',
  past: 'Choose a time that is still to come.',
  tooFar: 'A year is the longest that an alert sleeps.',
  hasRequest: 'A request was made of it already.',
  noDesk: 'There is no desk to ask. Name one.',
  ruledAlready: 'This kind has a rule already. Change that one.',
  noDays: 'This kind has no number of days.',
  made: (title: string) => `Deskhand found: ${title}.`,
} as const
