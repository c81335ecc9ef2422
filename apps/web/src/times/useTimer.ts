import { type Request, times } from '@deskhand/contract'
import { useCommand, useRead } from '../api.ts'
import { problemOf } from '../ui/problem.ts'
import { toast } from '../ui/toast.tsx'
import { lengthWords, timeWords as words } from './words.ts'

/** One's own timer as the server has it, so that it is the same after a reload and on every device. */
export function useTimer(request: Pick<Request, 'id'>) {
  const { data } = useRead(times.running, {}, { staleTime: 60_000 })
  const book = useCommand(times.book)
  const correct = useCommand(times.correct)
  const remove = useCommand(times.remove)
  const onError = (thrown: unknown) => toast(words.failed(problemOf(thrown)?.detail ?? ''))
  const timer = data?.timer ?? null

  const start = () => book.mutate({ params: { id: request.id }, body: {} }, { onError })
  function stop() {
    if (!timer) return
    correct.mutate(
      { params: { id: timer.requestId, entryId: timer.id }, body: { isRunning: false } },
      { onError, onSuccess: ({ seconds }) => toast(words.stopped(lengthWords(seconds ?? 0))) },
    )
  }
  /** A timer that never was an entry is gone for good. */
  function discard(then: () => void) {
    if (!timer) return
    remove.mutate(
      { params: { id: timer.requestId, entryId: timer.id } },
      {
        onSuccess: () => {
          toast(words.discarded)
          then()
        },
      },
    )
  }
  return {
    timer,
    isHere: timer?.requestId === request.id,
    start,
    stop,
    discard,
    discarding: remove,
    isBusy: book.isPending || correct.isPending,
  }
}
