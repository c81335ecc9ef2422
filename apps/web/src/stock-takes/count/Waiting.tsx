import { Button } from '../../ui/Button.tsx'
import { countWords as words } from '../words.ts'
import classes from './Count.module.css'
import type { Kept } from './CountPage.tsx'
import type { WaitingScan } from './store.ts'

type WaitingProps = {
  waiting: readonly WaitingScan[]
  kept: Kept
  personId: string
  onDrop: (id: string) => void
}

const readiness = { preparing: words.preparing, ready: words.ready, no: words.notReady } as const

/** What has not reached the server, and whether one can close the page meanwhile. */
export function Waiting({ waiting, kept, personId, onDrop }: WaitingProps) {
  const own = waiting.filter((scan) => scan.personId === personId)
  const refused = own.filter(({ refusal }) => refusal)
  const later = own.length - refused.length
  const ofOthers = waiting.length - own.length
  return (
    <div className={classes.waiting}>
      <p role="status" className={later > 0 ? classes.later : classes.quiet}>
        {later > 0 ? words.waits(later) : words.nothingToSend} {readiness[kept]}
      </p>
      {ofOthers > 0 ? <p className={classes.quiet}>{words.otherPerson(ofOthers)}</p> : null}
      {refused.length > 0 ? (
        <>
          <p>{words.refusedCount(refused.length)}</p>
          <ul className={classes.list} aria-label={words.refusedCount(refused.length)}>
            {refused.map(({ clientScanId, code, refusal }) => (
              <li key={clientScanId} className={classes.row}>
                <span>
                  {code} <span className={classes.quiet}>{refusal}</span>
                </span>
                <Button
                  size="small"
                  variant="quiet"
                  label={words.dropLabel(code)}
                  onPress={() => onDrop(clientScanId)}
                >
                  {words.drop}
                </Button>
              </li>
            ))}
          </ul>
        </>
      ) : null}
    </div>
  )
}
