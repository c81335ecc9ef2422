import { bulkEdits, links, type Request } from '@deskhand/contract'
import { useQuery } from '@tanstack/react-query'
import { useState } from 'react'
import { queryClient, useRead } from '../api.ts'
import { call, newKey } from '../call.ts'
import { refresh } from '../fresh.ts'
import { toast } from '../ui/toast.tsx'
import { linkWords } from './words.ts'

type Solution = { resolutionCode: string; resolutionText: string }

/**
 * The open requests below one that is about to be solved: which of them could be solved with it, and why the
 * others cannot, asked of the dry run that the real one agrees with.
 */
export function useChildren(request: Request, code: string | null, isWanted: boolean) {
  const [isChosen, setChosen] = useState(false)
  const read = useRead(
    links.list,
    { params: { id: request.id } },
    { enabled: isWanted && request.can.includes('tag') },
  )
  const open = (read.data?.data ?? []).filter(
    ({ type, request: other }) =>
      type === 'child' && other.status !== 'RESOLVED' && other.status !== 'REJECTED',
  )
  const requestIds = open.map(({ request: other }) => other.id)
  const rehearsal = useQuery({
    queryKey: ['children', requestIds, code],
    enabled: isChosen && requestIds.length > 0 && code !== null,
    queryFn: () =>
      call(bulkEdits.edit, {
        body: {
          requestIds,
          dryRun: true,
          action: resolved({ resolutionCode: code ?? '', resolutionText: '…' }),
        },
      }),
  })
  return {
    count: open.length,
    isChosen,
    setChosen,
    rehearsal: isChosen ? (rehearsal.data ?? null) : null,
    /** Solves them with the words of the one above; says how many. */
    async solve(solution: Solution) {
      if (!isChosen || requestIds.length === 0) return
      const body = { requestIds, action: resolved(solution) }
      const done = await call(bulkEdits.edit, { body }, { idempotencyKey: newKey() })
      refresh(queryClient, { slice: 'request', ids: [] })
      toast(linkWords.childrenDone(done.changed))
    },
  }
}

const resolved = (solution: Solution) => ({ transition: { to: 'RESOLVED' as const, ...solution } })
