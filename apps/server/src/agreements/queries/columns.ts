/** The contract's SlaPolicy from `app.sla_policies p`. */
export const policyRow = `json_build_object('id', p.id, 'name', p.name, 'position', p.position,
  'isActive', p.is_active, 'serviceDeskId', p.desk_id, 'requestTypeId', p.request_type_id, 'site', p.site,
  'isVip', p.is_vip, 'calendarId', p.calendar_id, 'targets', p.targets, 'pauses', p.pauses,
  'atRiskPercent', p.at_risk_percent, 'escalationPolicyId', p.escalation_policy_id,
  'escalations', coalesce((select e.steps from app.escalation_policies e
    where e.company_id = p.company_id and e.id = p.escalation_policy_id), '[]'), 'updatedAt', p.updated_at, 'version', p.version)`
