import type { Webhook } from '@deskhand/contract'
import { clock } from '../platform/clock/clock.ts'
import type { Tx } from '../platform/db/transaction.ts'
import { isUuid } from '../platform/ids.ts'
import type { Subject } from '../platform/log/event.ts'
import { Stop } from '../platform/stop.ts'
import { webhookRow } from './queries/columns.ts'
import { words } from './words.ts'

/** A webhook of the company; `lock` holds it until the commit. */
export async function loadWebhook(
  tx: Tx,
  id: string,
  { lock = false, ifMatch = null }: { lock?: boolean; ifMatch?: readonly string[] | null } = {},
): Promise<Webhook> {
  const [row] = isUuid(id.toLowerCase())
    ? await tx.query<{ webhook: Webhook }>(
        `select ${webhookRow('$3')} as webhook from app.webhooks w
         where w.company_id = $1 and w.id = $2 and w.deleted_at is null ${lock ? 'for update of w' : ''}`,
        [tx.whose.companyId, id.toLowerCase(), clock.now()],
      )
    : []
  if (!row) throw new Stop('not_found', words.noSuchWebhook)
  if (ifMatch && !ifMatch.includes(String(row.webhook.version)))
    throw new Stop('stale', words.stale, { current: row.webhook })
  return row.webhook
}

/** A webhook as the subject of an event. */
export const about = ({ id, name }: Pick<Webhook, 'id' | 'name'>): Subject => ({
  type: 'webhook',
  id,
  ref: name,
})
