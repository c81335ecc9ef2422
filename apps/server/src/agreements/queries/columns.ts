/** The contract's SlaPolicy from `app.sla_policies p`. */
export const policyRow = `json_build_object('id', p.id, 'name', p.name, 'position', p.position,
  'isActive', p.is_active, 'serviceDeskId', p.desk_id, 'requestTypeId', p.request_type_id, 'site', p.site,
  'isVip', p.is_vip, 'calendarId', p.calendar_id, 'targets', p.targets, 'pauses', p.pauses,
  'atRiskPercent', p.at_risk_percent, 'escalations', p.escalations, 'updatedAt', p.updated_at, 'version', p.version)`
