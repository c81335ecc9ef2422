import { deliveryDays, webhooks } from '@deskhand/contract'
import { type Reaction, reaction, type Schedule } from '../platform/jobs/reaction.ts'
import { undo } from '../platform/log/undo.ts'
import type { Platform } from '../platform/platform.ts'
import { slice } from '../platform/slice.ts'
import { rotate } from './commands/rotate.ts'
import { create, remove, update } from './commands/save.ts'
import { replay, test } from './commands/send.ts'
import { deliver } from './deliver.ts'
import { deliveries, delivery } from './queries/deliveries.ts'
import { get, list } from './queries/list.ts'

const reactions = (platform: Platform): Reaction[] => [
  reaction({
    on: 'webhook.queued',
    name: 'webhooks.deliver',
    runOutside: async ({ inCompany, event }) => {
      if (event.subjectId) await deliver(platform, inCompany, event.subjectId)
    },
  }),
]

/** What was sent says too much of requests to lie about for ever. */
const schedules: Schedule[] = [
  {
    name: 'webhooks.forget',
    cron: '23 3 * * *',
    run: async ({ tx, companyId, now }) => {
      await tx.run(
        `delete from app.webhook_deliveries where company_id = $1
           and created_at < $2::timestamptz - $3 * interval '1 day' and state <> 'WAITING'`,
        [companyId, now, deliveryDays],
      )
    },
  },
]

export const webhooksSlice = slice(
  'webhooks',
  webhooks,
  { list, create, get, update, remove, rotate, test, deliveries, delivery, replay },
  {
    reactions,
    schedules,
    // What has left is not called back.
    undoes: [undo({ on: 'webhook.queued', run: async () => undefined })],
  },
)
