import * as z from 'zod'
import { command, event, instant, line, list, page, paging, read, uuid } from './kit.ts'
import { proofs } from './proofs.ts'

/** How long an old secret signs as well after a new one was made. */
export const oldSecretHours = 24
/** For so many days what was sent is kept. */
export const deliveryDays = 30

const address = z
  .string()
  .trim()
  .max(500)
  .refine((text) => URL.canParse(text) && /^https?:$/.test(new URL(text).protocol), {
    message: 'Write a whole address, such as https://hooks.example.com/deskhand.',
    abort: true,
  })
  .refine((text) => {
    const { username, password, hash } = new URL(text)
    return username === '' && password === '' && hash === ''
  }, 'No name, password or # belongs in the address. The signature says that it comes from here.')

/** How much of what was said on a request goes along: nothing, what who asked can read, or notes of the desk too. */
export const WebhookConversation = z.enum(['NONE', 'REPLIES', 'ALL'])
export type WebhookConversation = z.output<typeof WebhookConversation>

const fields = {
  name: line(80),
  url: address,
  conversation: WebhookConversation,
  isActive: z.boolean(),
}

/** An address outside that rules call. */
export const Webhook = z.strictObject({
  id: uuid,
  ...fields,
  url: z.string(),
  /** Why Deskhand switched it off. */
  stoppedReason: z.string().nullable(),
  failingSince: instant.nullable(),
  /** The tries that failed since. */
  failures: z.int(),
  waiting: z.int(),
  lastSentAt: instant.nullable(),
  /** Until when the secret before this one signs as well. */
  oldSecretUntil: instant.nullable(),
  /** The rules that call it. */
  usedBy: z.array(z.strictObject({ id: uuid, name: z.string() })),
  version: z.int(),
  updatedAt: instant,
})
export type Webhook = z.output<typeof Webhook>

/** `HELD`: it was not sent, because the webhook was off. */
export const WebhookDeliveryState = z.enum(['WAITING', 'SENT', 'FAILED', 'HELD'])

/** One call, under one `webhook-id` however often it was tried. */
export const WebhookDelivery = z.strictObject({
  id: uuid,
  type: z.string(),
  requestId: uuid.nullable(),
  referenceNumber: z.string().nullable(),
  ruleName: z.string().nullable(),
  state: WebhookDeliveryState,
  attempts: z.int(),
  /** The HTTP status of the last answer, and its beginning. */
  status: z.int().nullable(),
  answer: z.string().nullable(),
  error: z.string().nullable(),
  createdAt: instant,
  triedAt: instant.nullable(),
  sentAt: instant.nullable(),
})
export type WebhookDelivery = z.output<typeof WebhookDelivery>

const WithSecret = Webhook.extend({
  /** `whsec_…`, said this once. */
  secret: z.string(),
})

const may = 'company.manage'

export const webhooks = {
  list: read('GET /management/webhooks', {
    may,
    summary: 'Webhooks by their names, with how they fare',
    reply: list(Webhook),
  }),
  create: command('POST /management/webhooks', {
    may,
    provedWithin: proofs.rights,
    summary: 'Make a webhook; the answer holds its secret, this once',
    description:
      'Rules decide when it is called and by which requests. What is sent is a CloudEvent (1.0, JSON), signed as Standard Webhooks say: `webhook-id`, `webhook-timestamp` and `webhook-signature` (`v1`, HMAC-SHA256). Confidential requests never leave.',
    body: z.strictObject({ ...fields, conversation: WebhookConversation.default('NONE') }),
    reply: WithSecret,
    status: 201,
    errors: [409, 422],
    keepsNothing: true,
    events: ['webhook.created'],
    example: {
      body: { name: 'Building alarms', url: 'https://hooks.example.com/deskhand', isActive: true },
    },
  }),
  get: read('GET /management/webhooks/:id', { may, summary: 'One webhook', reply: Webhook }),
  update: command('PATCH /management/webhooks/:id', {
    may,
    provedWithin: proofs.rights,
    summary: 'Change a webhook, or switch it on or off',
    body: z
      .strictObject(fields)
      .partial()
      .refine((body) => Object.keys(body).length > 0, 'Say what to change.'),
    reply: Webhook,
    errors: [409, 412, 422],
    events: ['webhook.updated'],
    example: { body: { isActive: false } },
  }),
  remove: command('DELETE /management/webhooks/:id', {
    may,
    summary: 'Delete a webhook that no rule calls',
    status: 204,
    errors: [409, 412],
    events: ['webhook.deleted'],
  }),
  rotate: command('POST /management/webhooks/:id/rotate', {
    may,
    provedWithin: proofs.rights,
    summary: `Make a new secret; the old one signs as well for ${oldSecretHours} hours`,
    reply: WithSecret,
    keepsNothing: true,
    events: ['webhook.rotated'],
  }),
  test: command('POST /management/webhooks/:id/test', {
    may,
    summary: 'Send something to try it; nothing of any request is in it',
    reply: WebhookDelivery,
    status: 202,
    errors: [409],
    events: ['webhook.queued'],
  }),
  deliveries: read('GET /management/webhooks/:id/deliveries', {
    may,
    summary: `What was sent in the last ${deliveryDays} days and what was answered, newest first`,
    query: z.strictObject({ state: WebhookDeliveryState.optional(), ...paging }),
    reply: page(WebhookDelivery),
  }),
  delivery: read('GET /management/webhooks/:id/deliveries/:deliveryId', {
    may,
    summary: 'One delivery with what is sent, to the letter',
    reply: WebhookDelivery.extend({ body: z.string() }),
  }),
  replay: command('POST /management/webhooks/:id/deliveries/:deliveryId/replay', {
    may,
    summary: 'Send it again, under the same webhook-id',
    reply: WebhookDelivery,
    status: 202,
    errors: [409],
    events: ['webhook.queued'],
  }),
}

const named = z.strictObject({})
export const webhookEvents = {
  'webhook.created': event('staff', '{actor} made the webhook {ref}', named),
  'webhook.updated': event(
    'staff',
    '{actor} changed the webhook {ref}',
    z.strictObject({ fields: z.array(z.string()) }),
  ),
  'webhook.deleted': event('staff', '{actor} deleted the webhook {ref}', named),
  'webhook.rotated': event('staff', '{actor} made a new secret for the webhook {ref}', named),
  /** A delivery waits to be sent; the worker does it. How it went stands in the delivery. */
  'webhook.queued': event(
    'nobody',
    'Something goes out by the webhook {ref}',
    z.strictObject({ type: z.string() }),
  ),
  'webhook.stopped': event(
    'staff',
    'The webhook {ref} is switched off',
    z.strictObject({ name: z.string(), reason: z.string() }),
  ),
}
