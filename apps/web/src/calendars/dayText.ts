type Hours = { from: string; until: string }

const stretch = /^(\d{1,2})(?:[:.](\d{2}))?\s*[-–—]\s*(\d{1,2})(?:[:.](\d{2}))?$/

/** `9-14, 15:00–18:00` as hours, or null where it cannot be read. Nothing, `closed` and `-` are a day without any. */
export function readDay(text: string): Hours[] | null {
  const parts = text.trim().toLowerCase()
  if (parts === '' || parts === '-' || parts === 'closed') return []
  const hours: Hours[] = []
  for (const part of parts.split(/[,;]/)) {
    const [, from, fromMinutes, until, untilMinutes] = part.trim().match(stretch) ?? []
    const begin = timeOf(from, fromMinutes)
    const end = timeOf(until, untilMinutes)
    if (begin === null || end === null || begin === '24:00') return null
    hours.push({ from: begin, until: end })
  }
  return hours
}

function timeOf(hour: string | undefined, minutes = '00'): string | null {
  if (hour === undefined) return null
  const isTime = Number(hour) < 24 ? Number(minutes) < 60 : Number(hour) === 24 && minutes === '00'
  return isTime ? `${hour.padStart(2, '0')}:${minutes}` : null
}

/** Hours as one types them. */
export const dayText = (hours: readonly Hours[]): string =>
  hours.map(({ from, until }) => `${from}–${until}`).join(', ')
