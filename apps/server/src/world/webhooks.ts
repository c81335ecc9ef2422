import type { Tx } from '../platform/db/transaction.ts'
import { seal } from '../platform/secret.ts'
import { newWebhookSecret, webhookKey } from '../webhooks/signature.ts'

/**
 * A webhook that the demo world once had, with what it sent: off, so that nothing leaves a machine on which somebody only
 * looks around. Its address is one that is never given to anybody (RFC 6761).
 */
export async function insertWebhooks(
  tx: Pick<Tx, 'run'>,
  companyId: string,
  now: Date,
  secret: string,
): Promise<void> {
  await tx.run(insertWebhook, [companyId, now, seal(webhookKey(secret), newWebhookSecret())])
  await tx.run(insertDeliveries, [companyId, now])
}

const idOf = (text: string) => `overlay(overlay(md5(${text}) placing '8' from 13) placing '8' from 17)::uuid`
const webhookId = idOf(`$1::uuid || 'Building alarms'`)

const insertWebhook = `
  insert into app.webhooks (company_id, id, name, url, conversation, is_active, sealed, created_at, updated_at)
  select $1, ${webhookId}, 'Building alarms', 'https://alarms.building.example/deskhand', 'NONE', false, $3,
    $2::timestamptz - interval '80 days', $2::timestamptz - interval '3 days'`

/** The newest eight of Facilities, by the rule that looks after water; all arrived but one. */
const insertDeliveries = `
  insert into app.webhook_deliveries (company_id, id, webhook_id, request_id, rule_id, type, body, state, attempts, status,
    answer, error, created_at, tried_at, sent_at)
  select $1, n.id, ${webhookId}, n.request_id, n.rule_id, 'deskhand.request.created.v1',
    json_build_object('specversion', '1.0', 'id', n.id, 'type', 'deskhand.request.created.v1', 'subject', n.ref,
      'time', n.at, 'datacontenttype', 'application/json', 'data', json_build_object('rule', json_build_object('name',
      n.rule), 'request', json_build_object('referenceNumber', n.ref, 'summary', n.summary)))::text,
    case when n.place = 3 then 'FAILED' else 'SENT' end, case when n.place = 3 then 12 else 1 end,
    case when n.place = 3 then 503 else 202 end, case when n.place = 3 then 'Down for maintenance' else '{"ok":true}' end,
    case when n.place = 3 then 'It answered 503.' end, n.at, n.at + interval '1 second',
    case when n.place = 3 then null else n.at + interval '1 second' end
  from (
    select r.id as request_id, r.reference_number as ref, r.summary, u.id as rule_id, u.name as rule,
      ${idOf(`$1::uuid || 'delivery' || r.id`)} as id, r.created_at + interval '2 seconds' as at,
      row_number() over (order by r.created_at desc, r.id) as place
    from app.requests r
    join app.desks d on d.company_id = r.company_id and d.id = r.service_desk_id and d.code = 'FACILITIES'
    join app.rules u on u.company_id = r.company_id and u.name = 'Water first'
    where r.company_id = $1 and not r.is_confidential and r.deleted_at is null
      and r.created_at between $2::timestamptz - interval '29 days' and $2::timestamptz - interval '3 days'
    order by r.created_at desc, r.id limit 8) n`
