import { files, type ReplyOf } from '@deskhand/contract'
import { handle } from '../../platform/http/handle.ts'

type Staged = ReplyOf<typeof files.staged>['data'][number]

/** Files that wait for their request, the caller's alone. */
export const staged = handle(files.staged, async ({ tx, actor }) => {
  const rows = await tx.query<{ file: Staged }>(
    `select json_build_object('id', id, 'fileName', file_name, 'fileSize', file_size, 'mimeType', mime_type,
       'createdAt', created_at) as file
     from app.staged_files where company_id = $1 and person_id = $2 order by created_at, id`,
    [actor.companyId, actor.id],
  )
  return { data: rows.map(({ file }) => file) }
})
