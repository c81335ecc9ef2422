import { type AnonymousReport, anonymousReports } from '@deskhand/contract'
import { useEffect, useRef, useState } from 'react'
import { call } from '../call.ts'

/** Well below what one address may ask, also for several who share one. */
const every = 20_000

/**
 * Looks for answers while somebody looks at the report. A socket would need a session, which is what this page must
 * not have. Answers whether the last look failed.
 */
export function useFreshReport(code: string, onReport: (report: AnonymousReport) => void): boolean {
  const [hasFailed, setFailed] = useState(false)
  const onFresh = useRef(onReport)
  onFresh.current = onReport
  useEffect(() => {
    let isOver = false
    const look = async () => {
      if (document.visibilityState !== 'visible') return
      try {
        const report = await call(anonymousReports.open, { body: { code } })
        if (isOver) return
        setFailed(false)
        onFresh.current(report)
      } catch {
        if (!isOver) setFailed(true)
      }
    }
    const timer = setInterval(() => void look(), every)
    const onShown = () => void look()
    document.addEventListener('visibilitychange', onShown)
    return () => {
      isOver = true
      clearInterval(timer)
      document.removeEventListener('visibilitychange', onShown)
    }
  }, [code])
  return hasFailed
}
