import { forms, type ReplyOf } from '@deskhand/contract'
import { handle } from '../../platform/http/handle.ts'

type Colleague = ReplyOf<typeof forms.colleagues>['data'][number]

/** People by their names, with no more than everybody may know: for whoever may ask, also without the directory. */
export const colleagues = handle(forms.colleagues, async ({ tx, actor, query }) => {
  if (!query.q && !query.id) return { data: [] }
  const words = query.q?.split(/\s+/).map((word) => word.replace(/[\\%_]/g, '\\$&')) ?? null
  return {
    data: await tx.query<Colleague>(
      `select p.id, p.name, p.department, p.site from app.people p
       where p.company_id = $1 and p.deleted_at is null and ($2::uuid is null or p.id = $2)
         and ($3::text[] is null or p.state = 'ACTIVE' and not exists (
           select from unnest($3::text[]) as typed(word)
           where ext.unaccent(lower(p.name)) not like '%' || ext.unaccent(lower(word)) || '%'))
       order by p.last_name, p.first_name, p.id limit 12`,
      [actor.companyId, query.id ?? null, words],
    ),
  }
})
