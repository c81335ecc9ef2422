import { participants } from '@deskhand/contract'
import { clock } from '../../platform/clock/clock.ts'
import { handle } from '../../platform/http/handle.ts'
import { Stop } from '../../platform/stop.ts'
import { openLink } from '../access.ts'
import { words } from '../words.ts'

/** Whoever holds the link of a mail gets no more of them; nobody can add the address to this request again. */
export const leave = handle(participants.leave, async (inside) => {
  const { tx, platform, params, record } = inside
  const invited = await openLink(platform, inside, params.token, true)
  if (invited.leftAt) throw new Stop('gone', words.leftAlready)
  await tx.run('update app.participants set left_at = $3 where company_id = $1 and id = $2', [
    tx.whose.companyId,
    invited.id,
    clock.now(),
  ])
  record(
    'participant.removed',
    {
      type: 'request',
      id: invited.requestId,
      ref: invited.referenceNumber,
      deskId: invited.serviceDeskId,
      isConfidential: invited.isConfidential,
    },
    { name: invited.email, personId: null },
  )
  return {}
})
