import * as z from 'zod'
import { instant, list, read, uuid } from './kit.ts'
import { RequestStatus } from './requestShapes.ts'

export const Lookalike = z.strictObject({
  id: uuid,
  referenceNumber: z.string(),
  deskCode: z.string(),
  summary: z.string(),
  requesterName: z.string(),
  status: RequestStatus,
  resolutionCode: z.string().nullable(),
  /** How it was solved, shortened. */
  resolutionText: z.string().nullable(),
  createdAt: instant,
  settledAt: instant.nullable(),
  /** From 0 to 1: how much of the words they share. */
  likeness: z.number().min(0).max(1),
  /** Open at the same desk, and nearly the same words: it can be merged. */
  isLikelyDuplicate: z.boolean(),
})
export type Lookalike = z.output<typeof Lookalike>

export const lookalikes = {
  list: read('GET /requests/:id/similar', {
    may: 'requests.work',
    summary: 'Open and solved requests that sound like this one, the likeliest first',
    description: 'As far as the caller may see them; ten at most.',
    reply: list(Lookalike),
  }),
}
