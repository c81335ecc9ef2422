import { newId } from '../platform/ids.ts'
import { type Reaction, reaction, type Work } from '../platform/jobs/reaction.ts'
import type { LoggedEvent } from '../platform/log/event.ts'
import { readNews, whoIsTold } from './access.ts'
import { type Kind, type ToldEvent, toldEvents } from './rules.ts'
import { tellAlerts } from './tellAlerts.ts'
import { tellHolders } from './tellHolders.ts'
import { tellIncident } from './tellIncident.ts'
import { tellLoan } from './tellLoan.ts'
import { tellPlan } from './tellPlan.ts'
import { tellStock } from './tellStock.ts'
import { tellFound, tellMissing } from './tellThing.ts'
import { tellWebhook } from './tellWebhook.ts'

/** How much of a reply is shown in the inbox. */
const shown = 280

/** Tells everyone concerned in their inbox, once each. */
export async function tell({
  tx,
  record,
  event,
}: Pick<Work, 'tx' | 'record'> & { event: LoggedEvent<ToldEvent> }): Promise<void> {
  const news = await readNews(tx, event)
  if (!news) return
  const recipients = await whoIsTold(tx, news, 'inApp')
  if (recipients.length === 0) return
  const { request, said, text } = news
  const { from, to, details } = said
  const written = await tx.query<{ id: string; personId: string; kind: Kind }>(insertNotifications, [
    event.companyId,
    event.id,
    request.id,
    event.actorName,
    text?.slice(0, shown) ?? null,
    JSON.stringify(
      event.name === 'request.closed'
        ? { to: 'CLOSED' }
        : {
            from,
            to,
            resolutionCode: details?.['resolutionCode'],
            ...(details?.['correction'] === true ? { isCorrection: true } : {}),
            decision: said.decision,
            isLate: said.isLate,
            ...(event.name === 'request.created' && event.actorId === request.requesterId
              ? { isOwn: true }
              : {}),
            // What came with a note is shown to the desk alone, also when it named somebody.
            ...(event.name === 'request.noted' ? { isInternal: true } : {}),
          },
    ),
    // As the log has it: jobs keep no order.
    event.at,
    JSON.stringify(
      recipients.map(({ id, kind, because }) => ({
        id: newId(),
        person_id: id,
        kind,
        because,
        // One's own doing is there to be found again, and is no news.
        read_at: id === event.actorId ? event.at : null,
      })),
    ),
  ])
  // One line of the log for all who are told the same: their open pages hear of it, each on their own topic.
  for (const [kind, same] of Map.groupBy(written, (one) => one.kind)) {
    const [first] = same
    if (!first) continue
    const people = same.map(({ personId }) => personId)
    const { isConfidential } = request
    record('notification.created', { type: 'notification', id: first.id, people, isConfidential }, { kind })
  }
}

const insertNotifications = `
  insert into app.notifications (company_id, id, person_id, event_id, kind, because, request_id, actor_name, body,
    data, created_at, read_at)
  select $1, n.id, n.person_id, $2, n.kind, n.because, $3, $4, $5, $6, $7, n.read_at
  from jsonb_to_recordset($8::jsonb) as n(id uuid, person_id uuid, kind text, because text, read_at timestamptz)
  on conflict (company_id, person_id, event_id) do nothing
  returning id, person_id as "personId", kind`

/** What was corrected is shown as it is now, and what was withdrawn not at all. */
async function mend({ tx, event }: Pick<Work, 'tx'> & { event: LoggedEvent<MendedEvent> }): Promise<void> {
  await tx.run(
    `update app.notifications n set body = left(nullif(a.message, ''), ${shown})
     from app.events e, app.request_activities a
     where n.company_id = $1 and n.request_id = $2 and a.company_id = $1 and a.id = $3
       and e.company_id = $1 and e.id = n.event_id and e.data ->> 'activityId' = $3::text`,
    [event.companyId, event.subjectId, event.data.activityId],
  )
}

type MendedEvent = (typeof mendedEvents)[number]
const mendedEvents = [
  'entry.corrected',
  'entry.note_corrected',
  'entry.withdrawn',
  'entry.note_withdrawn',
] as const

export const reactions: Reaction[] = [
  reaction({ on: mendedEvents, name: 'notifications.mend', run: mend }),
  reaction({ on: toldEvents, name: 'notifications.tell', run: tell }),
  reaction({
    on: ['incident.updated', 'incident.ended'],
    name: 'notifications.tell_incident',
    run: tellIncident,
  }),
  reaction({ on: 'plan.stopped', name: 'notifications.tell_plan', run: tellPlan }),
  reaction({
    on: ['asset_reservation.made', 'asset_reservation.moved', 'asset_reservation.chased'],
    name: 'notifications.tell_loan',
    run: tellLoan,
  }),
  reaction({ on: 'asset.moved', name: 'notifications.tell_missing', run: tellMissing }),
  reaction({ on: 'found_report.left', name: 'notifications.tell_found', run: tellFound }),
  reaction({ on: 'stock_take.holders_asked', name: 'notifications.tell_holders', run: tellHolders }),
  reaction({ on: 'webhook.stopped', name: 'notifications.tell_webhook', run: tellWebhook }),
  reaction({ on: 'alerts.opened', name: 'notifications.tell_alerts', run: tellAlerts }),
  reaction({ on: 'stock.drifted', name: 'notifications.tell_stock', run: tellStock }),
]
