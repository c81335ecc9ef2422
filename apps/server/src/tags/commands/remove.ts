import { tags } from '@deskhand/contract'
import { handle } from '../../platform/http/handle.ts'
import { about, loadTag } from '../access.ts'

/** Takes the word and its other names out of the vocabulary; the requests that have it lose it in pieces. */
export const remove = handle(tags.remove, async (inside) => {
  const { tx, actor, params, record } = inside
  const tag = await loadTag(inside, params.id)
  await tx.run('delete from app.tags where company_id = $1 and merged_into_id = $2', [
    actor.companyId,
    tag.id,
  ])
  await tx.run('delete from app.tags where company_id = $1 and id = $2', [actor.companyId, tag.id])
  record('tag.deleted', about(tag), { name: tag.name })
  return {}
})
