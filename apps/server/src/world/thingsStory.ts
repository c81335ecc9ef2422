import { type AssetFields, type EventName, events } from '@deskhand/contract'
import { usual } from '../assets/commands/row.ts'
import { changesBetween } from '../platform/log/event.ts'
import { idAt, type Random } from './random.ts'

export type Keeper = { id: string; name: string }
export type Line = Record<string, unknown> & { at: Date; subjectRef: string }
export type Holding = {
  sinceVersion: number
  personId: string | null
  parentAssetId: string | null
  locationId: string | null
  from: number
  until: number | null
}
/** A thing of the demo world with its stream, as commands would have written both (decision 80). */
export type Thing = {
  id: string
  deskId: string | null
  kind: string
  fields: AssetFields
  version: number
  createdAt: number
  updatedAt: number
  lines: Line[]
  holdings: Holding[]
}

type Begin = { companyId: string; deskId: string | null; kind: string; random: Random }
type Given = Partial<AssetFields> & Pick<AssetFields, 'categoryId' | 'status'>
type Happened = {
  name: EventName
  data: object
  changes: object
  at: number
  by: Keeper
  people: (string | null)[]
}

/** Adds a thing; its tag comes when all are there, in the order in which they were added. */
export function beginThing(
  { companyId, deskId, kind, random }: Begin,
  at: number,
  by: Keeper,
  given: Given,
): Thing {
  const fields = { ...usual, assetTag: '', ...given }
  const thing: Thing = {
    id: idAt(random, at),
    deskId,
    kind,
    fields,
    version: 1,
    createdAt: at,
    updatedAt: at,
    lines: [],
    holdings: [],
  }
  const changes = Object.fromEntries(
    Object.entries(fields).flatMap(([field, value]) => (value === null ? [] : [[field, [null, value]]])),
  )
  tell(thing, companyId, { name: 'asset.created', data: {}, changes, at, by, people: [fields.personId] })
  if (fields.status === 'DEPLOYED') hold(thing, at)
  return thing
}

/** What happens to it next, a minute after what happened last at the earliest. */
export function happens(
  thing: Thing,
  companyId: string,
  wanted: number,
  by: Keeper,
  name: EventName,
  data: object,
  given: Partial<AssetFields>,
): number {
  const at = Math.max(wanted, thing.updatedAt + 60_000)
  const changes = changesBetween<Partial<AssetFields>>(thing.fields, given)
  const people = [thing.fields.personId, given.personId ?? thing.fields.personId]
  thing.fields = { ...thing.fields, ...given }
  thing.version += 1
  thing.updatedAt = at
  tell(thing, companyId, { name, data, changes, at, by, people })
  if (['status', 'personId', 'parentAssetId', 'locationId'].some((field) => field in changes)) {
    const last = thing.holdings.at(-1)
    if (last && last.until === null) last.until = at
    if (thing.fields.status === 'DEPLOYED') hold(thing, at)
  }
  return at
}

function hold(thing: Thing, from: number): void {
  const { personId, parentAssetId, locationId } = thing.fields
  thing.holdings.push({ sinceVersion: thing.version, personId, parentAssetId, locationId, from, until: null })
}

function tell(thing: Thing, companyId: string, { name, data, changes, at, by, people }: Happened): void {
  thing.lines.push({
    companyId,
    name,
    subjectType: 'asset',
    subjectId: thing.id,
    subjectRef: '',
    subjectVersion: thing.version,
    deskId: thing.deskId,
    people: [...new Set(people.filter((id) => id !== null))],
    audience: events[name].audience,
    isConfidential: false,
    actorId: by.id,
    actorName: by.name,
    actorKind: 'person',
    data,
    changes,
    at: new Date(at),
  })
}

/** Gives it the tag that stands on its label, also in what was told of it before. */
export function nameThing(thing: Thing, tag: string): void {
  thing.fields = { ...thing.fields, assetTag: tag }
  for (const line of thing.lines) line.subjectRef = tag
  const [first] = thing.lines
  if (first) first['changes'] = { ...Object(first['changes']), assetTag: [null, tag] }
}
