import { requests } from '@deskhand/contract'
import { handleOutside } from '../../platform/http/handle.ts'
import { Stop } from '../../platform/stop.ts'
import { about, loadRequest } from '../access.ts'
import { readSecrets } from '../answers/secrets.ts'
import { words } from '../words.ts'

/**
 * Shows the encrypted answers, and the log keeps who looked. Outside the usual transaction, because that one
 * keeps answers under an Idempotency-Key, and these must lie nowhere in the open.
 */
export const reveal = handleOutside(requests.reveal, ({ actor, open, params, platform }) => {
  if (!actor) throw new Stop('not_signed_in', 'Sign in first.')
  return open(async ({ tx, db, record }) => {
    const request = await loadRequest({ tx, db, actor }, params.id)
    const mayRead = actor.id === request.requesterId || actor.desks.has(request.serviceDeskId)
    if (!mayRead) throw new Stop('forbidden', words.noSecrets)
    const answers = await readSecrets(platform, tx, request.id)
    const fields = Object.keys(answers)
    if (fields.length > 0) record('request.answers_revealed', about(request), { fields })
    return { answers }
  })
})
