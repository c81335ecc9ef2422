import { type Webhook, webhooks } from '@deskhand/contract'
import { networksOf } from '../../platform/addresses.ts'
import { clock } from '../../platform/clock/clock.ts'
import type { Tx } from '../../platform/db/transaction.ts'
import { answer } from '../../platform/http/answer.ts'
import { handle } from '../../platform/http/handle.ts'
import { newId } from '../../platform/ids.ts'
import { changesBetween } from '../../platform/log/event.ts'
import type { Platform } from '../../platform/platform.ts'
import { seal } from '../../platform/secret.ts'
import { refuseField, Stop } from '../../platform/stop.ts'
import { about, loadWebhook } from '../access.ts'
import { faultOfAddress } from '../faultOfAddress.ts'
import { newWebhookSecret, webhookKey } from '../signature.ts'
import { words } from '../words.ts'

type Wanted = Pick<Webhook, 'id' | 'name' | 'url'>

async function refuseFaulty({ tx, platform }: { tx: Tx; platform: Platform }, { id, name, url }: Wanted) {
  const fault = faultOfAddress(new URL(url), networksOf(platform.config.webhookNetworks))
  if (fault) throw refuseField('url', fault)
  const [other] = await tx.query(
    `select from app.webhooks where company_id = $1 and lower(name) = lower($2) and id <> $3 and deleted_at is null`,
    [tx.whose.companyId, name, id],
  )
  if (other) throw new Stop('conflict', words.taken(name))
}

/** Its secret is said this once; what is kept of it is sealed. */
export const create = handle(webhooks.create, async ({ tx, actor, body, record, platform }) => {
  const id = newId()
  const { name, url, conversation, isActive } = body
  await refuseFaulty({ tx, platform }, { id, name, url })
  const secret = newWebhookSecret()
  await tx.run(
    `insert into app.webhooks (company_id, id, name, url, conversation, is_active, sealed, created_at, updated_at)
     values ($1, $2, $3, $4, $5, $6, $7, $8, $8)`,
    [
      actor.companyId,
      id,
      name,
      url,
      conversation,
      isActive,
      seal(webhookKey(platform.secret), secret),
      clock.now(),
    ],
  )
  record('webhook.created', about({ id, name }), {}, changesBetween({}, body))
  const webhook = await loadWebhook(tx, id)
  return answer({ ...webhook, secret }, { version: 1, location: `/management/webhooks/${id}` })
})

/** What was wrong with it counts from anew where it leads elsewhere, or is switched on again. */
export const update = handle(
  webhooks.update,
  async ({ tx, actor, params, body, ifMatch, record, platform }) => {
    const before = await loadWebhook(tx, params.id, { lock: true, ifMatch })
    const changes = changesBetween(before, body)
    const fields = Object.keys(changes)
    if (fields.length === 0) return answer(before, { version: before.version, unchanged: true })
    const after: Webhook = Object.assign({ ...before }, body)
    // Whatever is wrong by now, it can be switched off.
    if (fields.some((field) => field !== 'isActive') || after.isActive)
      await refuseFaulty({ tx, platform }, after)
    const beginsAnew = 'url' in changes || (after.isActive && !before.isActive)
    await tx.run(
      `update app.webhooks set name = $3, url = $4, conversation = $5, is_active = $6, updated_at = $7,
       version = version + 1, failing_since = case when $8 then null else failing_since end,
       failures = case when $8 then 0 else failures end, stopped_reason = case when $6 then null else stopped_reason end
     where company_id = $1 and id = $2`,
      [
        actor.companyId,
        before.id,
        after.name,
        after.url,
        after.conversation,
        after.isActive,
        clock.now(),
        beginsAnew,
      ],
    )
    record('webhook.updated', about(after), { fields }, changes)
    const webhook = await loadWebhook(tx, before.id)
    return answer(webhook, { version: webhook.version })
  },
)

/** What waits to be sent is not sent any more. */
export const remove = handle(webhooks.remove, async ({ tx, actor, params, ifMatch, record }) => {
  const { id } = await loadWebhook(tx, params.id, { lock: true, ifMatch })
  // Whichever rule came to call it while the lock was waited for is seen only now.
  const webhook = await loadWebhook(tx, id)
  if (webhook.usedBy.length > 0)
    throw new Stop('conflict', words.inUse(webhook.usedBy.map(({ name }) => name)))
  await tx.run(
    `update app.webhooks set deleted_at = $3, is_active = false, version = version + 1 where company_id = $1 and id = $2`,
    [actor.companyId, id, clock.now()],
  )
  record('webhook.deleted', about(webhook), {})
  return {}
})
