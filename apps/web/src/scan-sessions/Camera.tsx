import { useEffect, useRef, useState } from 'react'
import { ProblemNotice } from '../ui/ProblemNotice.tsx'
import classes from './Scan.module.css'
import { watchCodes } from './watchCodes.ts'
import { scanWords as words } from './words.ts'

/** Reads codes continuously while it is on screen. */
export default function Camera({ onCode }: { onCode: (code: string) => void }) {
  const video = useRef<HTMLVideoElement>(null)
  const latest = useRef(onCode)
  const [problem, setProblem] = useState<string | null>(null)
  useEffect(() => {
    latest.current = onCode
  }, [onCode])
  useEffect(() => {
    if (!video.current) return
    return watchCodes(video.current, {
      onCode: (code) => latest.current(code),
      onRefused: () => setProblem(words.cameraRefused),
    })
  }, [])
  if (problem) return <ProblemNotice problem={new Error(problem)} />
  return (
    <div className={classes.view}>
      <video ref={video} muted playsInline aria-label={words.cameraTitle} />
      <div className={classes.reticle} aria-hidden="true" />
    </div>
  )
}
