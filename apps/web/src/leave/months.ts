export type Month = { id: string; name: string; from: string; until: string; days: number }

/** A month such as `2026-12`, or the one of now. */
export function monthOf(given: string | null, now: Date): Month {
  const isMonth = given !== null && /^(19|2\d)\d\d-(0[1-9]|1[0-2])$/.test(given)
  const id = isMonth ? given : `${now.getFullYear()}-${String(now.getMonth() + 1).padStart(2, '0')}`
  const [year = 0, month = 0] = id.split('-').map(Number)
  const days = new Date(Date.UTC(year, month, 0)).getUTCDate()
  const name = new Date(Date.UTC(year, month - 1, 1)).toLocaleDateString('en', {
    month: 'long',
    year: 'numeric',
    timeZone: 'UTC',
  })
  return { id, name, from: `${id}-01`, until: `${id}-${days}`, days }
}

export function monthAfter(id: string, by: number): string {
  const [year = 0, month = 0] = id.split('-').map(Number)
  return new Date(Date.UTC(year, month - 1 + by, 1)).toISOString().slice(0, 7)
}

/** Where a stretch of days lies in the month, from 0 to 1; days of other months are cut off. */
export function placeIn({ from, until, days }: Month, span: { fromDate: string; untilDate: string }) {
  const first = span.fromDate > from ? Number(span.fromDate.slice(8)) : 1
  const last = span.untilDate < until ? Number(span.untilDate.slice(8)) : days
  return { start: (first - 1) / days, length: (last - first + 1) / days }
}
