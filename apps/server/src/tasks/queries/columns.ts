const instant = (column: string) => `to_json(${column}) #>> '{}'`

/** Columns of the contract's Task, of `app.request_tasks t` and its people. */
export const taskColumns = `t.id, t.title, t.note, t.checklist, t.is_mandatory as "isMandatory",
  t.is_visible as "isVisible", t.assigned_to_id as "assignedToId", holder.name as "assigneeName",
  ${instant('t.due_at')} as "dueAt", t.position, ${instant('t.done_at')} as "doneAt", doer.name as "doneByName"`
export const taskSources = `app.request_tasks t
  left join app.people holder on holder.company_id = t.company_id and holder.id = t.assigned_to_id
  left join app.people doer on doer.company_id = t.company_id and doer.id = t.done_by_id`

/** Columns of the contract's ChecklistTemplate, of `app.checklist_templates t` with its desk. */
export const templateColumns = `t.id, t.desk_id as "serviceDeskId", d.name as "deskName", t.name, t.items, t.version`
export const templateSources = `app.checklist_templates t
  join app.desks d on d.company_id = t.company_id and d.id = t.desk_id`
