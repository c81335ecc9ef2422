/** Columns of the contract's CustomField, of `app.custom_fields f`. */
export const fieldColumns = `f.id, f.key, f.label, f.help, f.type, f.options, f.desk_id as "serviceDeskId",
  f.request_type_id as "requestTypeId", f.is_required as "isRequired", f.shown_to as "shownTo",
  f.edited_by as "editedBy", f.retired_at is null as "isActive", f.version,
  (select count(*)::int from app.custom_field_values v
    where v.company_id = f.company_id and v.field_id = f.id) as "valueCount"`

/** What is in the fields of `app.requests r` by their keys, as far as the caller may read it: one JSON object. */
export const ownFields = `coalesce((select jsonb_object_agg(f.key, v.value) from app.custom_field_values v
  join app.custom_fields f on f.company_id = v.company_id and f.id = v.field_id and f.retired_at is null
  where v.company_id = r.company_id and v.request_id = r.id), '{}')`
