export const weekdays = ['MO', 'TU', 'WE', 'TH', 'FR', 'SA', 'SU'] as const
export type Weekday = (typeof weekdays)[number]
export const units = ['DAILY', 'WEEKLY', 'MONTHLY', 'YEARLY'] as const
export type Unit = (typeof units)[number]
export const positions = ['1', '2', '3', '4', '-1'] as const

/** A rule as the form puts it together. */
export type RuleParts = {
  unit: Unit
  interval: number
  /** Of weeks. */
  days: readonly Weekday[]
  /** Of months: `1MO` is the first Monday, `15` the fifteenth, `-1` the last day. */
  monthly: string
}

export const firstParts: RuleParts = { unit: 'WEEKLY', interval: 1, days: ['MO'], monthly: '1MO' }

/** `FREQ=WEEKLY;INTERVAL=2;BYDAY=MO` */
export function writeRule({ unit, interval, days, monthly }: RuleParts): string {
  const parts = [`FREQ=${unit}`]
  if (interval > 1) parts.push(`INTERVAL=${interval}`)
  if (unit === 'WEEKLY' && days.length > 0)
    parts.push(`BYDAY=${weekdays.filter((day) => days.includes(day)).join(',')}`)
  if (unit === 'MONTHLY') parts.push(/[A-Z]/.test(monthly) ? `BYDAY=${monthly}` : `BYMONTHDAY=${monthly}`)
  return parts.join(';')
}

/** The parts of a rule; null for one that the form cannot show and would change by saving. */
export function readRule(rule: string): RuleParts | null {
  const fields = new Map(
    rule.split(';').map((part): [string, string] => {
      const [name = '', value = ''] = part.split('=')
      return [name, value]
    }),
  )
  const unit = units.find((one) => one === fields.get('FREQ'))
  if (!unit) return null
  const byDay = fields.get('BYDAY') ?? ''
  const parts: RuleParts = {
    unit,
    interval: Number(fields.get('INTERVAL') ?? 1),
    days: unit === 'WEEKLY' ? weekdays.filter((day) => byDay.split(',').includes(day)) : firstParts.days,
    monthly: unit === 'MONTHLY' ? byDay || (fields.get('BYMONTHDAY') ?? '') : firstParts.monthly,
  }
  return writeRule(parts) === rule ? parts : null
}
