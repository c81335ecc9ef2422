import type { Company, Request, World } from './shapes.ts'
import type { Things } from './things.ts'
import type { Line, Thing } from './thingsStory.ts'

/** By these words of a request about a computer that has a problem one knows which kind of thing is meant. */
const kinds: [said: RegExp, kind: string][] = [
  [/tablet/i, 'Tablet'],
  [/phone|sim card/i, 'Phone'],
  [/monitor|second screen|external screen/i, 'Monitor'],
  [/laptop|computer|battery|keyboard|screen|fan|start|slow/i, 'Laptop'],
]

type AskedAbout = { rows: object[]; lines: Line[] }

/** Requests about what their requester had when they asked: the form names the thing, so it is linked. */
export function askedAbout(
  world: World,
  { id: companyId }: Pick<Company, 'id'>,
  { yard }: Things,
): AskedAbout {
  const types = new Set(world.requestTypes.flatMap(({ id, kind }) => (kind === 'PROBLEM' ? [id] : [])))
  const prefixes = new Map(world.desks.map(({ id, prefix }) => [id, prefix]))
  const names = new Map(
    world.people.map(({ id, firstName, lastName }) => [id, `${firstName} ${lastName}`] as const),
  )
  const pairs = world.requests
    .filter((one) => one.companyId === companyId && types.has(one.requestTypeId) && !one.isConfidential)
    .flatMap((request) => {
      const thing = meant(request, yard.things)
      return thing ? [{ request, thing }] : []
    })
  return {
    rows: pairs.map(({ request, thing }) => ({
      companyId,
      requestId: request.id,
      assetId: thing.id,
      linkedById: request.createdById,
      linkedAt: request.createdAt,
    })),
    lines: pairs.map(({ request, thing }) => ({
      companyId,
      name: 'request.asset_linked',
      subjectType: 'request',
      subjectId: request.id,
      subjectRef: `${prefixes.get(request.serviceDeskId)}-${request.number}`,
      deskId: request.serviceDeskId,
      people: [...new Set([request.requesterId, request.createdById])],
      audience: 'staff',
      isConfidential: false,
      actorId: request.createdById,
      actorName: names.get(request.createdById) ?? null,
      actorKind: 'person',
      data: { assetId: thing.id, assetTag: thing.fields.assetTag },
      changes: {},
      at: request.createdAt,
    })),
  }
}

/** The first thing of the kind that they speak of which they had then. */
function meant({ summary, requesterId, createdAt }: Request, things: readonly Thing[]): Thing | undefined {
  const kind = kinds.find(([said]) => said.test(summary))?.[1]
  const at = createdAt.getTime()
  return things.find(
    (thing) =>
      thing.kind === kind &&
      thing.holdings.some(
        ({ personId, from, until }) =>
          personId === requesterId && from <= at && (until === null || at < until),
      ),
  )
}
