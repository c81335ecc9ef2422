import { requests } from '@deskhand/contract'
import { deskFacts } from '../../desks/access.ts'
import { definitionOf } from '../../forms/queries/definition.ts'
import { choicesFor, todayIn } from '../../forms/queries/item.ts'
import { personFacts } from '../../forms/queries/personFacts.ts'
import { handle } from '../../platform/http/handle.ts'
import { Stop } from '../../platform/stop.ts'
import { loadRequest } from '../access.ts'
import { words } from '../words.ts'

/** The form of a request as it was then, with what is needed to change its answers. */
export const form = handle(requests.form, async ({ tx, db, actor, params, platform }) => {
  const request = await loadRequest({ tx, db, actor }, params.id)
  const versionId = request.formVersionId
  if (!versionId) throw new Stop('not_found', words.noForm)
  const [definition, facts, { zone }] = await Promise.all([
    definitionOf(tx, versionId),
    personFacts(tx, request.requesterId),
    deskFacts(platform, tx),
  ])
  const choices = await choicesFor(tx, definition, request.requesterId)
  return { versionId, definition, prefilled: {}, facts, today: todayIn(zone), ...choices }
})
