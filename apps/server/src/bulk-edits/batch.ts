import { BulkAction } from '@deskhand/contract'
import type { Batch } from '../platform/jobs/batch.ts'
import { loadRequest } from '../requests/access.ts'
import { applyAction } from './commands/apply.ts'

/** Everything that the action says, to one request: whole or not at all. */
export const batch: Batch = {
  kind: 'requests.bulk',
  async run(work, requestId, payload) {
    const action = BulkAction.parse(payload)
    await applyAction(work, await loadRequest(work, requestId, { lock: true }), action)
  },
}
