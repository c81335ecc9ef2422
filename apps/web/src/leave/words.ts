export const awayWords = {
  title: 'Who is away',
  about: 'Your team, with the days alone. Why somebody is away reads who leads them, HR, and themselves.',
  aboutHr: 'Everybody who is away, with the kind of leave.',
  earlier: 'Month before',
  later: 'Month after',
  today: 'This month',
  nobody: 'Nobody is away in this month.',
  nobodyAbout: 'Granted leave and entered absences show here.',
  me: 'You',
  here: 'Here all month',
  asked: 'asked for',
  span: (from: string, until: string) => (from === until ? from : `${from} – ${until}`),
}

export const balanceWords = {
  title: (year: number) => `Your days in ${year}`,
  left: (count: number) => (count === 1 ? '1 day left' : `${count} days left`),
  of: (count: number) => `of ${count}`,
  taken: (count: number) => `${count} taken`,
  planned: (count: number) => `${count} planned`,
  asked: (count: number) => `${count} asked for`,
  used: (count: number) => (count === 1 ? '1 day so far' : `${count} days so far`),
}

export const stateWords = {
  title: 'Your leave',
  ASKED: 'It is not decided yet.',
  GRANTED: (days: number) => (days === 1 ? 'Granted: 1 day.' : `Granted: ${days} days.`),
  CANCELLED: 'Cancelled. The days are yours again.',
  calendar: 'Who is away then',
  cancel: 'Cancel leave',
  question: 'Cancel this leave?',
  consequence: 'The days are yours again at once. Who approved it is told.',
  reason: 'Why, if you like',
  done: 'The leave is cancelled.',
}

export const allowanceWords = {
  title: 'Days of leave',
  about: 'How many days there are of a kind of leave, from a year on, for everybody or for one person.',
  set: 'Set days',
  save: 'Save days',
  kind: 'Kind of leave',
  year: 'From year',
  days: 'Days',
  daysHelp: 'Empty: no number.',
  person: 'For (empty: everybody)',
  everybody: 'everybody',
  none: 'No number is set yet.',
  saved: 'The days are saved.',
  row: (kind: string, days: number, year: number, who: string) =>
    `${kind}: ${days === 1 ? '1 day' : `${days} days`} from ${year}, ${who}`,
}

/** For whoever decides on a leave. */
export const decisionWords = {
  title: 'The leave',
  span: (from: string, until: string) => (from === until ? from : `${from} – ${until}`),
  days: (count: number) => (count === 1 ? '1 working day' : `${count} working days`),
  left: (year: number) => `Days left in ${year}`,
  balance: (before: number, after: number) => `${before} before this, ${after} after it`,
  of: (count: number) => `of ${count}`,
  reason: 'Why',
  away: 'Who else is away',
  nobody: 'Nobody else, as far as you may see.',
  asked: 'asked for',
  leftBriefly: (year: number, before: number, after: number) =>
    `${before} left in ${year}, ${after} after this`,
  awayThen: (names: string) => `Away then too: ${names}.`,
  nobodyThen: 'Nobody else is away then, as far as you may see.',
  others: (count: number) => (count === 1 ? '1 other' : `${count} others`),
}
