import type { Thing } from './thingsStory.ts'
import { day, kindOf, type Yard } from './thingsYard.ts'

type Lead = { id: string }

/** One batch that is completed, and one that waits for whoever leads the desk; of what is gone, and of what waits to go. */
export function disposalRows(
  yard: Yard,
  lead: Lead | undefined,
  newId: () => string,
): { disposals: object[]; disposalThings: object[] } {
  const { companyId, things, keeper, present } = yard
  const isOwned = ({ fields }: Thing) => fields.ownership === 'OWNED'
  const gone = things
    .filter(
      (thing) => isOwned(thing) && thing.fields.status === 'RETIRED' && thing.fields.subStatus === 'DISPOSED',
    )
    .slice(-8)
  const waiting = things
    .filter(
      (thing) =>
        isOwned(thing) && thing.fields.status === 'IN_STOCK' && thing.fields.subStatus === 'TO_DISPOSE',
    )
    .slice(0, 6)
  const over = new Date(Math.min(present, Math.max(0, ...gone.map(({ updatedAt }) => Number(updatedAt)))))
  const before = (days: number) => new Date(over.getTime() - days * day)
  const done = { id: newId(), state: 'COMPLETED' }
  const draft = { id: newId(), state: 'DRAFT' }
  const isDone = gone.length > 0 && lead !== undefined && lead.id !== keeper.id
  const common = { companyId, outcome: 'DISPOSED', createdById: keeper.id, version: 1 }
  const disposals = [
    ...(isDone
      ? [
          {
            ...common,
            ...done,
            number: 1,
            name: 'What the last round replaced',
            partner: 'Bay Recycling',
            createdAt: before(9),
            approvedById: lead.id,
            approvedAt: before(8),
            handedOverById: keeper.id,
            handedOverAt: before(2),
            completedById: lead.id,
            completedAt: over,
            version: 4,
          },
        ]
      : []),
    ...(waiting.length > 0
      ? [
          {
            ...common,
            ...draft,
            number: isDone ? 2 : 1,
            name: 'Old laptops of this quarter',
            partner: 'Bay Recycling',
            notes: 'They come with a van; the pallet stands by the gate.',
            createdAt: new Date(present - 2 * day),
          },
        ]
      : []),
  ]
  const wiped = (thing: Thing, on: Date) =>
    kindOf(yard, thing.kind).bearsData
      ? { wipeMethod: 'OVERWRITTEN', wipedBy: keeper.name, wipedOn: on.toISOString().slice(0, 10) }
      : { wipeMethod: null, wipedBy: null, wipedOn: null }
  const rowOf = (disposalId: string, thing: Thing) => ({ companyId, disposalId, assetId: thing.id })
  return {
    disposals,
    disposalThings: [
      ...(isDone
        ? gone.map((thing) => ({ ...rowOf(done.id, thing), ...wiped(thing, before(5)), endedAt: over }))
        : []),
      ...waiting.map((thing, at) => ({
        ...rowOf(draft.id, thing),
        ...wiped(thing, new Date(present - day)),
        // Of the last of them nobody has said yet how it was wiped.
        ...(at === waiting.length - 1 && { wipeMethod: null, wipedBy: null, wipedOn: null }),
        endedAt: null,
      })),
    ],
  }
}
