import { forms, type ReplyIn } from '@deskhand/contract'
import { Json } from '../../platform/http/answer.ts'
import { handle } from '../../platform/http/handle.ts'
import { isUuid } from '../../platform/ids.ts'
import { Stop } from '../../platform/stop.ts'
import { words } from '../words.ts'
import { versionColumns } from './form.ts'

export const getVersion = handle(forms.getVersion, async ({ tx, actor, params }) => {
  const { id, versionId } = params
  const [row] = [id, versionId].every((one) => isUuid(one.toLowerCase()))
    ? await tx.query<{ text: string }>(
        `select (select row_to_json(one) from (select ${versionColumns}, v.definition) one)::text as text
         from app.form_versions v where v.company_id = $1 and v.form_id = $2 and v.id = $3`,
        [actor.companyId, id, versionId],
      )
    : []
  if (!row) throw new Stop('not_found', words.noSuchVersion)
  return new Json<ReplyIn<typeof forms.getVersion>>(row.text)
})
