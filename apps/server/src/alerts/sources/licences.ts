import { dayWords, type Source } from '../source.ts'

/** A licence `l` as the subject. */
const licence = `'licence' as subject_type, l.id as subject_id, l.name as subject_ref, l.desk_id`
const running = `
  from app.licence_terms t
  join app.licences l on l.company_id = t.company_id and l.id = t.licence_id and l.retired_at is null
  where t.company_id = $1`

/**
 * Its key is the licence alone: it is the same case while there are too few, however many are free. Its day is that of
 * the last seat that was given.
 */
const seats: Source = {
  kind: 'licence_seats_low',
  find: `
    select l.id || ':seats' as key, ${licence},
      case when l.used = l.seats then 'WARNING' else 'INFO' end as severity,
      coalesce((select max(s.assigned_at) from app.licence_seats s
        where s.company_id = l.company_id and s.licence_id = l.id), l.created_at)::date as day,
      jsonb_build_object('minimum', l.minimum_free) as facts
    from app.licences l
    where l.company_id = $1 and l.retired_at is null and l.seats - l.used < l.minimum_free
      and (select count(*) = 0 or bool_or(x.state in ('PLANNED', 'ACTIVE', 'IN_NOTICE'))
        from app.licence_terms x where x.company_id = l.company_id and x.licence_id = l.id)`,
  title: (ref, { minimum }) => `Fewer seats of ${ref} are free than the ${minimum} that should be`,
}

/** Over when the day has passed or notice was given: then there is nothing to decide any more. */
const notice: Source = {
  kind: 'licence_notice',
  find: `
    select t.id || ':' || t.notice_by as key, ${licence},
      case when t.notice_by < $2::date + 7 then 'WARNING' else 'INFO' end as severity,
      t.notice_by as day, jsonb_build_object('on', t.notice_by) as facts
    ${running} and t.state = 'ACTIVE' and t.notice_given_on is null
      and t.notice_by between $2::date and $2::date + $4::int`,
  title: (ref, { on }) => `Notice for ${ref} can be given until ${dayWords(on)}`,
}

/** One that nothing follows. */
const end: Source = {
  kind: 'licence_ends',
  find: `
    select t.id || ':end:' || t.ends_on as key, ${licence},
      case when t.ends_on < $2::date + 7 then 'WARNING' else 'INFO' end as severity,
      t.ends_on as day, jsonb_build_object('on', t.ends_on) as facts
    ${running} and t.state in ('ACTIVE', 'IN_NOTICE') and t.ends_on <= $2::date + $4::int
      and (not t.renews_itself or t.notice_given_on is not null)
      and not exists (select from app.licence_terms n where n.company_id = t.company_id
        and n.licence_id = t.licence_id and n.starts_on > t.ends_on)`,
  title: (ref, { on }) => `The term of ${ref} ends on ${dayWords(on)} and nothing follows`,
}

/** By the days of each; what renews itself is told of when it has not. */
const certificate: Source = {
  kind: 'certificate_expires',
  find: `
    select c.id || ':' || c.expires_on as key, 'certificate' as subject_type, c.id as subject_id,
      c.name as subject_ref, c.desk_id,
      case when c.expires_on < $2::date then 'CRITICAL' when c.expires_on < $2::date + 7 then 'WARNING'
        else 'INFO' end as severity,
      c.expires_on as day,
      jsonb_build_object('on', c.expires_on) as facts
    from app.certificates c
    where c.company_id = $1 and c.deleted_at is null
      and c.expires_on < case when c.renews_itself then $2::date else $2::date + c.remind_days + 1 end`,
  title: (ref, { on }) => `${ref} expires on ${dayWords(on)}`,
}

/** What licences, certificates and domains say. */
export const licenceSources: Source[] = [seats, notice, end, certificate]
