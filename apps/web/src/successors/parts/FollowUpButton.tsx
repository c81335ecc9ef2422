import type { Request } from '@deskhand/contract'
import { Button } from '../../ui/Button.tsx'
import { useFollowUp } from '../useFollowUp.ts'
import { successorWords as words } from '../words.ts'

/** Where a request is closed for good: goes on in a new one that knows the old one. */
export function FollowUpButton({ request }: { request: Request }) {
  const { followUp, isPending } = useFollowUp(request)
  return (
    <Button busy={isPending} onPress={() => void followUp()}>
      {words.followUp}
    </Button>
  )
}
