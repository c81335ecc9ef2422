import { forms, type ReplyIn } from '@deskhand/contract'
import { Json } from '../../platform/http/answer.ts'
import { handle } from '../../platform/http/handle.ts'
import { formColumns } from './form.ts'

export const list = handle(forms.list, async ({ tx, actor }) => {
  const [row] = await tx.query<{ text: string }>(
    `select json_build_object('data', coalesce(json_agg(one.json order by one.name), '[]'))::text as text from (
       select f.name, (select row_to_json(x) from (select ${formColumns}) x) as json
       from app.forms f where f.company_id = $1 and f.deleted_at is null) one`,
    [actor.companyId],
  )
  return new Json<ReplyIn<typeof forms.list>>(row?.text ?? '{"data":[]}')
})
