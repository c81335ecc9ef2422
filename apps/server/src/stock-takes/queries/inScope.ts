/**
 * Things of a scope that can be counted, with where they should be: `$1` company, `$2` the scope as JSON, `$3` only
 * these, or null for all. What is part of another thing is where that is, and with whom.
 */
export const inScope = `
  with recursive wanted as (
    select coalesce(array(select jsonb_array_elements_text($2::jsonb -> 'locationIds')::uuid), '{}') as places,
      coalesce(array(select jsonb_array_elements_text($2::jsonb -> 'departments')), '{}') as departments,
      coalesce(array(select jsonb_array_elements_text($2::jsonb -> 'categoryIds')::uuid), '{}') as categories),
  up as (
    select a.id, a.parent_asset_id as above, a.location_id, a.person_id
    from app.assets a cross join wanted w
    where a.company_id = $1 and a.deleted_at is null and a.status in ('IN_STOCK', 'DEPLOYED')
      and ($3::uuid[] is null or a.id = any ($3))
      and (w.categories = '{}' or a.category_id = any (w.categories))
    union all
    select u.id, p.parent_asset_id, p.location_id, p.person_id
    from up u join app.assets p on p.company_id = $1 and p.id = u.above),
  in_scope as (
    select u.id, u.location_id, u.person_id from up u cross join wanted w
    where u.above is null and (
      (w.places = '{}' and w.departments = '{}')
      or exists (select from app.locations l where l.company_id = $1 and l.id = u.location_id and l.path && w.places)
      or exists (select from app.people p where p.company_id = $1 and p.id = u.person_id and p.department = any (w.departments))))`
