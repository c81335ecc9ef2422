import { webhooks } from '@deskhand/contract'
import { handle } from '../../platform/http/handle.ts'
import { Stop } from '../../platform/stop.ts'
import { loadWebhook } from '../access.ts'
import { readListed } from '../queries/deliveries.ts'
import { words } from '../words.ts'
import { aboutDelivery, queueCall } from './queue.ts'

/** Something of no request, to see whether it arrives. */
export const test = handle(webhooks.test, async ({ tx, params, record, platform }) => {
  const webhook = await loadWebhook(tx, params.id)
  if (!webhook.isActive) throw new Stop('state', words.off)
  const deliveryId = await queueCall({ tx, record, platform }, webhook, {
    type: 'deskhand.webhook.test.v1',
    subject: null,
    data: { webhook: { id: webhook.id, name: webhook.name } },
  })
  return readListed(tx, { id: webhook.id, deliveryId })
})

/** The same again to the letter, under the same webhook-id: whoever has it already knows it. */
export const replay = handle(webhooks.replay, async ({ tx, actor, params, record }) => {
  const webhook = await loadWebhook(tx, params.id)
  const { id, type, state, requestId, referenceNumber } = await readListed(tx, params)
  if (!webhook.isActive) throw new Stop('state', words.off)
  if (state === 'WAITING') throw new Stop('state', words.isWaiting)
  const { rowCount } = await tx.run(
    `update app.webhook_deliveries d set state = 'WAITING', attempts = 0, claimed_until = null, status = null, answer = null,
       error = null, sent_at = null
     where d.company_id = $1 and d.id = $2 and d.state <> 'WAITING' and ($3::uuid is null or exists (
       select from app.requests r where r.company_id = $1 and r.id = $3 and not r.is_confidential and r.deleted_at is null))`,
    [actor.companyId, id, requestId],
  )
  if (rowCount === 0) throw new Stop('state', words.confidential(referenceNumber ?? ''))
  record('webhook.queued', aboutDelivery(id, webhook), { type })
  return readListed(tx, { id: webhook.id, deliveryId: id })
})
