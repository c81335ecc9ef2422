/** The contract's Participant, of `app.participants w`; an address only for who may read it. */
export const participantColumns = `w.id, w.person_id as "personId", coalesce(p.name, w.email) as name, w.email,
  p.department, adder.name as "addedByName", to_json(w.created_at) #>> '{}' as "createdAt"`

export const participantSources = `app.participants w
  left join app.people p on p.company_id = w.company_id and p.id = w.person_id
  left join app.people adder on adder.company_id = w.company_id and adder.id = w.added_by_id`
