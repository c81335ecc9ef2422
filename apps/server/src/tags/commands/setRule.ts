import { tags } from '@deskhand/contract'
import { answer } from '../../platform/http/answer.ts'
import { handle } from '../../platform/http/handle.ts'

export const setRule = handle(tags.setRule, async ({ tx, actor, body, record }) => {
  const { allowsFreeTags } = body
  const [changed] = await tx.query<{ name: string }>(
    `update app.companies set allows_free_tags = $2, version = version + 1
     where company_id = $1 and allows_free_tags <> $2 returning name`,
    [actor.companyId, allowsFreeTags],
  )
  if (changed) {
    const subject = { type: 'company', id: actor.companyId, ref: changed.name }
    const changes: Record<string, [unknown, unknown]> = { allowsFreeTags: [!allowsFreeTags, allowsFreeTags] }
    record('company.updated', subject, { fields: ['allowsFreeTags'] }, changes)
  }
  return answer({ allowsFreeTags }, { unchanged: !changed })
})
