import { useQueryClient } from '@tanstack/react-query'
import { lostAt, useLiveState } from '../live.ts'
import { clockTime, useNow } from '../ui/time.ts'
import { useLate } from '../ui/useLate.ts'
import { useNewVersion } from './newVersion.ts'
import classes from './ShellLines.module.css'
import { liveWords, pageWords } from './words.ts'

/** Lines above everything, and only when they matter: the line is down, or what is open is old. */
export function ShellLines() {
  return (
    <>
      <NewVersionLine />
      <OfflineLine />
    </>
  )
}

function NewVersionLine() {
  const isReady = useNewVersion()
  if (!isReady) return null
  return (
    <div className={classes.marked} role="status" data-screen-only>
      {pageWords.newVersionLater}
      <button type="button" className={classes.act} onClick={() => window.location.reload()}>
        {pageWords.reload}
      </button>
    </div>
  )
}

function OfflineLine() {
  const state = useLiveState()
  const client = useQueryClient()
  const isLong = useLate(state === 'offline', 2000)
  // Looks again every half minute; what was read meanwhile counts.
  useNow()
  if (!isLong) return null
  const lost = lostAt()
  const reads = client.getQueryCache().getAll()
  const newest = Math.max(lost?.getTime() ?? 0, ...reads.map((read) => read.state.dataUpdatedAt))
  return (
    <output className={classes.line} data-screen-only>
      <span className={classes.dot} />
      {newest > 0 ? liveWords.offlineAsOf(clockTime(new Date(newest))) : liveWords.offline}
    </output>
  )
}
