import type { ReactNode } from 'react'
import { ProblemNotice } from '../../ui/ProblemNotice.tsx'
import { problemOf } from '../../ui/problem.ts'
import { useLate } from '../../ui/useLate.ts'
import { entranceWords, tokenWords as words } from '../words.ts'
import { Entrance } from './Entrance.tsx'
import { type Inspected, tokenInAddress, useInspected } from './tokenInAddress.ts'

type TokenGateProps = {
  purpose: Inspected['purpose']
  /** Where a new link can be asked for. */
  again: { href: string; words: string } | null
  children: (token: string, about: Inspected) => ReactNode
}

/** Shows its page only to a token that still works; otherwise says what is wrong with the link. */
export function TokenGate({ purpose, again, children }: TokenGateProps) {
  const token = tokenInAddress()
  const inspected = useInspected(token)
  const isLate = useLate(inspected.isPending && token !== null, 400)
  const isRefused = inspected.error && (problemOf(inspected.error)?.status ?? 500) < 500
  const about = inspected.data?.purpose === purpose ? inspected.data : null

  if (token && about) return children(token, about)
  if (token && inspected.isPending) return isLate ? <Entrance title={words.loading}>{null}</Entrance> : null
  if (inspected.error && !isRefused) {
    return (
      <Entrance title={words.loading}>
        <ProblemNotice problem={inspected.error} onRetry={() => void inspected.refetch()} />
      </Entrance>
    )
  }
  const isWhole = token !== null
  return (
    <Entrance
      title={isWhole ? words.gone : words.missing}
      about={isWhole ? (problemOf(inspected.error)?.detail ?? null) : words.missingAbout}
    >
      {again ? <a href={again.href}>{again.words}</a> : null}
      <a href="/sign-in">{entranceWords.toSignIn}</a>
    </Entrance>
  )
}
