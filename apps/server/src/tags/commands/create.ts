import { tags } from '@deskhand/contract'
import { answer } from '../../platform/http/answer.ts'
import { handle } from '../../platform/http/handle.ts'
import { newId } from '../../platform/ids.ts'
import { Stop } from '../../platform/stop.ts'
import { about } from '../access.ts'
import { readTag } from '../queries/list.ts'
import { words } from '../words.ts'

export const create = handle(tags.create, async ({ tx, actor, body, record }) => {
  const id = newId()
  const { rowCount } = await tx.run(
    `insert into app.tags (company_id, id, name, created_by_id) values ($1, $2, $3, $4)
     on conflict (company_id, name) do nothing`,
    [actor.companyId, id, body.name, actor.id],
  )
  if (!rowCount) throw new Stop('state', words.exists(body.name))
  record('tag.created', about({ id, name: body.name }), {})
  return answer(await readTag(tx, actor, id), { version: 1, location: `/support/tags/${id}` })
})
