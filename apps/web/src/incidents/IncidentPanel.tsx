import { incidents, type ReplyOf, type Request } from '@deskhand/contract'
import { Textarea } from '@mantine/core'
import { type FormEvent, lazy, useState } from 'react'
import { useCommand, useRead } from '../api.ts'
import { Button } from '../ui/Button.tsx'
import { Opening } from '../ui/Opening.tsx'
import { PaneSection } from '../ui/Pane.tsx'
import { PersonChip } from '../ui/PersonChip.tsx'
import { problemOf } from '../ui/problem.ts'
import { toast } from '../ui/toast.tsx'
import classes from './IncidentBanner.module.css'
import { incidentWords, leadWords as words } from './words.ts'

const EndDialog = lazy(() => import('./EndDialog.tsx'))

type Incident = ReplyOf<typeof incidents.list>['data'][number]
const shown = 50

/** Beside the request of a running incident: who has it too, and one word to all of them. */
export default function IncidentPanel({ request }: { request: Request }) {
  const { data } = useRead(incidents.list, {})
  const incident = data?.data.find(({ requestId }) => requestId === request.id)
  return incident ? <Running incident={incident} /> : null
}

function Running({ incident }: { incident: Incident }) {
  const { id, title, site, affectedCount, isLed } = incident
  const people = useRead(
    incidents.affected,
    { params: { id }, query: { limit: shown } },
    { keepPrevious: true },
  )
  const listed = people.data?.data ?? []
  return (
    <PaneSection title={words.title}>
      <div className={classes.panel}>
        <p className={classes.head}>{title}</p>
        <p className={classes.quiet} role="status">
          {incidentWords.where(site)} · {words.affected(affectedCount)}
        </p>
        <ul className={classes.people}>
          {listed.map((one) => (
            <li key={one.personId}>
              <PersonChip name={one.name} about={one.site ?? one.department} />
            </li>
          ))}
        </ul>
        {affectedCount > listed.length && listed.length > 0 ? (
          <p className={classes.quiet}>{words.more(affectedCount - listed.length)}</p>
        ) : null}
        {isLed ? <Lead incident={incident} /> : null}
      </div>
    </PaneSection>
  )
}

/** What whoever leads it can do. */
function Lead({ incident: { id, affectedCount } }: { incident: Incident }) {
  const params = { id }
  const [text, setText] = useState('')
  const [isEnding, setEnding] = useState(false)
  const update = useCommand(incidents.update)
  const fail = (thrown: unknown) => toast(incidentWords.failed(problemOf(thrown)?.detail ?? ''))
  function tell(event: FormEvent) {
    event.preventDefault()
    const message = text.trim()
    if (!message) return
    update.mutate(
      { params, body: { message } },
      {
        onSuccess: () => {
          setText('')
          toast(words.sent(affectedCount))
        },
        onError: fail,
      },
    )
  }
  return (
    <form className={classes.panel} onSubmit={tell}>
      <Textarea
        label={words.update}
        size="xs"
        autosize
        minRows={2}
        maxRows={8}
        maxLength={2000}
        value={text}
        onChange={(event) => setText(event.currentTarget.value)}
      />
      <div className={classes.row}>
        <Button
          type="submit"
          size="small"
          variant="primary"
          busy={update.isPending}
          disabledReason={text.trim() ? null : words.empty}
        >
          {words.send}
        </Button>
        <Button size="small" onPress={() => setEnding(true)}>
          {words.end}
        </Button>
      </div>
      {isEnding ? (
        <Opening>
          <EndDialog id={id} onClose={() => setEnding(false)} />
        </Opening>
      ) : null}
    </form>
  )
}
