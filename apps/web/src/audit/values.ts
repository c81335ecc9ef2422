import { type audit, Priority, type ReplyOf } from '@deskhand/contract'
import { subStateWords, thingStateWords } from '../assets/stateWords.ts'
import { levelWords, waitNames } from '../requests/words.ts'
import { clockTime, shortDate } from '../ui/time.ts'
import { priorityWords, stateWords } from '../ui/words.ts'
import { fieldWords, detailWords as words } from './words.ts'

export type Entry = ReplyOf<(typeof audit)['list']>['data'][number]
export type Names = Entry['names']

/** `IN_PROGRESS` and the like in the words used everywhere else. */
const codes = new Map<string, string>([
  ...Object.entries(levelWords),
  ...Object.entries(waitNames),
  ...Object.entries(stateWords).map(([state, { technician }]) => [state, technician] as const),
  ...Object.entries(thingStateWords),
  ...Object.entries(subStateWords),
  ['ACTIVE', 'Active'],
  ['INVITED', 'Invited'],
  ['BLOCKED', 'Blocked'],
  ['SUSPENDED', 'Suspended'],
])

/** Fields that hold words of programs, and not of people: `resolutionCode`, `subStatus`, `kind`. */
const coded =
  /(status|state|resolutionCode|kind|type|mode|decision|outcome|condition|ownership|level|impact|urgency|because|whom|basis|method|audience|cause|terms)$/i
const isCode = /^[A-Z][A-Z]+(_[A-Z]+)*$/
/** `NO_RESPONSE` → "No response". */
const spelledOut = (code: string) => code.charAt(0) + code.slice(1).toLowerCase().replaceAll('_', ' ')

const instant = /^\d{4}-\d\d-\d\dT\d\d:\d\d/
const id = /^[0-9a-f]{8}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{12}$/

/** What a field is called: `assignedToId` → "Assignee", `someNewField` → "Some new field". */
export function fieldName(field: string): string {
  const spelled = field
    .replace(/(Id|At)$/, '')
    .replace(/[A-Z]/g, (letter) => ` ${letter.toLowerCase()}`)
    .trim()
  return fieldWords[field] ?? `${spelled.charAt(0).toUpperCase()}${spelled.slice(1)}`
}

const isRecord = (value: unknown): value is Record<string, unknown> =>
  typeof value === 'object' && value !== null && !Array.isArray(value)

/** A value as a person reads it; null where there is nothing. */
export function valueWords(value: unknown, names: Names, now: Date, field = ''): string | null {
  if (value === null || value === undefined || value === '') return null
  if (typeof value === 'boolean') return value ? words.yes : words.no
  const priority = field === 'priority' && Priority.options.find((one) => one === value)
  if (priority) return priorityWords[priority]
  if (typeof value === 'string') return textWords(value, names, now, field)
  if (Array.isArray(value)) {
    const all = value.map((one) => valueWords(one, names, now, field)).filter((one) => one !== null)
    return all.length > 0 ? all.join(', ') : null
  }
  if (!isRecord(value)) return String(value)
  return 'role' in value ? grantWords(value, names) : objectWords(value, names, now)
}

function textWords(text: string, names: Names, now: Date, field: string): string {
  if (id.test(text)) return names[text] ?? text.slice(0, 8)
  const at = instant.test(text) ? new Date(text) : null
  if (at && !Number.isNaN(at.getTime())) return `${shortDate(at, now)}, ${clockTime(at)}`
  return codes.get(text) ?? (coded.test(field) && isCode.test(text) ? spelledOut(text) : text)
}

function grantWords({ role, serviceDeskId }: Record<string, unknown>, names: Names): string {
  const named = String(role)
  return typeof serviceDeskId === 'string'
    ? words.role(named, names[serviceDeskId] ?? serviceDeskId.slice(0, 8))
    : named
}

function objectWords(value: Record<string, unknown>, names: Names, now: Date): string | null {
  const parts = Object.entries(value).flatMap(([field, inner]) => {
    const said = valueWords(inner, names, now, field)
    return said === null ? [] : [`${fieldName(field)}: ${said}`]
  })
  return parts.length > 0 ? parts.join('; ') : null
}

/** Fields of an event that only programs need, or that its changes say better. */
const forPrograms = new Set([
  'activityId',
  'sessionId',
  'sessionIds',
  'fields',
  'from',
  'to',
  'attachmentId',
  'kind',
])

/** What an event says beside its changes, one line each. */
export function factsOf({ data, changes, names }: Entry, now: Date): { label: string; value: string }[] {
  const flat = Object.entries(data).flatMap(([field, value]) =>
    field === 'details' && isRecord(value) ? Object.entries(value) : [[field, value] as const],
  )
  return flat.flatMap(([field, value]) => {
    if (forPrograms.has(field) || field in changes) return []
    const said = valueWords(value, names, now, field)
    return said === null ? [] : [{ label: fieldName(field), value: said }]
  })
}

/** The sentence without its subject, which stands beside it: "moved IT-4921 to in progress". */
export function deedOf({ words: sentence, actorName }: Entry): string {
  const who = actorName ?? 'Deskhand'
  return sentence.startsWith(`${who} `) ? sentence.slice(who.length + 1) : sentence
}
