import { dayWords, type Source } from '../source.ts'

/** A thing `a` as the subject, and its category `c`, whose desk looks after it. */
const asset = `'asset' as subject_type, a.id as subject_id, a.asset_tag as subject_ref, c.desk_id`
const things = `
  from app.assets a
  join app.asset_categories c on c.company_id = a.company_id and c.id = a.category_id
  where a.company_id = $1 and a.deleted_at is null and a.status not in ('RETIRED', 'VOID')`

/** Over when the day has passed: then there is nothing to claim any more. */
const warranty: Source = {
  kind: 'warranty_ends',
  find: `
    select a.id || ':' || a.warranty_ends_on as key, ${asset},
      case when a.warranty_ends_on < $2::date + 7 then 'WARNING' else 'INFO' end as severity,
      a.warranty_ends_on as day, jsonb_build_object('on', a.warranty_ends_on) as facts
    ${things} and a.ownership <> 'PRIVATE' and a.warranty_ends_on between $2::date and $2::date + $4::int`,
  title: (ref, { on }) => `The warranty of ${ref} ends on ${dayWords(on)}`,
}

/**
 * The day that is written on it, else its age by its model or category. What is still in use a quarter later was
 * decided to be: it stands among the old things of the overview, and no longer wants a look every morning.
 */
const life: Source = {
  kind: 'life_ends',
  find: `
    select a.id || ':' || e.day as key, ${asset},
      case when e.day < $2::date then 'WARNING' else 'INFO' end as severity,
      e.day, jsonb_build_object('on', e.day, 'byAge', a.end_of_life_on is null) as facts
    from (select a.*, coalesce(a.end_of_life_on, (a.purchase_date + make_interval(months =>
        coalesce(m.lifetime_months, k.lifetime_months)))::date) as ends_on
      from app.assets a
      join app.asset_categories k on k.company_id = a.company_id and k.id = a.category_id
      left join app.asset_models m on m.company_id = a.company_id and m.id = a.model_id
      where a.company_id = $1) a
    cross join lateral (select a.ends_on as day) e
    join app.asset_categories c on c.company_id = a.company_id and c.id = a.category_id
    where a.company_id = $1 and a.deleted_at is null and a.status not in ('ORDERED', 'MISSING', 'RETIRED', 'VOID')
      and a.ownership <> 'PRIVATE' and e.day between $2::date - 90 and $2::date + $4::int`,
  title: (ref, { on, byAge }) =>
    byAge
      ? `By its age ${ref} is to be replaced: ${dayWords(on)}`
      : `Planned end of life of ${ref}: ${dayWords(on)}`,
}

/** What has to go back. Stands after the day too, until it is gone: from then on it costs. */
const lease: Source = {
  kind: 'lease_ends',
  find: `
    select a.id || ':' || a.lease_ends_on as key, ${asset},
      case when a.lease_ends_on < $2::date then 'CRITICAL' when a.lease_ends_on < $2::date + 14 then 'WARNING'
        else 'INFO' end as severity,
      a.lease_ends_on as day,
      jsonb_build_object('on', a.lease_ends_on, 'lessor', a.lessor, 'ownership', a.ownership) as facts
    ${things} and a.ownership in ('LEASED', 'RENTED')
      and coalesce(a.lease_ends_on, 'infinity'::date) <= $2::date + $4::int`,
  title: (ref, { on, lessor, ownership }) =>
    `${ref} goes back${typeof lessor === 'string' ? ` to ${lessor}` : ''}: ${ownership === 'RENTED' ? 'rented' : 'leased'} until ${dayWords(on)}`,
}

const loan: Source = {
  kind: 'loan_overdue',
  find: `
    select a.id || ':' || extract(epoch from a.due_at)::bigint as key, ${asset},
      case when a.due_at < $3::timestamptz - interval '14 days' then 'CRITICAL' else 'WARNING' end as severity,
      (a.due_at at time zone (select zone from app.companies where company_id = $1))::date as day,
      jsonb_build_object(
        'on', (a.due_at at time zone (select zone from app.companies where company_id = $1))::date,
        'holder', (select p.name from app.people p where p.company_id = a.company_id and p.id = a.person_id)) as facts
    ${things} and a.status = 'DEPLOYED' and a.due_at < $3::timestamptz - make_interval(days => $4::int)`,
  title: (ref, { on, holder }) =>
    `${ref} was due back on ${dayWords(on)}${typeof holder === 'string' ? `; ${holder} has it` : ''}`,
}

/** What things themselves say. */
export const thingSources: Source[] = [warranty, life, lease, loan]
