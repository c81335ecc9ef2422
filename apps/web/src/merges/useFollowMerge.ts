import type { Request } from '@deskhand/contract'
import { useEffect, useRef } from 'react'
import { toast } from '../ui/toast.tsx'
import { mergeWords } from './words.ts'

/** Whoever opens a merged request is taken to where it went, and told so. */
export function useFollowMerge(request: Request | undefined, open: (reference: string) => void): boolean {
  const latest = useRef(open)
  latest.current = open
  const from = request?.referenceNumber ?? ''
  const to = request?.mergedInto?.referenceNumber
  useEffect(() => {
    if (!to) return
    toast(mergeWords.opening(from, to))
    latest.current(to)
  }, [from, to])
  return to !== undefined
}
