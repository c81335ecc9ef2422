import { useRouter } from '@tanstack/react-router'
import { useCallback } from 'react'
import { problemOf } from '../ui/problem.ts'
import { toast } from '../ui/toast.tsx'
import { useWedge } from './useWedge.ts'
import { scanWords as words } from './words.ts'

/** A label scanned on any page that does nothing else with it opens its thing. */
export function useScannerEverywhere() {
  const router = useRouter()
  const onCode = useCallback(
    async (code: string) => {
      try {
        const { findByTag } = await import('./findByTag.ts')
        const { assetTag } = await findByTag(code.trim())
        router.history.push(`/a/${encodeURIComponent(assetTag)}`)
      } catch (thrown) {
        const problem = problemOf(thrown)
        toast(problem?.status === 404 ? words.unknown(code) : (problem?.detail ?? words.notReached))
      }
    },
    [router],
  )
  useWedge((code) => void onCode(code), { isEverywhere: true })
}
