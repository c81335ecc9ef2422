/** `1 h 30 min`, `4h`, `45`, `1:30` in minutes; null where nothing is said, undefined where it cannot be read. */
export function readDuration(text: string): number | null | undefined {
  const said = text.trim().toLowerCase()
  if (said === '' || said === '-' || said === '—') return null
  const [, colonHours, colonMinutes] = said.match(/^(\d{1,3}):([0-5]\d)$/) ?? []
  if (colonHours) return positive(Number(colonHours) * 60 + Number(colonMinutes))
  const [, hours, minutes] = said.match(/^(?:(\d{1,4}(?:\.\d)?)\s*h)?\s*(?:(\d{1,5})\s*(?:m|min)?)?$/) ?? []
  if (hours === undefined && minutes === undefined) return undefined
  return positive(Math.round(Number(hours ?? 0) * 60) + Number(minutes ?? 0))
}

const positive = (minutes: number) => (minutes > 0 && minutes <= 150_000 ? minutes : undefined)

/** Minutes as one types them; nothing where nothing is promised. */
export function durationText(minutes: number | null): string {
  if (minutes === null) return ''
  const [hours, rest] = [Math.floor(minutes / 60), minutes % 60]
  return [hours > 0 ? `${hours} h` : '', rest > 0 ? `${rest} min` : ''].filter(Boolean).join(' ')
}
