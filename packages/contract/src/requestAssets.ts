import * as z from 'zod'
import { AssetStatus } from './assetShapes.ts'
import { command, event, instant, list, page, paging, read, uuid } from './kit.ts'
import { Link } from './links.ts'

/** A thing that a request is about. Who has it and where it lies is said to whoever works on the request. */
export const RequestAsset = z.strictObject({
  id: uuid,
  assetTag: z.string(),
  /** Its own name, else its model, else its kind. */
  name: z.string(),
  kind: z.string(),
  icon: z.string(),
  serialNumber: z.string().nullable(),
  status: AssetStatus,
  personId: uuid.nullable(),
  personName: z.string().nullable(),
  locationName: z.string().nullable(),
  linkedAt: instant,
  linkedByName: z.string().nullable(),
  /** Whether the caller may take the link away. */
  mayUnlink: z.boolean(),
})
export type RequestAsset = z.output<typeof RequestAsset>

/** A request about a thing, as the page of the thing lists it. */
export const AssetRequest = Link.shape.request.extend({
  requesterName: z.string(),
  createdAt: instant,
  linkedAt: instant,
})
export type AssetRequest = z.output<typeof AssetRequest>

/** So many things can a request be about. */
export const linkedAssetsLimit = 50

const linked = list(RequestAsset).extend({
  /** Whether the caller may link things: the desk any, whoever asked their own while it is open. */
  mayLink: z.boolean(),
})

export const requestAssets = {
  list: read('GET /requests/:id/assets', {
    may: 'requests.read',
    summary: 'The things that a request is about, as far as the caller sees them',
    reply: linked,
  }),
  link: command('POST /requests/:id/assets', {
    may: 'requests.read',
    summary: 'Link a thing: the desk any, whoever asked their own while the request is open',
    body: z.strictObject({ assetId: uuid }),
    reply: RequestAsset,
    status: 201,
    errors: [409, 412, 422],
    events: ['request.asset_linked'],
    example: { body: { assetId: '0190a000-0000-7000-8000-000000000001' } },
  }),
  set: command('PUT /requests/:id/assets', {
    may: 'requests.read',
    summary: 'Say all the things that it is about: those that are not named are taken off',
    description: 'Only of what the caller sees; `{assetIds: []}` takes off all of these.',
    body: z.strictObject({ assetIds: z.array(uuid).max(linkedAssetsLimit) }),
    reply: linked,
    errors: [409, 412, 422],
    events: ['request.asset_linked', 'request.asset_unlinked'],
  }),
  unlink: command('DELETE /requests/:id/assets/:assetId', {
    may: 'requests.read',
    summary: 'Take a thing off a request',
    status: 204,
    errors: [409, 412],
    events: ['request.asset_unlinked'],
  }),
  ofAsset: read('GET /assets/:id/requests', {
    may: 'requests.read',
    summary:
      'The requests about a thing that the caller may see, the newest link first; no confidential ones',
    query: z.strictObject(paging),
    reply: page(AssetRequest),
  }),
}

const which = z.strictObject({ assetId: uuid, assetTag: z.string() })
export const requestAssetEvents = {
  // To whoever asked a thing of somebody else does not exist, so its tag is for the desk.
  'request.asset_linked': event('staff', '{actor} linked a thing to {ref}', which),
  'request.asset_unlinked': event('staff', '{actor} took a thing off {ref}', which),
}
