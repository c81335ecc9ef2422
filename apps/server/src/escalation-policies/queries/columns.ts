/** The contract's EscalationPolicy from `app.escalation_policies e`. */
export const policyRow = `json_build_object('id', e.id, 'name', e.name, 'steps', e.steps, 'updatedAt', e.updated_at,
  'version', e.version, 'usedBy', coalesce((select json_agg(json_build_object('id', p.id, 'name', p.name)
    order by p.position, p.id) from app.sla_policies p where p.company_id = e.company_id
    and p.escalation_policy_id = e.id and p.retired_at is null), '[]'))`
