import * as z from 'zod'
import { uuid } from './kit.ts'
import { Level, Priority, RequestStatus, Tag } from './requestShapes.ts'
import { requests } from './requests.ts'

/** What can be done to a request in one go; bulk edits and rules speak this one vocabulary. */
export const bulkFields = {
  assignedToId: uuid.nullable(),
  assignedTeamId: uuid.nullable(),
  priority: Priority,
  impact: Level,
  urgency: Level,
  requestTypeId: uuid.nullable(),
  /** The tags that each has afterwards, or which ones come and go. */
  tags: z.union([
    z.array(Tag).max(20),
    z
      .strictObject({ add: z.array(Tag).max(20), remove: z.array(Tag).max(20) })
      .partial()
      .refine(({ add, remove }) => add?.length || remove?.length, 'Say which tags come or go.'),
  ]),
  /** Short for a transition that requires nothing. */
  status: RequestStatus,
  transition: requests.transition.body,
}
