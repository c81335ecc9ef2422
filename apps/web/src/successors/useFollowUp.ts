import { type Request, successors } from '@deskhand/contract'
import { useRouter } from '@tanstack/react-router'
import { useCommand } from '../api.ts'
import { problemOf } from '../ui/problem.ts'
import { toast } from '../ui/toast.tsx'
import { successorWords as words } from './words.ts'

/** Goes on with a request that is closed for good, in a new one, and opens that. */
export function useFollowUp(request: Request) {
  const router = useRouter()
  const { mutateAsync, isPending } = useCommand(successors.followUp)
  return {
    isPending,
    followUp: async () => {
      try {
        const { referenceNumber } = await mutateAsync({ params: { id: request.id }, body: {} })
        toast(words.followedUp(referenceNumber))
        router.history.push(`/r/${encodeURIComponent(referenceNumber)}`)
      } catch (thrown) {
        toast(words.failed(problemOf(thrown)?.detail ?? ''))
      }
    },
  }
}
