import { type Request, rules } from '@deskhand/contract'
import { useRead } from '../api.ts'
import { holds, useMe } from '../shell/session.ts'
import { PaneSection } from '../ui/Pane.tsx'
import { ProblemNotice } from '../ui/ProblemNotice.tsx'
import { RunLog } from './parts/RunLog.tsx'
import { ruleWords as words } from './words.ts'

/** Beside a request in the queue: what rules did to it, and why not. Nothing, where no rule did. */
export default function RulesPanel({ request }: { request: Request }) {
  const me = useMe()
  const runs = useRead(rules.ofRequest, { params: { id: request.id } })
  if (runs.error)
    return (
      <PaneSection title={words.panel}>
        <ProblemNotice problem={runs.error} onRetry={() => void runs.refetch()} />
      </PaneSection>
    )
  const all = runs.data?.data ?? []
  if (all.length === 0) return null
  return (
    <PaneSection title={words.panel}>
      <RunLog runs={all} of="request" linksRules={holds(me, 'company.manage')} />
    </PaneSection>
  )
}
