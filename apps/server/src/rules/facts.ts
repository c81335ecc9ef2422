import type { Priority, RequestStatus, RuleChange, RuleField } from '@deskhand/contract'
import type { LoggedEvent } from '../platform/log/event.ts'
import type { Read } from './conditions.ts'

/** A request as rules see it at one moment. */
export type Facts = Record<Exclude<RuleField, keyof Known>, unknown> &
  Known & { answers: Record<string, unknown> }
type Known = {
  desk: string
  type: string | null
  category: string | null
  status: RequestStatus
  priority: Priority
  assignee: string | null
  team: string | null
  tag: readonly string[]
  by: 'REQUESTER' | 'DESK' | 'DESKHAND'
}

/** What happened: a request is new, something of it changed, or a moment has come. */
export type Happening = { on: 'CREATED' } | { on: 'CHANGED'; fields: readonly RuleChange[] } | { on: 'TIME' }

/** Reads what a condition asks of a request. */
export const readFrom =
  (facts: Facts): Read =>
  (comparison) => ({
    value: 'answer' in comparison ? (facts.answers[comparison.answer] ?? null) : facts[comparison.field],
  })

/** The fields of a request's events, as rules call them. */
const columns: Partial<Record<string, RuleChange>> = {
  status: 'status',
  priority: 'priority',
  requestTypeId: 'type',
  assignedToId: 'assignee',
  assignedTeamId: 'team',
  tags: 'tag',
  summary: 'summary',
  description: 'description',
  customFields: 'answers',
  serviceDeskId: 'desk',
}

type Event = Pick<LoggedEvent, 'name' | 'changes'> & { data?: unknown }

/** What an event of a request means to rules; null where nothing that they look at happened. */
export function happeningOf({ name, changes, data }: Event): Happening | null {
  if (isCorrection(data)) return null
  if (name === 'request.created') return { on: 'CREATED' }
  const changed = Object.keys(changes).flatMap((key) => columns[key.split('.')[0] ?? ''] ?? [])
  const fields = [
    ...new Set<RuleChange>([...(name === 'request.replied' ? (['reply'] as const) : []), ...changed]),
  ]
  return fields.length > 0 ? { on: 'CHANGED', fields } : null
}

/** Two people set right what was written down: that is no happening. */
const isCorrection = (data: unknown): boolean => {
  const details: unknown = typeof data === 'object' && data ? Reflect.get(data, 'details') : null
  return typeof details === 'object' && details !== null && Reflect.get(details, 'correction') === true
}

/** The facts with one side of an event's changes: what was before it, or after it. */
export function withChanges(
  facts: Facts,
  changes: Event['changes'],
  side: 0 | 1,
  categoryOf: (typeId: string | null) => string | null,
): Facts {
  const next = { ...facts, answers: { ...facts.answers } }
  for (const [key, pair] of Object.entries(changes)) {
    const value = pair[side]
    const [column = '', answer] = key.split('.')
    if (column === 'customFields') {
      if (answer) next.answers[answer] = value
      // A whole form, as the log keeps it.
      else next.answers = (value ?? {}) as Record<string, unknown>
      continue
    }
    const field = column === 'impact' || column === 'urgency' ? column : columns[column]
    if (!field) continue
    Object.assign(next, { [field]: value })
    if (field === 'type') next.category = categoryOf(next.type)
  }
  return next
}

/** Who did it, as rules ask for it. */
export const doerOf = (
  { actorId, actorKind }: Pick<LoggedEvent, 'actorId' | 'actorKind'>,
  request: { requesterId: string; createdById: string },
): Known['by'] => {
  if (actorKind !== 'person') return 'DESKHAND'
  return actorId === request.requesterId || actorId === request.createdById ? 'REQUESTER' : 'DESK'
}
