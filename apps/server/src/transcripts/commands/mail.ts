import { transcripts } from '@deskhand/contract'
import { handle } from '../../platform/http/handle.ts'
import { Stop } from '../../platform/stop.ts'
import { loadRequest } from '../../requests/access.ts'
import { words } from '../words.ts'
import { queueTranscript } from './queueTranscript.ts'

/** Mails the caller what was said. A confidential conversation does not leave the house. */
export const mail = handle(transcripts.mail, async (inside) => {
  const { tx, actor, params, record, platform, from } = inside
  const request = await loadRequest(inside, params.id)
  if (request.isConfidential) throw new Stop('state', words.confidential)
  const [me] = await tx.query<{ email: string }>(
    'select email from app.people where company_id = $1 and id = $2',
    [actor.companyId, actor.id],
  )
  if (!me) throw new Stop('forbidden', words.noPerson)
  await queueTranscript(platform, { tx, record }, request.id, {
    cause: `transcript:${from.id}`,
    to: me.email,
    personId: actor.id,
  })
  return {}
})
