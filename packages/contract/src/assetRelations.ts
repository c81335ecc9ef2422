import * as z from 'zod'
import { AssetStatus } from './assetShapes.ts'
import { command, event, instant, list, read, uuid } from './kit.ts'

/** What a thing is to another; each kind and how it reads from the other side. */
export const relationKinds = {
  RUNS_ON: 'HOSTS',
  HOSTS: 'RUNS_ON',
  DEPENDS_ON: 'NEEDED_BY',
  NEEDED_BY: 'DEPENDS_ON',
  PART_OF: 'HAS_PART',
  HAS_PART: 'PART_OF',
  CONNECTED_TO: 'CONNECTED_TO',
} as const

export const RelationKind = z.enum([
  'RUNS_ON',
  'HOSTS',
  'DEPENDS_ON',
  'NEEDED_BY',
  'PART_OF',
  'HAS_PART',
  'CONNECTED_TO',
])
export type RelationKind = z.output<typeof RelationKind>

const related = {
  id: uuid,
  assetTag: z.string(),
  name: z.string().nullable(),
  status: AssetStatus,
}
const named = z.strictObject({ id: uuid, name: z.string() })

export const AssetRelation = z.strictObject({
  id: uuid,
  /** `RUNS_ON`: this one runs on the other. */
  type: RelationKind,
  asset: z.strictObject(related),
  createdAt: instant,
})
export type AssetRelation = z.output<typeof AssetRelation>

export const HitAsset = z.strictObject({
  ...related,
  /** How many steps away; 1 hangs on the thing itself. */
  depth: z.int(),
  person: named.nullable(),
})

export const AssetImpact = z.strictObject({
  data: z.array(HitAsset),
  /** Who has the thing or what hangs on it, with how many of these. */
  people: z.array(named.extend({ count: z.int() })),
  /** There is more, further away or beside. */
  isCut: z.boolean(),
})
export type AssetImpact = z.output<typeof AssetImpact>

const Component = z.strictObject({
  ...related,
  serialNumber: z.string().nullable(),
  modelName: z.string().nullable(),
})

export const assetRelations = {
  list: read('GET /assets/:id/relations', {
    may: 'assets.read',
    summary: 'What a thing has to do with others',
    reply: list(AssetRelation),
  }),
  add: command('POST /assets/:id/relations', {
    may: 'assets.work',
    summary: 'Say what a thing is to another',
    description: 'From either side: `HOSTS` here is `RUNS_ON` there. What is said already answers 409.',
    body: z.strictObject({ type: RelationKind, assetId: uuid }),
    reply: AssetRelation,
    status: 201,
    errors: [409, 422],
    events: ['asset.related'],
    example: { body: { type: 'RUNS_ON', assetId: '0190a000-0000-7000-8000-000000000001' } },
  }),
  remove: command('DELETE /assets/:id/relations/:relationId', {
    may: 'assets.work',
    summary: 'Say so no more',
    status: 204,
    events: ['asset.unrelated'],
  }),
  impact: read('GET /assets/:id/impact', {
    may: 'assets.read',
    summary: 'What stops and who is hit when a thing fails: what runs on it, needs it, or is part of it',
    reply: AssetImpact,
  }),
  components: read('GET /assets/:id/components', {
    may: 'assets.read',
    summary: 'What is in a thing or goes with it',
    reply: list(Component),
  }),
  setComponents: command('PUT /assets/:id/components', {
    may: 'assets.work',
    summary: 'Say all that is in a thing: what is not named is taken out, what is new is put in',
    description:
      'Each part by the rules of handing out and taking back, all or none; `POST /undo/:operationId` takes it back. What is taken out goes into stock, to be looked at.',
    body: z.strictObject({ assetIds: z.array(uuid).max(100) }),
    reply: list(Component).extend({
      /** Null where everything was so already. */
      operationId: uuid.nullable(),
    }),
    errors: [409, 412, 422],
    events: ['asset.checked_out', 'asset.transferred', 'asset.checked_in', 'acceptance.received'],
    example: { body: { assetIds: ['0190a000-0000-7000-8000-000000000001'] } },
  }),
}

const told = z.strictObject({ type: RelationKind, assetId: uuid, assetTag: z.string() })
export const assetRelationEvents = {
  'asset.related': event('staff', '{actor} said what {ref} is to another thing', told),
  'asset.unrelated': event('staff', '{actor} took {ref} and another thing apart', told),
}
