import { requestDrafts } from '@deskhand/contract'
import { deskFacts } from '../../desks/access.ts'
import { clock } from '../../platform/clock/clock.ts'
import { handle } from '../../platform/http/handle.ts'
import { Stop } from '../../platform/stop.ts'
import { checkKey, openDraft, sealDraft } from '../access.ts'

/** The most drafts that one person keeps. */
const most = 100

/** Keeps it as it is: nothing is checked but its shape, because half of it may still be missing. */
export const save = handle(requestDrafts.save, async ({ tx, actor, params, body, platform }) => {
  const key = checkKey(params.key)
  const sealed = sealDraft(platform, tx, body)
  const savedAt = clock.now()
  const [facts, { rowCount }] = await Promise.all([
    deskFacts(platform, tx),
    tx.run(upsert, [actor.companyId, actor.id, key, sealed, savedAt, most]),
  ])
  if (rowCount === 0) throw new Stop('rule', `You keep ${most} drafts already. Send or drop one first.`)
  return openDraft(platform, tx, { key, sealed, savedAt }, facts)
})

const upsert = `
  insert into app.request_drafts (company_id, person_id, key, sealed, saved_at)
  select $1, $2, $3, $4, $5
  where (select count(*) from app.request_drafts d where d.company_id = $1 and d.person_id = $2 and d.key <> $3) < $6
  on conflict (company_id, person_id, key) do update set sealed = excluded.sealed, saved_at = excluded.saved_at`
