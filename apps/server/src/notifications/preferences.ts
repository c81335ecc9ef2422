import type { Channel, Kind, Preferences } from './rules.ts'

export const defaultPreferences: Preferences = {
  kinds: {
    request_received: { inApp: true, email: true },
    request_replied: { inApp: true, email: true },
    request_assigned: { inApp: true, email: true },
    request_moved: { inApp: true, email: true },
    request_new: { inApp: true, email: false },
    request_mentioned: { inApp: true, email: true },
    request_escalated: { inApp: true, email: true },
    request_noted: { inApp: true, email: false },
    approval_asked: { inApp: true, email: true },
    approval_reminded: { inApp: true, email: true },
    approval_decided: { inApp: true, email: false },
    approval_voided: { inApp: true, email: true },
    approval_stuck: { inApp: true, email: true },
    correction_proposed: { inApp: true, email: true },
    incident_updated: { inApp: true, email: true },
    rule_told: { inApp: true, email: false },
    rule_failed: { inApp: true, email: false },
    plan_stopped: { inApp: true, email: false },
    webhook_stopped: { inApp: true, email: false },
    alerts_opened: { inApp: true, email: false },
    stock_drifted: { inApp: true, email: false },
    loan_moved: { inApp: true, email: false },
    loan_asked: { inApp: true, email: false },
    thing_missing: { inApp: true, email: false },
    thing_found: { inApp: true, email: false },
    thing_asked: { inApp: true, email: false },
  },
}

/** What a person chose, and the defaults where they chose nothing. A note never leaves by mail, nor what a rule, a plan, a webhook, an alert or a thing says of one's own work. */
export function preferencesOf(stored: Partial<Preferences>): Preferences {
  const kinds = { ...defaultPreferences.kinds, ...stored.kinds }
  const inApp = (kind: Kind) => ({ [kind]: { ...kinds[kind], email: false } })
  return {
    kinds: {
      ...kinds,
      ...inApp('request_noted'),
      ...inApp('rule_told'),
      ...inApp('rule_failed'),
      ...inApp('plan_stopped'),
      ...inApp('webhook_stopped'),
      ...inApp('alerts_opened'),
      ...inApp('stock_drifted'),
      ...inApp('loan_moved'),
      ...inApp('loan_asked'),
      ...inApp('thing_missing'),
      ...inApp('thing_found'),
      ...inApp('thing_asked'),
    },
  }
}

export const wants = (stored: Partial<Preferences>, kind: Kind, channel: Channel): boolean =>
  preferencesOf(stored).kinds[kind][channel]
