import { people, type ReplyIn } from '@deskhand/contract'
import { Json } from '../../platform/http/answer.ts'
import { handle } from '../../platform/http/handle.ts'

export const facets = handle(people.facets, async ({ tx, actor }) => {
  const [row] = await tx.query<{ text: string }>(
    `select json_build_object(
       'departments', coalesce(json_agg(distinct department) filter (where department is not null), '[]'),
       'sites', coalesce(json_agg(distinct site) filter (where site is not null), '[]'))::text as text
     from app.people where company_id = $1 and deleted_at is null`,
    [actor.companyId],
  )
  return new Json<ReplyIn<typeof people.facets>>(row?.text ?? '{"departments":[],"sites":[]}')
})
