import type { Webhook } from '@deskhand/contract'
import { clock } from '../../platform/clock/clock.ts'
import type { Tx } from '../../platform/db/transaction.ts'
import { newId } from '../../platform/ids.ts'
import type { RecordEvent } from '../../platform/log/record.ts'
import type { Platform } from '../../platform/platform.ts'
import type { RequestRecord } from '../../requests/access.ts'
import { loadWebhook } from '../access.ts'
import { readConversation, readData } from '../queries/payload.ts'
import { words } from '../words.ts'

type Work = { tx: Tx; record: RecordEvent; platform: Pick<Platform, 'config'> }
type Call = { type: string; subject: string | null; data: object; requestId?: string; ruleId?: string }

/**
 * Writes down what is to be sent, as it is now; it goes out after the commit. Where the webhook is off, it is kept and
 * not sent: a rule goes on with what else it does.
 */
export async function queueCall(
  { tx, record, platform }: Work,
  webhook: Webhook,
  call: Call,
): Promise<string> {
  const id = newId()
  const now = clock.now()
  const { type, subject, data, requestId, ruleId } = call
  const body = JSON.stringify({
    specversion: '1.0',
    id,
    type,
    source: platform.config.url,
    ...(subject === null ? {} : { subject }),
    time: now.toISOString(),
    datacontenttype: 'application/json',
    data,
  })
  await tx.run(
    `insert into app.webhook_deliveries (company_id, id, webhook_id, request_id, rule_id, type, body, state, error, created_at)
     values ($1, $2, $3, $4, $5, $6, $7, $8, $9, $10)`,
    [
      tx.whose.companyId,
      id,
      webhook.id,
      requestId ?? null,
      ruleId ?? null,
      type,
      body,
      webhook.isActive ? 'WAITING' : 'HELD',
      webhook.isActive ? null : words.wasOff,
      now,
    ],
  )
  record('webhook.queued', aboutDelivery(id, webhook), { type })
  return id
}

/** A delivery as the subject of an event. */
export const aboutDelivery = (id: string, { name }: Pick<Webhook, 'name'>) => ({
  type: 'webhook_delivery',
  id,
  ref: name,
})

/** What a rule sends of a request: what happened, and what whoever writes rules can ask of it. */
export async function callByRule(
  work: Work,
  request: RequestRecord,
  {
    webhookId,
    rule,
    eventId,
  }: { webhookId: string; rule: { id: string; name: string }; eventId: number | null },
): Promise<void> {
  const { tx, platform } = work
  const webhook = await loadWebhook(tx, webhookId)
  const { event, ...data } = await readData(tx, request.id, eventId)
  const conversation = await readConversation(tx, request.id, webhook.conversation)
  await queueCall(work, webhook, {
    // What happened goes by one name wherever it comes from; which installation it was, `source` says.
    type: `deskhand.${event ?? 'rule.time_passed'}.v1`,
    subject: request.referenceNumber,
    requestId: request.id,
    ruleId: rule.id,
    data: {
      rule: { id: rule.id, name: rule.name },
      request: {
        url: `${platform.config.url}/r/${request.referenceNumber}`,
        ...data,
        ...(conversation ? { conversation } : {}),
      },
    },
  })
}
