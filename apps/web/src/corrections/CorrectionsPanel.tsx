import { corrections, type Request } from '@deskhand/contract'
import { useRead } from '../api.ts'
import { PaneSection } from '../ui/Pane.tsx'
import { ChangeList } from './ChangeList.tsx'
import classes from './Corrections.module.css'
import { Decide } from './Decide.tsx'
import { correctionWords as words } from './words.ts'

/** Beside a request in the queue: what was corrected of it, and what waits for a second person; nothing where there is none. */
export default function CorrectionsPanel({ request }: { request: Request }) {
  const { id, can } = request
  const { data } = useRead(corrections.ofRequest, { params: { id } }, { enabled: can.includes('tag') })
  const all = data?.data ?? []
  if (all.length === 0) return null
  return (
    <PaneSection title={words.title}>
      {all.map((correction) => {
        const { state, proposedBy, decidedBy, reason, refusal, changes } = correction
        return (
          <div key={correction.id} className={classes.one}>
            <p className={classes.about}>{words.states[state](proposedBy.name, decidedBy?.name ?? '')}</p>
            <ChangeList changes={changes} />
            <p className={classes.said}>{refusal ?? reason}</p>
            {state === 'PROPOSED' && correction.can.length === 0 ? (
              <p className={classes.about}>{words.waitsFor}</p>
            ) : null}
            {correction.can.length > 0 ? <Decide correction={correction} /> : null}
          </div>
        )
      })}
    </PaneSection>
  )
}
