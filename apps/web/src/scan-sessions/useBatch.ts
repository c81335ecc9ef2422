import { type BodyIn, type ScanMode, type ScanSession, scanSessions } from '@deskhand/contract'
import { useRef, useState } from 'react'
import { useCommand } from '../api.ts'

type Begin = BodyIn<typeof scanSessions.start>

/** A session that begins with its first code; codes that come faster than answers wait for their turn. */
export function useBatch() {
  const [session, setSession] = useState<ScanSession | null>(null)
  const start = useCommand(scanSessions.start)
  const scan = useCommand(scanSessions.scan)
  const commit = useCommand(scanSessions.commit)
  const queue = useRef<Promise<ScanSession | null>>(Promise.resolve(null))

  function inTurn(step: (was: ScanSession | null) => Promise<ScanSession | null>) {
    const next = queue.current.then(async (was) => {
      const now = await step(was).catch(() => was)
      setSession(now)
      return now
    })
    queue.current = next
    return next
  }
  return {
    session,
    busy: start.isPending || scan.isPending || commit.isPending,
    problem: start.error ?? scan.error ?? commit.error,
    add: (begin: Begin, code: string) =>
      inTurn(async (was) => {
        const id = was?.id ?? (await start.mutateAsync({ body: begin })).id
        return scan.mutateAsync({ params: { id }, body: { codes: [code] } })
      }),
    drop: (code: string) =>
      inTurn(async (was) => was && scan.mutateAsync({ params: { id: was.id }, body: { drop: [code] } })),
    commit: (body: BodyIn<typeof scanSessions.commit>) =>
      inTurn(async (was) => was && commit.mutateAsync({ params: { id: was.id }, body })),
    clear: () => inTurn(async () => null),
  }
}

export type BatchMode = ScanMode
