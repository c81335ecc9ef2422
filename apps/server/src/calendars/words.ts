const days = ['Monday', 'Tuesday', 'Wednesday', 'Thursday', 'Friday', 'Saturday', 'Sunday'] as const
type Stretch = { from: string; until: string }

/** What the server says about calendars. */
export const words = {
  /** The calendar that holds where nobody made one. */
  officeHours: 'Office hours',
  noSuchCalendar: 'There is no such calendar.',
  stale: 'Somebody changed this calendar since you opened it. Look at it and try again.',
  taken: 'Another calendar has this name. Take another one.',
  noSuchDesk: 'There is no such desk.',
  sameDate: (date: string) => `${date} is there twice. A day is a holiday once.`,
  ends: (day: number, from: string, until: string) =>
    `${days[day]}: ${from} to ${until} ends before it begins. Work over midnight is two stretches, to 24:00 and from 00:00.`,
  overlaps: (day: number, one: Stretch, other: Stretch) =>
    `${days[day]}: ${one.from} to ${one.until} and ${other.from} to ${other.until} overlap.`,
  neverOpens: 'This calendar has no working time, so nothing could ever be due. Give at least one day hours.',
  allHolidays: 'All working days of the next year are holidays, so nothing could be due. Take some out.',
  stays: 'One calendar holds for whatever has none of its own. Make another one the default instead.',
  inUse: (keepers: readonly string[]) =>
    `${keepers.join(' and ')} keep it. Give them another calendar first.`,
  desks: (count: number) => (count === 1 ? 'One desk' : `${count} desks`),
  policies: (count: number) => (count === 1 ? 'one policy' : `${count} policies`),
  isDefault: 'This is the calendar of whatever has none of its own. Make another one the default first.',
  notIcs: 'This is no iCalendar file. Take one that ends in .ics.',
  tooLong: 'Ask for at most five years.',
  noDays: 'There are no all-day events in this file.',
  tooMany: 'A calendar holds at most 2,000 holidays.',
  tooManyEvents: (most: number) =>
    `A file may have at most ${most.toLocaleString('en')} events. Take one of fewer years, or in parts.`,
  tooMuch: 'The events of this file come too often. Take one of fewer years, or in parts.',
  nothingFits: (one: { event: string; why: string }, others: number) =>
    `No event of this file can be a holiday. “${one.event}”: ${one.why}${others > 0 ? ` ${others} more.` : ''}`,
  odd: (part: string, value: string) => `${part} cannot be “${value.slice(0, 60)}”.`,
  noDay: (property: string, value: string) =>
    `${property} must be a day such as 20261225, not “${value.slice(0, 60)}”.`,
  notYearly: (frequency: string) =>
    `A holiday comes once a year (FREQ=YEARLY), not “${frequency.slice(0, 20)}”. Days of the week belong to the hours.`,
  whichOne: 'Say which weekday of the month or year it is, such as BYDAY=1MO.',
  twoRules: 'It has more than one rule; a holiday has one RRULE and no EXRULE.',
  neverComes: 'It never comes: its month has no such day.',
  tooManyDates: (most: number) => `RDATE and EXDATE may have at most ${most} days each.`,
  endsBefore: 'It ends before it begins.',
  tooLongEvent: (most: number) => `It lasts longer than ${most} days.`,
} as const
