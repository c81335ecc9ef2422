import { type Undo, undo } from '../platform/log/undo.ts'
import { Stop } from '../platform/stop.ts'
import { about } from './access.ts'
import { words } from './words.ts'

/**
 * A merged tag is a word of its own again, with the other names that it brought. The requests that had it follow in the
 * background; those that were given the other word since keep that.
 */
export const undoes: Undo[] = [
  undo({
    on: 'tag.merged',
    run: async ({ tx, actor, record }, { subjectId, companyId, operationId, data }) => {
      if (!actor.permissions.has('requests.supervise')) throw new Stop('forbidden', words.notYours)
      const { from, intoId, aliases } = data
      const [target] = await tx.query<{ name: string }>(
        'select name from app.tags where company_id = $1 and id = $2 and merged_into_id is null for update',
        [companyId, intoId],
      )
      const apart = await tx.query<{ name: string }>(
        `update app.tags set merged_into_id = case when id <> $2 then $2::uuid end, version = version + 1
         where company_id = $1 and merged_into_id = $3 and (id = $2 or name = any ($4)) returning name`,
        [companyId, subjectId, intoId, aliases],
      )
      if (!target || !subjectId || !operationId || !apart.some(({ name }) => name === from))
        throw new Stop('conflict', words.mergedOn(from))
      record(
        'tag.unmerged',
        about({ id: subjectId, name: from }),
        { from: target.name, into: from, mergeId: operationId },
        { mergedInto: [target.name, null] },
      )
    },
  }),
]
