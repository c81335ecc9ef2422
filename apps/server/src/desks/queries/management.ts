import { deskManagement, type ReplyOf } from '@deskhand/contract'
import { Json } from '../../platform/http/answer.ts'
import { handle } from '../../platform/http/handle.ts'
import { categoryColumns, deskColumns, periodColumns, typeColumns } from './columns.ts'
import { membersVersion } from './membersVersion.ts'

/** Every desk for its editors, with who works there; counts are of what row-level security lets them see. */
export const listDesks = handle(deskManagement.listDesks, async ({ tx, actor }) => {
  const [row] = await tx.query<{ text: string }>(
    `select json_build_object('data', coalesce(json_agg(one.json order by one.display_order, one.code), '[]'))::text as text
     from (select d.display_order, d.code, (select row_to_json(x) from (select ${deskColumns},
         ${periodColumns}, d.is_confidential as "isConfidential", d.display_order as "displayOrder",
         ${membersVersion} as "membersVersion",
         (select count(*)::int from app.requests r where r.company_id = d.company_id and r.service_desk_id = d.id
           and r.deleted_at is null) as "requestCount",
         coalesce((select json_agg(json_build_object('id', p.id, 'name', p.name, 'role', m.role)
             order by m.role, p.last_name, p.first_name, p.id)
           from app.desk_members m join app.people p on p.company_id = m.company_id and p.id = m.person_id
           where m.company_id = d.company_id and m.desk_id = d.id and p.deleted_at is null), '[]') as members) x) as json
       from app.desks d where d.company_id = $1) one`,
    [actor.companyId],
  )
  return new Json<ReplyOf<typeof deskManagement.listDesks>>(row?.text ?? '{"data":[]}')
})

type Category = ReplyOf<typeof deskManagement.allCategories>['data'][number]

export const allCategories = handle(deskManagement.allCategories, async ({ tx, actor, query }) => ({
  data: await tx.query<Category>(
    `select ${categoryColumns} from app.categories c
     join app.desks d on d.company_id = c.company_id and d.id = c.desk_id
     where c.company_id = $1 and ($2::uuid is null or c.desk_id = $2)
     order by d.display_order, d.code, c.display_order, c.name`,
    [actor.companyId, query.serviceDeskId ?? null],
  ),
}))

type Type = ReplyOf<typeof deskManagement.listRequestTypes>['data'][number]

export const listRequestTypes = handle(deskManagement.listRequestTypes, async ({ tx, actor, query }) => ({
  data: await tx.query<Type>(
    `select ${typeColumns} from app.request_types t
     join app.categories c on c.company_id = t.company_id and c.id = t.category_id
     where t.company_id = $1 and ($2::uuid is null or t.desk_id = $2)
     order by t.desk_id, c.display_order, t.display_order, t.name`,
    [actor.companyId, query.serviceDeskId ?? null],
  ),
}))
