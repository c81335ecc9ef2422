import { type WebhookDelivery, webhooks } from '@deskhand/contract'
import type { Tx } from '../../platform/db/transaction.ts'
import { answer } from '../../platform/http/answer.ts'
import { handle } from '../../platform/http/handle.ts'
import { isUuid } from '../../platform/ids.ts'
import { Stop } from '../../platform/stop.ts'
import { cursorOf, readCursor, totalOf } from '../../requests/queries/cursor.ts'
import { loadWebhook } from '../access.ts'
import { words } from '../words.ts'
import { deliveryFields } from './columns.ts'

/** One delivery of a webhook, as far as its request may be seen. */
export async function readDelivery(
  tx: Tx,
  { id, deliveryId }: { id: string; deliveryId: string },
): Promise<WebhookDelivery & { body: string }> {
  const [row] =
    isUuid(id.toLowerCase()) && isUuid(deliveryId.toLowerCase())
      ? await tx.query<{ delivery: WebhookDelivery & { body: string } }>(
          `select json_build_object(${deliveryFields}, 'body', d.body) as delivery from app.webhook_deliveries d
           where d.company_id = $1 and d.webhook_id = $2 and d.id = $3`,
          [tx.whose.companyId, id.toLowerCase(), deliveryId.toLowerCase()],
        )
      : []
  if (!row) throw new Stop('not_found', words.noSuchDelivery)
  return row.delivery
}

/** The same without what is sent. */
export async function readListed(
  tx: Tx,
  which: { id: string; deliveryId: string },
): Promise<WebhookDelivery> {
  const { body: _, ...listed } = await readDelivery(tx, which)
  return listed
}

export const delivery = handle(webhooks.delivery, ({ tx, params }) => readDelivery(tx, params))

export const deliveries = handle(webhooks.deliveries, async ({ tx, actor, params, query }) => {
  const { limit, state } = query
  const { id } = await loadWebhook(tx, params.id)
  const after = readCursor(query.cursor, { value: 'time', id: 'uuid' })
  const rows = await tx.query<{ delivery: WebhookDelivery }>(
    `select json_build_object(${deliveryFields}) as delivery from app.webhook_deliveries d
     where d.company_id = $1 and d.webhook_id = $2 and ($3::text is null or d.state = $3)
       and (d.created_at, d.id) < ($4::timestamptz, $5::uuid)
     order by d.created_at desc, d.id desc limit $6`,
    [
      actor.companyId,
      id,
      state ?? null,
      after?.value ?? 'infinity',
      after?.id ?? 'ffffffff-ffff-ffff-ffff-ffffffffffff',
      limit + 1,
    ],
  )
  const data = rows.slice(0, limit).map((row) => row.delivery)
  const last = data.at(-1)
  const next = rows.length > limit && last ? cursorOf(last.createdAt, last.id) : null
  const totalEstimate = totalOf(query, next, data.length)
  return answer({ data, page: { next, totalEstimate } }, { next })
})
