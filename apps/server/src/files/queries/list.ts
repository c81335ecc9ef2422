import { files } from '@deskhand/contract'
import { Json } from '../../platform/http/answer.ts'
import { handle } from '../../platform/http/handle.ts'
import { loadRequest } from '../../requests/access.ts'
import { attachmentJson } from '../access.ts'

export const list = handle(files.list, async (inside) => {
  const { tx, actor, params } = inside
  const request = await loadRequest({ ...inside, ifMatch: null }, params.id)
  const [row] = await tx.query<{ text: string }>(findAttachments, [actor.companyId, request.id])
  return new Json(`{"data":${row?.text ?? '[]'}}`)
})

const findAttachments = `
  select coalesce(json_agg(${attachmentJson} order by a.created_at, a.id), '[]')::text as text
  from app.attachments a
  where a.company_id = $1 and a.request_id = $2 and a.deleted_at is null`
