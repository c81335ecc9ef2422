import { type Lookalike, lookalikes, merges, type Request } from '@deskhand/contract'
import { useCommand, useRead } from '../api.ts'
import { useUndo } from '../operations/useUndo.tsx'
import { glyphStateOf } from '../requests/glyphState.ts'
import { Button } from '../ui/Button.tsx'
import { daysInText } from '../ui/daysInText.ts'
import { PaneSection } from '../ui/Pane.tsx'
import { problemOf } from '../ui/problem.ts'
import { StatusGlyph } from '../ui/StatusGlyph.tsx'
import { Tag } from '../ui/Tag.tsx'
import { TimeText } from '../ui/TimeText.tsx'
import { toast } from '../ui/toast.tsx'
import classes from './LookalikesPanel.module.css'
import { lookalikeWords as words } from './words.ts'

/** What sounds like the request that is open: duplicates to merge, and how others like it were solved. */
export default function LookalikesPanel({ request }: { request: Request }) {
  const isStaff = request.can.includes('note')
  const { data } = useRead(
    lookalikes.list,
    { params: { id: request.id } },
    { enabled: isStaff, staleTime: 60_000 },
  )
  const found = data?.data ?? []
  if (!isStaff || found.length === 0) return null
  return (
    <PaneSection title={words.panel}>
      <ul className={classes.list}>
        {found.slice(0, 5).map((one) => (
          <Row key={one.id} request={request} one={one} />
        ))}
      </ul>
    </PaneSection>
  )
}

function Row({ request, one }: { request: Request; one: Lookalike }) {
  const { id, referenceNumber, summary, status, requesterName, createdAt, settledAt, resolutionText } = one
  const merge = useCommand(merges.merge)
  const { undo, dialog } = useUndo()
  const mayMerge = one.isLikelyDuplicate && !request.isMerged && !request.closedAt

  async function join() {
    try {
      const done = await merge.mutateAsync({ params: { id: request.id }, body: { requestIds: [id] } })
      toast(words.merged(referenceNumber, request.referenceNumber), {
        undo: () => undo(done.operationId, 1),
      })
    } catch (thrown) {
      toast(problemOf(thrown)?.detail ?? '')
    }
  }
  return (
    <li className={classes.row}>
      <span className={classes.head}>
        <StatusGlyph state={glyphStateOf({ ...one, closedAt: null })} />
        <Tag reference={referenceNumber} size="compact" href={`/r/${referenceNumber}`} />
        {one.isLikelyDuplicate ? <span className={classes.likely}>{words.likely}</span> : null}
      </span>
      <span className={classes.summary}>{daysInText(summary)}</span>
      <span className={classes.quiet}>
        {words.by(requesterName)} · <TimeText at={settledAt ?? createdAt} />
      </span>
      {status === 'RESOLVED' && resolutionText ? (
        <span className={classes.quiet}>{words.solved(resolutionText)}</span>
      ) : null}
      {mayMerge ? (
        <span>
          <Button
            size="small"
            busy={merge.isPending}
            label={words.mergeNamed(referenceNumber)}
            onPress={() => void join()}
          >
            {words.merge}
          </Button>
        </span>
      ) : null}
      {dialog}
    </li>
  )
}
