import { isDayText } from './formValues.ts'

const months = 'Jan Feb Mar Apr May Jun Jul Aug Sep Oct Nov Dec'.split(' ')

/**
 * "3 Feb 2027": a day as it stands in what is kept for everybody, such as a title or a mail. No reader's language is
 * known there, so it is written in the house's own, and never as figures that two countries read differently.
 */
export function dayWords(day: string): string {
  if (!isDayText(day)) return day
  const [year, month, date] = day.split('-').map(Number)
  return `${date} ${months[(month ?? 1) - 1]} ${year}`
}

const twoDays = /\b(\d{1,2}) ([A-Z][a-z]{2}) (\d{4})–(\d{1,2}) ([A-Z][a-z]{2}) (\d{4})\b/g

/** Two days with a dash between them say once what they share: "3–7 Feb 2027", "30 Mar – 2 Apr 2027". */
export const joinDays = (text: string): string =>
  text.replace(twoDays, (_, from: string, month: string, year: string, until: string, ...rest: string[]) => {
    const [lastMonth = '', lastYear = ''] = rest
    const end = `${until} ${lastMonth} ${lastYear}`
    if (year !== lastYear) return `${from} ${month} ${year} – ${end}`
    if (month !== lastMonth) return `${from} ${month} – ${end}`
    return from === until ? end : `${from}–${end}`
  })
