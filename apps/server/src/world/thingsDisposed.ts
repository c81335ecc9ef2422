import type { Keeper, Line, Thing } from './thingsStory.ts'
import { day, kindOf, type Yard } from './thingsYard.ts'

type Lead = { id: string; name: string }

/** One batch that is completed, and one that waits for whoever leads the desk; of what is gone, and of what waits to go. */
export function disposalRows(
  yard: Yard,
  lead: Lead | undefined,
  newId: () => string,
): { disposals: object[]; disposalThings: object[]; lines: Line[] } {
  const { companyId, things, present } = yard
  // Whoever approves a batch did not make it.
  const keeper = [...yard.keepers.values()].find(({ id }) => id !== lead?.id) ?? yard.keeper
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
  const idsOf = (some: readonly Thing[]) => some.map(({ id }) => id)
  const teller = (id: string, number: number) => (by: Keeper, at: Date, name: string, data: object) =>
    lineOf(companyId, { id, number }, { by, at, name, data })
  const tellDone = teller(done.id, 1)
  const moved = (from: string, to: string) => ({ from, to, reason: null })
  return {
    disposals,
    lines: [
      ...(isDone
        ? [
            tellDone(keeper, before(9), 'disposal.created', { assetIds: idsOf(gone) }),
            tellDone(lead, before(8), 'disposal.moved', moved('DRAFT', 'APPROVED')),
            tellDone(keeper, before(2), 'disposal.moved', moved('APPROVED', 'HANDED_OVER')),
            tellDone(lead, over, 'disposal.moved', moved('HANDED_OVER', 'COMPLETED')),
          ]
        : []),
      ...(waiting.length > 0
        ? [
            teller(draft.id, isDone ? 2 : 1)(keeper, new Date(present - 2 * day), 'disposal.created', {
              assetIds: idsOf(waiting),
            }),
          ]
        : []),
    ],
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

type Told = { by: Keeper; at: Date; name: string; data: object }

const lineOf = (companyId: string, { id, number }: { id: string; number: number }, told: Told): Line => ({
  companyId,
  name: told.name,
  subjectType: 'disposal',
  subjectId: id,
  subjectRef: String(number),
  deskId: null,
  people: [],
  audience: 'staff',
  isConfidential: false,
  actorId: told.by.id,
  actorName: told.by.name,
  actorKind: 'person',
  data: told.data,
  changes: {},
  at: told.at,
})
