import type { Answers, AnswerValue, Money, RequestKind } from '@deskhand/contract'
import type { Random } from '../random.ts'
import { businessAnswers } from './answerTextsBusiness.ts'

export type Told = {
  summary: string
  description: string
  urgency: 'LOW' | 'MEDIUM' | 'HIGH'
  createdAt: Date
  site: string
  department: string
  random: Random
  /** The id of a colleague by their full name. */
  personId: (name: string) => string | null
}

export const euro = (minor: number): Money => ({ amount: String(Math.round(minor)), currency: 'EUR' })
export const dayBefore = (at: Date, days: number): string =>
  new Date(at.getTime() - days * 86_400_000).toISOString().slice(0, 10)

/** "€1,205.40" anywhere in a text, in cents. */
export function euroIn(text: string): number | null {
  const [, digits] = text.match(/€([\d,]+(?:\.\d+)?)/) ?? []
  return digits ? Math.round(Number(digits.replaceAll(',', '')) * 100) : null
}

const months = 'January February March April May June July August September October November December'.split(
  ' ',
)

/** "1 December" as the next such day after the request. */
export function dayIn(text: string, after: Date): string | null {
  const [, day, month = ''] = text.match(/(\d{1,2}) ([A-Z][a-z]+)/) ?? []
  const at = months.indexOf(month)
  if (!day || at < 0) return null
  const year = after.getUTCFullYear() + (at < after.getUTCMonth() ? 1 : 0)
  return `${year}-${String(at + 1).padStart(2, '0')}-${day.padStart(2, '0')}`
}

/** Without what is not known. */
export const known = (answers: Record<string, AnswerValue | undefined>): Answers =>
  Object.fromEntries(
    Object.entries(answers).filter((entry): entry is [string, AnswerValue] => (entry[1] ?? null) !== null),
  )

type Answerer = (told: Told) => Answers | null

const things: readonly (readonly [RegExp, name: string, model: string | null, cents: number])[] = [
  [/^(New laptop|Laptop for)/, 'Laptop', 'ThinkPad T14', 128_900],
  [/^Larger screen|^Second screen/, '27-inch screen', 'Dell U2724', 32_900],
  [/^Loan laptop/, 'Loan laptops', null, 0],
  [/handheld/, 'Handheld scanners', 'Zebra TC22', 64_900],
]

const hardware: Answerer = ({ summary, description, createdAt }) => {
  const [, name, model, cents] = things.find(([pattern]) => pattern.test(summary)) ?? []
  if (!name) return null
  return known({
    hardwareName: name,
    businessJustification: description,
    estimatedPrice: cents ? euro(cents) : undefined,
    hardwareModel: model ?? undefined,
    neededBy: dayIn(description, createdAt) ?? undefined,
  })
}

const software: Answerer = ({ summary, description }) => {
  const [, wanted, tag] =
    summary.match(/^(?:Licence for|Install) (.+?)(?: on (LT-\d+))?$/) ??
    summary.match(/^(.+) for (?:a project|two|\d+)/) ??
    []
  if (!wanted) return null
  const isNew = /licence|project|seat/i.test(`${summary} ${description}`)
  return known({
    softwareName: wanted,
    licence: isNew ? 'NEW' : 'UNKNOWN',
    assetTag: tag,
    costCenter: isNew ? description.match(/CC \d+/)?.[0] : undefined,
    seats: summary.includes('two') ? 2 : Number(summary.match(/for (\d+) people/)?.[1] ?? 1),
  })
}

const problem: Answerer = ({ summary, description, urgency, createdAt, random }) => {
  const text = `${summary} ${description}`
  const device = text.match(/(ThinkPad|Latitude|MacBook Pro|EliteBook|Dell) \w+/)?.[0]
  const tag = text.match(/LT-\d+/)?.[0]
  return known({
    workState: { HIGH: 'STOPPED', MEDIUM: 'LIMITED', LOW: 'ANNOYING' }[urgency],
    deviceName: device && tag ? `${device} (${tag})` : (device ?? tag),
    startedOn: dayBefore(createdAt, random.int(0, 3)),
  })
}

const access: Answerer = ({ summary, description, personId }) => {
  const [, named] =
    summary.match(/^(?:Read access|Access) to (.+?)(?: for .+)?$/) ??
    summary.match(/^(.+?) has gone from/) ??
    summary.match(/^I lost access to (.+)$/) ??
    summary.match(/(ERP)/) ??
    []
  if (!named) return null
  const colleague = description.match(/same rights in the ERP as (\S+ \S+?)\./)?.[1]
  return known({
    accessTarget: named === 'ERP' ? 'The ERP' : named,
    accessLevel: /read access|without changing/i.test(`${summary} ${description}`) ? 'READ' : 'WRITE',
    sameAs: colleague ? (personId(colleague) ?? undefined) : undefined,
  })
}

const onboarding: Answerer = ({ summary, description, createdAt, department, site }) => {
  const [, name] = summary.match(/^(.+?) starts on/) ?? summary.match(/^Welcome plan for (.+)$/) ?? []
  const startDate = dayIn(`${summary} ${description}`, createdAt)
  if (!name || !startDate) return null
  const [, joins, where] = description.match(/joins (.+?) in (\w+) on/) ?? []
  return known({
    newcomerName: name,
    startDate,
    department: joins ?? department,
    site: where ?? site,
    equipment: ['LAPTOP', 'SCREEN', 'HEADSET'],
    needsBadge: true,
  })
}

const payroll: Answerer = ({ summary, description, createdAt }) => {
  const month = new Date(createdAt.getTime() - 20 * 86_400_000).toISOString().slice(0, 7)
  const missing = euroIn(description)
  if (/bank account/i.test(summary)) return { topic: 'BANK', iban: 'ES91 2100 0418 4502 0005 1332' }
  if (/bonus/i.test(summary)) return { topic: 'BONUS', payMonth: month }
  return /payslip|less pay/i.test(summary)
    ? known({ topic: 'PAYSLIP', payMonth: month, difference: missing === null ? undefined : euro(missing) })
    : null
}

const details: Answerer = ({ summary, description, createdAt }) => {
  const validFrom = dayIn(description, createdAt) ?? undefined
  if (/address/.test(summary)) return known({ change: 'ADDRESS', validFrom })
  if (/name/.test(summary)) return known({ change: 'NAME' })
  return /emergency/.test(summary) ? known({ change: 'EMERGENCY' }) : null
}

/** What people would have answered, read out of what they wrote; null where the form does not fit their words. */
export const answerers: Partial<Record<RequestKind, Answerer>> = {
  HARDWARE: hardware,
  SOFTWARE: software,
  PROBLEM: problem,
  ACCESS: access,
  ONBOARDING: onboarding,
  PAYROLL: payroll,
  PERSONAL_DETAILS: details,
  ...businessAnswers,
}
