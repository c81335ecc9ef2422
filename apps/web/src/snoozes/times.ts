export type Choice = 'later' | 'tomorrow' | 'week' | 'date' | 'reply' | 'request'

function at(day: Date, hours: number, plusDays = 0): Date {
  const time = new Date(day)
  time.setDate(time.getDate() + plusDays)
  time.setHours(hours, 0, 0, 0)
  return time
}

/** Three hours on, on the full hour; late in the day it is tomorrow morning. */
export function laterToday(now: Date): Date {
  const later = at(now, now.getHours() + 3)
  return later.getDate() === now.getDate() ? later : at(now, 9, 1)
}

export const tomorrow = (now: Date): Date => at(now, 9, 1)

/** The Monday that comes; on a Monday the next one. */
export const nextMonday = (now: Date): Date => at(now, 9, (8 - now.getDay()) % 7 || 7)

/** The moment that a choice means, or null where it is no time. */
export function timeOfChoice(choice: Choice, now: Date): Date | null {
  if (choice === 'later') return laterToday(now)
  if (choice === 'tomorrow') return tomorrow(now)
  return choice === 'week' ? nextMonday(now) : null
}
