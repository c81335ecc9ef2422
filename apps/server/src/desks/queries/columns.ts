/** The contract's shapes in SQL, each for the alias that it names. */
export const deskColumns = `d.id, d.code, d.name, d.prefix, d.description, d.promise, d.is_active as "isActive",
  d.version, d.contact_email as "contactEmail", d.contact_phone as "contactPhone", d.contact_place as "contactPlace"`

export const periodColumns = `d.closes_after_days as "closesAfterDays", d.settles_after_days as "settlesAfterDays",
  d.reopen_days as "reopenDays", d.appeal_days as "appealDays"`

export const categoryColumns = `c.id, c.desk_id as "serviceDeskId", c.name, c.description, c.icon,
  c.display_order as "displayOrder", c.is_active as "isActive", c.version`

export const typeColumns = `t.id, t.desk_id as "serviceDeskId", t.category_id as "serviceCategoryId", t.name,
  t.description, t.promise, t.icon, t.requires_approval as "requiresApproval", t.is_confidential as "isConfidential",
  t.sla_hours as "slaHours", t.default_priority as "defaultPriority", t.display_order as "displayOrder",
  t.is_active as "isActive", t.version, t.state_words as "stateWords", t.kind, (select f.published_version_id from app.forms f
    where f.company_id = t.company_id and f.id = t.form_id) as "formVersionId"`
