import { networksOf } from '../platform/addresses.ts'
import { clock } from '../platform/clock/clock.ts'
import type { InCompany, Work } from '../platform/jobs/reaction.ts'
import type { Platform } from '../platform/platform.ts'
import { unseal } from '../platform/secret.ts'
import { about } from './access.ts'
import { type Claimed, calm, claim, countFailure, keepOutcome } from './claim.ts'
import { post, type Resolve } from './post.ts'
import { isArrived, isLast, type Outcome, whyNotArrived, whyStopped } from './rules.ts'
import { signaturesOf, webhookKey } from './signature.ts'
import { words } from './words.ts'

type Tools = Pick<Platform, 'config' | 'secret' | 'metrics' | 'log'>

/**
 * Sends one delivery: claims it for a while, so that no other worker sends it meanwhile, and says afterwards how it
 * went. Throws when it shall be tried again. It arrives twice only if we die between the answer and our commit, and
 * then under the same webhook-id and to the letter the same.
 */
export async function deliver(
  platform: Tools,
  inCompany: InCompany,
  id: string,
  resolve?: Resolve,
): Promise<void> {
  const claimed = await inCompany(({ tx }) => claim(tx, id))
  if (!claimed) return
  const outcome = await tryOnce(platform, id, claimed, resolve)
  const reason = whyNotArrived(outcome)
  const isOver = isArrived(outcome) || isLast(outcome, claimed.attempts)
  const state = isArrived(outcome) ? 'SENT' : isOver ? 'FAILED' : 'WAITING'
  await inCompany(async (work) => {
    const { tx } = work
    if (!(await keepOutcome(tx, id, claimed.attempts, { ...outcome, error: reason, state }))) return
    if (isArrived(outcome)) await calm(tx, claimed.webhookId)
    else await bear(work, claimed, outcome)
  })
  platform.metrics.webhooks.inc({ outcome: isArrived(outcome) ? 'sent' : isOver ? 'failed' : 'delayed' })
  if (!isOver) throw new Error(`A webhook was not reached: ${reason}`)
  if (reason) platform.log.warn({ deliveryId: id, reason }, 'a webhook was not reached and is given up')
}

async function tryOnce(
  { config, secret }: Tools,
  id: string,
  { url, body, sealed }: Claimed,
  resolve: Resolve | undefined,
): Promise<Outcome> {
  const secrets = open(secret, sealed)
  if (!secrets) return { status: null, answer: null, error: words.unreadable }
  const timestamp = Math.floor(clock.now().getTime() / 1000)
  try {
    const reached = await post(
      new URL(url),
      {
        body,
        headers: {
          'content-type': 'application/cloudevents+json',
          'user-agent': 'Deskhand',
          'webhook-id': id,
          'webhook-timestamp': String(timestamp),
          'webhook-signature': signaturesOf(secrets, { id, timestamp, body }),
        },
      },
      { allowed: networksOf(config.webhookNetworks), ...(resolve ? { resolve } : {}) },
    )
    return { ...reached, error: null }
  } catch (error) {
    return { status: null, answer: null, error: error instanceof Error ? saidOf(error) : words.tooLong }
  }
}

/** Several addresses that all fail come as one error without a word of its own. */
const saidOf = (error: Error): string =>
  (error.message || ('code' in error ? String(error.code) : error.name)).slice(0, 300)

function open(secret: string, sealed: readonly Buffer[]): string[] | null {
  try {
    return sealed.map((one) => unseal(webhookKey(secret), one))
  } catch {
    return null
  }
}

/** Counts the failure; what fails for too long is switched off, and admins are told. */
async function bear({ tx, record }: Work, { webhookId, name }: Claimed, outcome: Outcome): Promise<void> {
  const failing = await countFailure(tx, webhookId)
  const reason = failing && whyStopped(outcome, { ...failing, now: clock.now() })
  if (!reason) return
  await tx.run(
    `update app.webhooks set is_active = false, stopped_reason = $3, version = version + 1, updated_at = $4
     where company_id = $1 and id = $2`,
    [tx.whose.companyId, webhookId, reason, clock.now()],
  )
  record('webhook.stopped', about({ id: webhookId, name }), { name, reason })
}
