import { incidents, type Preview } from '@deskhand/contract'
import { useCommand } from '../../api.ts'
import { glyphStateOf } from '../../requests/glyphState.ts'
import { Button } from '../../ui/Button.tsx'
import { daysInText } from '../../ui/daysInText.ts'
import { problemOf } from '../../ui/problem.ts'
import { StatusGlyph } from '../../ui/StatusGlyph.tsx'
import { Tag } from '../../ui/Tag.tsx'
import { toast } from '../../ui/toast.tsx'
import { previewWords as words } from '../words.ts'
import classes from './AskPreview.module.css'

/** One's own open requests and known problems that sound like what is being written, before it is sent twice. */
export default function AlreadyThere({ preview: { own, incidents: known } }: { preview: Preview }) {
  if (own.length + known.length === 0) return null
  return (
    <section className={classes.alike} aria-label={words.there}>
      <p role="status">{words.thereAbout(own.length, known.length)}</p>
      <ul>
        {known.map((incident) => (
          <Known key={incident.id} incident={incident} />
        ))}
        {own.map(({ id, referenceNumber, summary, status }) => (
          <li key={id}>
            <StatusGlyph state={glyphStateOf({ status, closedAt: null })} />
            <Tag reference={referenceNumber} size="compact" href={`/r/${referenceNumber}`} />
            <span className={classes.words}>{daysInText(summary)}</span>
          </li>
        ))}
      </ul>
    </section>
  )
}

function Known({ incident: { id, title, isAffected } }: { incident: Preview['incidents'][number] }) {
  const join = useCommand(incidents.join)
  return (
    <li>
      <span className={classes.words}>{title}</span>
      {isAffected || join.isSuccess ? (
        <span className={classes.quiet}>{words.counted}</span>
      ) : (
        <Button
          size="small"
          busy={join.isPending}
          label={words.meTooNamed(title)}
          onPress={() =>
            join.mutate(
              { params: { id }, body: {} },
              { onError: (thrown) => toast(problemOf(thrown)?.detail ?? '') },
            )
          }
        >
          {words.meToo}
        </Button>
      )}
    </li>
  )
}
