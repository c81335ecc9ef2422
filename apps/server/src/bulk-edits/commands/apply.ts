import type { BulkAction } from '@deskhand/contract'
import type { BatchWork } from '../../platform/jobs/batch.ts'
import type { RequestRecord } from '../../requests/access.ts'
import { give } from '../../requests/commands/assign.ts'
import { move } from '../../requests/commands/move.ts'
import { rate } from '../../requests/commands/prioritise.ts'
import { setTags } from '../../requests/commands/tag.ts'
import { changeFields } from '../../requests/commands/update.ts'

/** One part of an action, by the rule of its own command; answers the request as it is then. */
type Step = (work: BatchWork, request: RequestRecord, action: BulkAction) => Promise<RequestRecord>

const next = (request: RequestRecord): RequestRecord => ({ ...request, version: request.version + 1 })

const steps: Step[] = [
  async (work, request, { requestTypeId }) =>
    requestTypeId === undefined ? request : changeFields(work, request, { requestTypeId }),
  async (work, request, { priority, impact, urgency }) =>
    (priority ?? impact ?? urgency)
      ? ((await rate(work, request, { priority, impact, urgency })) ?? request)
      : request,
  async (work, request, { tags }) => {
    if (!tags) return request
    const wanted = Array.isArray(tags)
      ? tags
      : [...request.tags.filter((tag) => !tags.remove?.includes(tag)), ...(tags.add ?? [])]
    return (await setTags(work, request, wanted)) ? next(request) : request
  },
  async (work, request, { assignedToId, assignedTeamId }) => {
    if (assignedToId === undefined && assignedTeamId === undefined) return request
    const isOther = await give(work, request, { assignedToId, assignedTeamId })
    if (!isOther) return request
    return {
      ...next(request),
      ...(assignedToId === undefined ? {} : { assignedToId }),
      ...(assignedTeamId === undefined ? {} : { assignedTeamId }),
    }
  },
  async (work, request, { status, transition }) => {
    if (transition) {
      const { waitUntil, ...ask } = transition
      return move(work, request, waitUntil ? { ...ask, waitUntil: new Date(waitUntil) } : ask)
    }
    return status && status !== request.status ? move(work, request, { to: status }) : request
  },
]

/** Everything that an action says, to one locked request; answers it as it is then. */
export async function applyAction(
  work: BatchWork,
  request: RequestRecord,
  action: BulkAction,
): Promise<RequestRecord> {
  let now = request
  for (const step of steps) now = await step(work, now, action)
  return now
}
