import { requests } from '@deskhand/contract'
import type { Actor } from '../../platform/actor.ts'
import type { Tx } from '../../platform/db/transaction.ts'
import { handle } from '../../platform/http/handle.ts'
import type { RecordEvent } from '../../platform/log/record.ts'
import { settleTags } from '../../tags/access.ts'
import { about, loadRequest, mustBeAllowed, type RequestRecord } from '../access.ts'
import { answerWhole } from '../queries/whole.ts'
import { save } from './save.ts'

export const tag = handle(requests.tag, async ({ tx, db, actor, params, body, record, ifMatch }) => {
  const request = await loadRequest({ tx, db, actor, ifMatch }, params.id, { lock: true })
  const changed = await setTags({ tx, actor, record }, request, body.tags)
  return answerWhole(tx, actor, request, { unchanged: !changed })
})

/** Sets the tags of a locked request; tells whether they were others before. */
export async function setTags(
  { tx, actor, record }: { tx: Tx; actor: Actor; record: RecordEvent },
  request: RequestRecord,
  given: readonly string[],
): Promise<boolean> {
  mustBeAllowed('tag', actor, request)
  const tags = await settleTags(tx, actor, given, request.isConfidential ? { has: request.tags } : null)
  if (JSON.stringify(tags) === JSON.stringify(request.tags)) return false
  record('request.tagged', about(request), { tags }, { tags: [request.tags, tags] })
  await save(tx, actor, request, { tags })
  return true
}
