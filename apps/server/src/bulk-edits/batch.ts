import { type BulkAction, BulkAction as Shape } from '@deskhand/contract'
import type { Batch, BatchWork } from '../platform/jobs/batch.ts'
import { loadRequest, type RequestRecord } from '../requests/access.ts'
import { give } from '../requests/commands/assign.ts'
import { move } from '../requests/commands/move.ts'
import { rate } from '../requests/commands/prioritise.ts'
import { setTags } from '../requests/commands/tag.ts'
import { changeFields } from '../requests/commands/update.ts'

export const kind = 'requests.bulk'

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

/** Everything that the action says, to one request: whole or not at all. */
export const batch: Batch = {
  kind,
  async run(work, requestId, payload) {
    const action = Shape.parse(payload)
    let request = await loadRequest(work, requestId, { lock: true })
    for (const step of steps) request = await step(work, request, action)
  },
}
