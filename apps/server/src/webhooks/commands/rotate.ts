import { oldSecretHours, webhooks } from '@deskhand/contract'
import { clock } from '../../platform/clock/clock.ts'
import { answer } from '../../platform/http/answer.ts'
import { handle } from '../../platform/http/handle.ts'
import { seal } from '../../platform/secret.ts'
import { about, loadWebhook } from '../access.ts'
import { newWebhookSecret, webhookKey } from '../signature.ts'

/** A new secret; the one before it signs as well for a while, so that nothing is lost until the other side knows. */
export const rotate = handle(webhooks.rotate, async ({ tx, actor, params, record, platform }) => {
  const { id, name } = await loadWebhook(tx, params.id, { lock: true })
  const secret = newWebhookSecret()
  const until = new Date(clock.now().getTime() + oldSecretHours * 3_600_000)
  await tx.run(
    `update app.webhooks set old_sealed = sealed, old_until = $4, sealed = $3, updated_at = $5, version = version + 1
     where company_id = $1 and id = $2`,
    [actor.companyId, id, seal(webhookKey(platform.secret), secret), until, clock.now()],
  )
  record('webhook.rotated', about({ id, name }), {})
  const webhook = await loadWebhook(tx, id)
  return answer({ ...webhook, secret }, { version: webhook.version })
})
