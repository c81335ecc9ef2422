import * as z from 'zod'
import { command, event, instant, line, list, read, uuid } from './kit.ts'
import { PersonRef, RequestStatus } from './requestShapes.ts'

/** What the other request is to this one; each kind and how it reads from the other side. */
export const linkKinds = {
  parent: 'child',
  child: 'parent',
  blocks: 'blocked-by',
  'blocked-by': 'blocks',
  'caused-by': 'causes',
  causes: 'caused-by',
  duplicate: 'duplicated-by',
  'duplicated-by': 'duplicate',
  relates: 'relates',
} as const

export const LinkKind = z.enum([
  'parent',
  'child',
  'blocks',
  'blocked-by',
  'caused-by',
  'causes',
  'duplicate',
  'duplicated-by',
  'relates',
])
export type LinkKind = z.output<typeof LinkKind>

export const Link = z.strictObject({
  id: uuid,
  /** `parent`: the other is the parent of this one. `blocks`: this one blocks the other. */
  type: LinkKind,
  request: z.strictObject({
    id: uuid,
    referenceNumber: z.string(),
    summary: z.string(),
    status: RequestStatus,
    resolutionCode: z.string().nullable(),
    closedAt: instant.nullable(),
    assignee: PersonRef.nullable(),
  }),
  createdAt: instant,
})
export type Link = z.output<typeof Link>

export const links = {
  list: read('GET /requests/:id/links', {
    may: 'requests.work',
    summary: 'The links of a request, to what the caller may see; and what it follows up on',
    reply: list(Link).extend({
      followUpOf: Link.shape.request.nullable(),
      followUps: z.array(Link.shape.request),
    }),
  }),
  add: command('POST /requests/:id/links', {
    may: 'requests.work',
    summary:
      'Link a request to another: as its parent or child, a duplicate, a cause, a block, or just related',
    body: z.strictObject({ type: LinkKind, requestId: z.union([uuid, line(40)]) }),
    reply: Link,
    status: 201,
    errors: [409, 422],
    events: ['request.linked'],
  }),
  remove: command('DELETE /requests/:id/links/:linkId', {
    may: 'requests.work',
    summary: 'Remove a link',
    status: 204,
    errors: [409],
    events: ['request.unlinked'],
  }),
}

const said = z.strictObject({ linkId: uuid, type: LinkKind, otherId: uuid })

export const linkEvents = {
  'request.linked': event('staff', '{actor} linked {ref} to another', said),
  'request.unlinked': event('staff', '{actor} removed a link of {ref}', said),
}
