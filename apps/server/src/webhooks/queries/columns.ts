/** The contract's Webhook from `app.webhooks w`, at a moment. */
export const webhookRow = (now: string) => `json_build_object('id', w.id, 'name', w.name, 'url', w.url,
  'conversation', w.conversation, 'isActive', w.is_active, 'stoppedReason', w.stopped_reason,
  'failingSince', w.failing_since, 'failures', w.failures, 'version', w.version, 'updatedAt', w.updated_at,
  'oldSecretUntil', case when w.old_until > ${now}::timestamptz then w.old_until end,
  'waiting', (select count(*)::int from app.webhook_deliveries d
    where d.company_id = w.company_id and d.webhook_id = w.id and d.state = 'WAITING'),
  'lastSentAt', (select max(d.sent_at) from app.webhook_deliveries d
    where d.company_id = w.company_id and d.webhook_id = w.id),
  'usedBy', coalesce((select json_agg(json_build_object('id', u.id, 'name', u.name) order by u.position, u.id)
    from app.rules u where u.company_id = w.company_id and u.deleted_at is null
      and u.actions ->> 'webhookId' = w.id::text), '[]'))`

/** The contract's WebhookDelivery from `app.webhook_deliveries d`. */
export const deliveryFields = `'id', d.id, 'type', d.type, 'requestId', d.request_id,
  'referenceNumber', (select r.reference_number from app.requests r
    where r.company_id = d.company_id and r.id = d.request_id),
  'ruleName', (select u.name from app.rules u where u.company_id = d.company_id and u.id = d.rule_id),
  'state', d.state, 'attempts', d.attempts, 'status', d.status, 'answer', d.answer, 'error', d.error,
  'createdAt', d.created_at, 'triedAt', d.tried_at, 'sentAt', d.sent_at`
