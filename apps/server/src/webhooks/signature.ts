import { createHmac, randomBytes } from 'node:crypto'
import { deriveKey } from '../platform/secret.ts'

/** The key under which the secrets of webhooks lie. */
export const webhookKey = (secret: string) => deriveKey(secret, 'webhooks')

/** As Standard Webhooks write one: 256 bits behind a prefix that scanners know. */
export const newWebhookSecret = () => `whsec_${randomBytes(32).toString('base64')}`

/** `v1,…` by each of the secrets, so that who receives it can change theirs without losing anything. */
export const signaturesOf = (
  secrets: readonly string[],
  { id, timestamp, body }: { id: string; timestamp: number; body: string },
): string =>
  secrets
    .map((secret) => Buffer.from(secret.replace(/^whsec_/, ''), 'base64'))
    .map((key) => `v1,${createHmac('sha256', key).update(`${id}.${timestamp}.${body}`).digest('base64')}`)
    .join(' ')
