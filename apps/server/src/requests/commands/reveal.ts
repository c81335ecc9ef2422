import { requests } from '@deskhand/contract'
import { answer } from '../../platform/http/answer.ts'
import { handle } from '../../platform/http/handle.ts'
import { Stop } from '../../platform/stop.ts'
import { about, loadRequest } from '../access.ts'
import { readSecrets } from '../answers/secrets.ts'
import { words } from '../words.ts'

/** Shows the encrypted answers, and the log keeps who looked. */
export const reveal = handle(requests.reveal, async ({ tx, db, actor, params, platform, record }) => {
  const request = await loadRequest({ tx, db, actor }, params.id)
  const mayRead = actor.id === request.requesterId || actor.desks.has(request.serviceDeskId)
  if (!mayRead) throw new Stop('forbidden', words.noSecrets)
  const answers = await readSecrets(platform, tx, request.id)
  const fields = Object.keys(answers)
  if (fields.length === 0) return answer({ answers }, { unchanged: true })
  record('request.answers_revealed', about(request), { fields })
  return { answers }
})
