import { desks, type ReplyOf } from '@deskhand/contract'
import { clock } from '../../platform/clock/clock.ts'
import { Json } from '../../platform/http/answer.ts'
import { handle } from '../../platform/http/handle.ts'
import { categoryColumns, deskColumns, typeColumns } from './columns.ts'

/** How far back "what is asked for most" looks, and how many it names. */
const lookBack = 180 * 86_400_000
const most = 6
/** Where a department has no habits yet, the company's latest requests say enough. */
const latest = 500

/** The whole catalogue in one statement. Confidential requests count only for who may see them. */
export const catalog = handle(desks.catalog, async ({ tx, actor }) => {
  const since = new Date(clock.now().getTime() - lookBack)
  const [row] = await tx.query<{ text: string }>(select, [actor.companyId, actor.id, since, most, latest])
  return new Json<ReplyOf<typeof desks.catalog>>(row?.text ?? '')
})

const select = `
  with types as (
    select t.category_id, t.display_order, t.name,
      (select row_to_json(one) from (select ${typeColumns}) one) as json
    from app.request_types t where t.company_id = $1 and t.is_active),
  categories as (
    select c.desk_id, c.display_order, c.name,
      (select row_to_json(one) from (select ${categoryColumns}, coalesce(
        (select json_agg(t.json order by t.display_order, t.name) from types t where t.category_id = c.id), '[]')
        as "requestTypes") one) as json
    from app.categories c where c.company_id = $1 and c.is_active),
  desks as (
    select d.display_order, d.code,
      (select row_to_json(one) from (select ${deskColumns}, coalesce(
        (select json_agg(c.json order by c.display_order, c.name) from categories c where c.desk_id = d.id), '[]')
        as categories) one) as json
    from app.desks d where d.company_id = $1 and d.is_active),
  colleagues as (
    select p.id from app.people p join app.people me on me.company_id = p.company_id and me.department = p.department
    where p.company_id = $1 and me.id = $2),
  used as (
    select r.request_type_id as id, count(*) as times from colleagues p
    join app.requests r on r.company_id = $1 and r.requester_id = p.id and r.created_at > $3 and r.deleted_at is null
    where r.request_type_id is not null group by r.request_type_id),
  used_by_all as (
    select r.id, count(*) as times from (
      select r.request_type_id as id from app.requests r
      where r.company_id = $1 and r.created_at > $3 and r.deleted_at is null
        and (select count(*) from used) < $4
      order by r.created_at desc, r.id desc limit $5) r
    where r.id is not null group by r.id),
  first_of_desks as (
    select distinct on (t.desk_id) t.id, 0 as times
    from app.request_types t join app.categories c on c.company_id = $1 and c.id = t.category_id and c.is_active
    where t.company_id = $1 and t.is_active
    order by t.desk_id, c.display_order, c.name, t.display_order, t.name),
  ranked as (
    select distinct on (id) id, source, times from (
      select id, 1 as source, times from used
      union all select id, 2, times from used_by_all
      union all select id, 3, times from first_of_desks) all_of_them
    order by id, source),
  favourites as (
    select t.id, row_number() over (order by ranked.source, ranked.times desc, d.display_order, t.id) as place,
      (select row_to_json(one) from (select ${typeColumns}) one) as json
    from ranked join app.request_types t on t.company_id = $1 and t.id = ranked.id and t.is_active
    join app.desks d on d.company_id = $1 and d.id = t.desk_id and d.is_active
    order by place limit $4)
  select json_build_object(
    'desks', coalesce((select json_agg(json order by display_order, code) from desks), '[]'),
    'mostUsed', coalesce((select json_agg(json order by place) from favourites), '[]'))::text as text`
