import * as z from 'zod'
import { instant, line, list, oneOf, read, uuid } from './kit.ts'
import { RequestStatus } from './requestShapes.ts'

export const SearchHit = z.strictObject({
  type: z.enum(['request', 'person', 'request_type']),
  id: uuid,
  /** The Tag, where the record has one. */
  ref: z.string().nullable(),
  title: z.string(),
  /** A piece of text with the words found between «», for the marker. */
  excerpt: z.string().nullable(),
  status: RequestStatus.nullable(),
  /** What the company calls that state for whoever asked. */
  stateWord: z.string().nullable(),
  rank: z.number(),
})

/** Something that one looked at, as it is now. */
export const RecentRecord = SearchHit.pick({
  type: true,
  id: true,
  ref: true,
  title: true,
  status: true,
  stateWord: true,
}).extend({
  readAt: instant,
})

export const search = {
  find: read('GET /search', {
    may: 'signed-in',
    summary: 'Search requests, people and the catalogue, over what the caller may see',
    query: z.strictObject({
      q: line(200),
      type: oneOf(z.enum(['request', 'person', 'request_type'])).optional(),
      limit: z.coerce.number().int().min(1).max(50).default(20),
    }),
    reply: z.strictObject({ data: z.array(SearchHit) }),
  }),
  recent: read('GET /search/recent', {
    may: 'signed-in',
    summary: 'What the caller looked at last, as far as they still may',
    query: z.strictObject({ limit: z.coerce.number().int().min(1).max(50).default(20) }),
    reply: list(RecentRecord),
  }),
}
