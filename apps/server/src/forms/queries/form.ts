import type { forms, ReplyIn } from '@deskhand/contract'
import type { Tx } from '../../platform/db/transaction.ts'
import { type Answer, answer, Json } from '../../platform/http/answer.ts'

/** The contract's FormRow, from `app.forms f`. */
export const formColumns = `f.id, f.name, f.description, f.updated_at as "updatedAt", f.version,
  coalesce((select json_agg(json_build_object('id', t.id, 'name', t.name, 'deskCode', d.code)
      order by d.display_order, t.display_order, t.name)
    from app.request_types t join app.desks d on d.company_id = t.company_id and d.id = t.desk_id
    where t.company_id = f.company_id and t.form_id = f.id), '[]') as "requestTypes",
  (select json_build_object('id', v.id, 'number', v.number, 'at', v.published_at) from app.form_versions v
    where v.company_id = f.company_id and v.id = f.published_version_id) as published,
  (select json_build_object('id', v.id, 'number', v.number, 'at', v.saved_at) from app.form_versions v
    where v.company_id = f.company_id and v.form_id = f.id and v.state = 'DRAFT') as draft`

/** The contract's FormVersion, from `app.form_versions v`. */
export const versionColumns = `v.id, v.number, v.state, v.note, v.created_at as "createdAt",
  (select p.name from app.people p where p.company_id = v.company_id and p.id = v.created_by_id) as "createdByName",
  v.published_at as "publishedAt",
  (select p.name from app.people p where p.company_id = v.company_id and p.id = v.published_by_id) as "publishedByName",
  (select count(*)::int from app.requests r where r.company_id = v.company_id and r.form_version_id = v.id
    and r.deleted_at is null) as "requestCount"`

/** A form with its versions, newest first, and what one edits: the draft, or what is published. */
export async function readForm(tx: Tx, id: string): Promise<{ text: string; version: number } | null> {
  const [row] = await tx.query<{ text: string; version: number }>(
    `select (select row_to_json(one) from (select ${formColumns},
        (select json_agg(json order by number desc) from (select v.number, (select row_to_json(x) from
          (select ${versionColumns}) x) as json from app.form_versions v
          where v.company_id = f.company_id and v.form_id = f.id) every) as versions,
        (select v.definition from app.form_versions v where v.company_id = f.company_id and v.form_id = f.id
          order by v.state = 'DRAFT' desc, v.id = f.published_version_id desc, v.number desc limit 1) as definition
      ) one)::text as text, f.version
     from app.forms f where f.company_id = $1 and f.id = $2`,
    [tx.whose.companyId, id],
  )
  return row ?? null
}

/** The answer of a command: the form as it is now. */
export async function answerForm(
  tx: Tx,
  id: string,
  extra: { location?: string; unchanged?: boolean } = {},
): Promise<Answer<ReplyIn<typeof forms.get>>> {
  const form = await readForm(tx, id)
  if (!form) throw new Error('A form was changed and cannot be read.')
  return answer(new Json<ReplyIn<typeof forms.get>>(form.text), { version: form.version, ...extra })
}
