import { stockTakes } from '@deskhand/contract'
import { answer } from '../../platform/http/answer.ts'
import { handle } from '../../platform/http/handle.ts'
import { inScope } from '../queries/inScope.ts'
import { sampleSizeOf } from '../sampling.ts'
import { mustBeThere } from './mustBeThere.ts'

export const measure = handle(stockTakes.measure, async ({ tx, actor, body }) => {
  const { sample, ...scope } = body
  await mustBeThere(tx, scope)
  const [row] = await tx.query<{ population: number }>(
    `${inScope} select count(*)::int as population from in_scope`,
    [actor.companyId, JSON.stringify(scope), null],
  )
  const population = row?.population ?? 0
  return answer(
    { population, sampled: sample ? sampleSizeOf(population, sample) : population },
    { unchanged: true },
  )
})
