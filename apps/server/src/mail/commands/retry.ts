import { mail } from '@deskhand/contract'
import { handle } from '../../platform/http/handle.ts'
import { isUuid } from '../../platform/ids.ts'
import { Stop } from '../../platform/stop.ts'
import { words } from '../words.ts'

/** Puts a mail that failed, or was only kept, back into the out tray under its own Message-ID. */
export const retry = handle(mail.retry, async ({ tx, actor, params, record }) => {
  const [found] = isUuid(params.id) ? await tx.query<Found>(findMail, [actor.companyId, params.id]) : []
  if (!found) throw new Stop('not_found', words.noSuchMail)
  if (found.state !== 'FAILED' && found.state !== 'KEPT')
    throw new Stop('state', words.notFailed(found.state))
  await tx.run(
    `update app.mails set state = 'WAITING', attempts = 0, claimed_until = null, error = null
     where company_id = $1 and id = $2`,
    [actor.companyId, params.id],
  )
  const { kind, isConfidential } = found
  record('mail.queued', { type: 'mail', id: params.id, isConfidential }, { kind })
  return {}
})

type Found = { state: string; kind: 'magic_link'; isConfidential: boolean }

const findMail = `
  select m.state, m.kind, coalesce(r.is_confidential, false) as "isConfidential"
  from app.mails m left join app.requests r on r.company_id = m.company_id and r.id = m.request_id
  where m.company_id = $1 and m.id = $2 for update of m`
