/** The contract's Calendar from `app.calendars c`. */
export const calendarRow = `json_build_object('id', c.id, 'name', c.name, 'zone', c.zone, 'week', c.week,
  'holidays', coalesce((select json_agg(json_build_object('date', h.date, 'name', h.name) order by h.date)
    from app.calendar_holidays h where h.company_id = c.company_id and h.calendar_id = c.id), '[]'),
  'isDefault', c.is_default,
  'serviceDeskIds', coalesce((select json_agg(d.desk_id order by d.desk_id) from app.calendar_desks d
    where d.company_id = c.company_id and d.calendar_id = c.id), '[]'),
  'sites', c.sites, 'policyCount', (select count(*) from app.sla_policies p
    where p.company_id = c.company_id and p.calendar_id = c.id and p.retired_at is null), 'updatedAt', c.updated_at, 'version', c.version)`
