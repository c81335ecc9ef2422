import type { Audience, EventData, EventName } from '@deskhand/contract'
import { inOrder } from '../inOrder.ts'

export type ActorKind = 'person' | 'system' | 'platform'

/** One line of the log as readers get it. */
export type LoggedEvent<Name extends EventName = EventName> = {
  /** Order of the log; one number for all companies. */
  id: number
  companyId: string
  name: Name
  subjectType: string
  subjectId: string | null
  subjectRef: string | null
  deskId: string | null
  people: string[]
  audience: Audience
  isConfidential: boolean
  actorId: string | null
  actorName: string | null
  actorKind: ActorKind
  data: EventData<Name>
  /** `{field: [before, after]}` */
  changes: Record<string, [unknown, unknown]>
  causedById: number | null
  /** The operation it belongs to: a bulk edit, a merge, a rule run. */
  operationId: string | null
  at: Date
}

/** What an event is about, and who is concerned: its desk's topic and these people's own hear of it. */
export type Subject = {
  type: string
  id: string
  ref?: string
  deskId?: string
  people?: (string | null)[]
  isConfidential?: boolean
  /** What the event makes of it, where its events are the source and its row their projection (things). */
  version?: number
}

/** `{status: ['SUBMITTED', 'IN_PROGRESS']}` of the fields that differ; what `after` leaves out stays. */
export function changesBetween<Row extends object>(
  before: Row,
  after: { [Field in keyof Row]?: Row[Field] | undefined },
): Record<string, [unknown, unknown]> {
  const changes: Record<string, [unknown, unknown]> = {}
  for (const [field, value] of Object.entries(after)) {
    if (value === undefined) continue
    const old = Reflect.get(before, field) as unknown
    if (JSON.stringify(old, inOrder) !== JSON.stringify(value, inOrder))
      changes[field] = [old ?? null, value ?? null]
  }
  return changes
}
