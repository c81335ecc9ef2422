import { type Webhook, webhooks } from '@deskhand/contract'
import { clock } from '../../platform/clock/clock.ts'
import { answer } from '../../platform/http/answer.ts'
import { handle } from '../../platform/http/handle.ts'
import { loadWebhook } from '../access.ts'
import { webhookRow } from './columns.ts'

export const list = handle(webhooks.list, async ({ tx, actor }) => {
  const rows = await tx.query<{ webhook: Webhook }>(
    `select ${webhookRow('$2')} as webhook from app.webhooks w
     where w.company_id = $1 and w.deleted_at is null order by lower(w.name), w.id`,
    [actor.companyId, clock.now()],
  )
  return { data: rows.map(({ webhook }) => webhook) }
})

export const get = handle(webhooks.get, async ({ tx, params }) => {
  const webhook = await loadWebhook(tx, params.id)
  return answer(webhook, { version: webhook.version })
})
