import { drafts } from '@deskhand/contract'
import { clock } from '../../platform/clock/clock.ts'
import { handle } from '../../platform/http/handle.ts'
import { newId } from '../../platform/ids.ts'
import { loadRequest, mustBeAllowed } from '../../requests/access.ts'
import { drop } from '../access.ts'

/** The last writing counts, on whichever device. What others read of a shared draft is what is saved here. */
export const save = handle(drafts.save, async ({ tx, db, actor, params, body }) => {
  const { kind, text, mentions } = body
  const request = await loadRequest({ tx, db, actor }, params.id)
  if (text.trim() === '') {
    await drop(tx, request.id, actor.id, kind)
    return { savedAt: null }
  }
  mustBeAllowed(kind === 'note' ? 'note' : 'comment', actor, request)
  const now = clock.now()
  await tx.run(
    `insert into app.reply_drafts as f (company_id, id, request_id, person_id, kind, message, mentions, updated_at)
     values ($1, $2, $3, $4, $5, $6, $7, $8)
     on conflict (company_id, request_id, person_id, kind)
       do update set message = excluded.message, mentions = excluded.mentions, updated_at = excluded.updated_at`,
    [actor.companyId, newId(), request.id, actor.id, kind, text, JSON.stringify(mentions), now],
  )
  return { savedAt: now.toISOString() }
})
