import type { Request } from '@deskhand/contract'
import { useState } from 'react'
import { problemOf } from '../../ui/problem.ts'
import type { Found } from '../conflict.ts'

/**
 * For a dialog about a request: what it began with, and what somebody else changed until it was sent. Confirmed again,
 * it goes by what was shown then.
 */
export function useReview(request: Request) {
  const [began, setBegan] = useState(request)
  const [found, setFound] = useState<Found | null>(null)
  const onConflict = (now: Found) => {
    setFound(now)
    setBegan(now.current)
  }
  /** Whatever else went wrong; that somebody was quicker is shown already. */
  const otherProblem = (error: unknown) => (found && problemOf(error)?.code === 'stale' ? null : error)
  return { began, found, onConflict, otherProblem }
}
