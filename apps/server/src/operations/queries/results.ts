import { operations } from '@deskhand/contract'
import { answer } from '../../platform/http/answer.ts'
import { handle } from '../../platform/http/handle.ts'
import { Stop } from '../../platform/stop.ts'
import { loadOperation } from '../access.ts'
import { readResults } from './readResults.ts'

export const results = handle(operations.results, async ({ tx, actor, params, query }) => {
  const operation = await loadOperation(tx, actor, params.id)
  const { limit, outcome, cursor } = query
  if (cursor !== undefined && !/^\d{1,6}$/.test(cursor)) throw new Stop('invalid', 'Check cursor.')
  const after = cursor === undefined ? -1 : Number(cursor)
  const rows = await readResults(tx, actor, operation, { outcome, after, limit: limit + 1 })
  const shown = rows.slice(0, limit)
  const next = rows.length > limit ? String(shown.at(-1)?.position) : null
  const data = shown.map(({ position: _, ...result }) => result)
  return answer({ data, page: { next, totalEstimate: operation.total } }, { next })
})
