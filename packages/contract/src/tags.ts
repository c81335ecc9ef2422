import * as z from 'zod'
import { command, event, line, read, text, uuid } from './kit.ts'
import { Tag } from './requestShapes.ts'

export const TagEntry = z.strictObject({
  id: uuid,
  name: z.string(),
  /** Requests that have it and that the caller may see. */
  count: z.int(),
  /** Other words that became this one. */
  aliases: z.array(z.string()),
  version: z.int(),
})

export const tags = {
  list: read('GET /support/tags', {
    may: 'requests.work',
    summary: 'The vocabulary of tags with counts, the most used first',
    query: z.strictObject({ q: line(40).optional() }),
    reply: z.strictObject({ data: z.array(TagEntry), allowsFreeTags: z.boolean() }),
  }),
  create: command('POST /support/tags', {
    may: 'requests.supervise',
    summary: 'Add a word to the vocabulary',
    body: z.strictObject({ name: Tag }),
    reply: TagEntry,
    status: 201,
    errors: [409],
    events: ['tag.created'],
  }),
  update: command('PATCH /support/tags/:id', {
    may: 'requests.supervise',
    summary: 'Rename a tag, or merge it into another; the requests follow in the background',
    description: 'A merge can be undone by its `operationId`, which a rename has not: rename it back.',
    body: z
      .strictObject({ name: Tag, mergeInto: uuid })
      .partial()
      .refine((body) => (body.name === undefined) !== (body.mergeInto === undefined), {
        message: 'Say name or mergeInto.',
        path: ['name'],
      }),
    reply: TagEntry.extend({ operationId: uuid.nullable() }),
    errors: [409, 412, 422],
    events: ['tag.merged', 'tag.renamed'],
    example: { body: { name: 'vpn-client' } },
  }),
  remove: command('DELETE /support/tags/:id', {
    may: 'requests.supervise',
    summary: 'Delete a tag, also from the requests that have it',
    status: 204,
    errors: [412],
    events: ['tag.deleted'],
  }),
  import: command('POST /support/tags/import', {
    may: 'requests.supervise',
    summary: 'Add many at once: one a line; words behind a comma become other names of the first',
    body: z.strictObject({ csv: text(100_000) }),
    reply: z.strictObject({
      added: z.array(z.string()),
      known: z.array(z.string()),
      refused: z.array(z.strictObject({ line: z.int(), reason: z.string() })),
    }),
    events: ['tag.imported'],
  }),
  setRule: command('PUT /setting/tags', {
    may: 'company.manage',
    summary: 'Whether technicians may use words that the vocabulary does not have',
    body: z.strictObject({ allowsFreeTags: z.boolean() }),
    reply: z.strictObject({ allowsFreeTags: z.boolean() }),
    events: ['company.updated'],
  }),
}

const words = z.strictObject({ from: z.string(), into: z.string() })
export const tagEvents = {
  'tag.created': event('staff', '{actor} added the tag {ref}', z.strictObject({})),
  'tag.renamed': event('staff', '{actor} renamed the tag {ref}', words),
  'tag.merged': event(
    'staff',
    '{actor} merged the tag {ref}',
    words.extend({
      intoId: uuid,
      /** Other names of the one, which went along. */
      aliases: z.array(z.string()),
    }),
  ),
  /** A merge was undone; the requests follow again. */
  'tag.unmerged': event('staff', '{actor} took the tag {ref} out again', words.extend({ mergeId: uuid })),
  'tag.deleted': event('staff', '{actor} deleted the tag {ref}', z.strictObject({ name: z.string() })),
  'tag.imported': event('staff', '{actor} imported tags', z.strictObject({ added: z.array(z.string()) })),
  /** The requests follow in pieces; this closes the books on it. */
  'tag.rewritten': event(
    'staff',
    'The requests followed the tag {ref}',
    z.strictObject({ from: z.string(), into: z.string().nullable(), count: z.int() }),
  ),
}
