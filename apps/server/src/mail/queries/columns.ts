/** The contract's Mail, of `app.mails m`, as pairs for json_build_object. */
export const mailFields = `'id', m.id, 'kind', m.kind, 'to', m.to_address, 'subject', m.subject,
  'messageId', m.message_id, 'state', m.state, 'attempts', m.attempts, 'error', m.error, 'createdAt', m.created_at,
  'sentAt', m.sent_at`
