import { incidents, type ReplyOf } from '@deskhand/contract'
import { TriangleAlert } from 'lucide-react'
import { useCommand, useRead } from '../api.ts'
import { Button } from '../ui/Button.tsx'
import { Icon } from '../ui/Icon.tsx'
import { problemOf } from '../ui/problem.ts'
import { SectionTitle } from '../ui/SectionTitle.tsx'
import { TimeText } from '../ui/TimeText.tsx'
import { toast } from '../ui/toast.tsx'
import classes from './IncidentBanner.module.css'
import { incidentWords as words } from './words.ts'

type Incident = ReplyOf<typeof incidents.list>['data'][number]

/** What many have now, wherever somebody might ask for help with it. Counts of others come once a minute. */
export default function IncidentBanner() {
  const { data } = useRead(incidents.list, {}, { refetchInterval: 60_000 })
  const running = data?.data ?? []
  if (running.length === 0) return null
  return (
    <section aria-labelledby="known-problems">
      <SectionTitle size="portal" id="known-problems">
        {words.section}
      </SectionTitle>
      <ul className={classes.list}>
        {running.map((incident) => (
          <Line key={incident.id} incident={incident} />
        ))}
      </ul>
    </section>
  )
}

function Line({ incident }: { incident: Incident }) {
  const { id, title, message, site, declaredAt, affectedCount, isAffected, updates } = incident
  const [newest] = updates
  const params = { id }
  const join = useCommand(incidents.join)
  const leave = useCommand(incidents.leave)
  const fail = (thrown: unknown) => toast(words.failed(problemOf(thrown)?.detail ?? ''))
  const takeBack = () => leave.mutate({ params }, { onSuccess: () => toast(words.left), onError: fail })
  const say = () =>
    join.mutate(
      { params, body: {} },
      { onSuccess: () => toast(words.joined, { undo: takeBack }), onError: fail },
    )
  return (
    <li className={classes.line}>
      <span className={classes.sign}>
        <Icon of={TriangleAlert} />
      </span>
      <div className={classes.words}>
        <h3 className={classes.title}>{title}</h3>
        <p className={classes.text}>{message}</p>
        {newest ? (
          <p className={classes.text}>
            <strong>
              {words.lastUpdate} <TimeText at={newest.createdAt} />:
            </strong>{' '}
            {newest.message}
          </p>
        ) : null}
        <p className={classes.about}>
          {words.where(site)} · {words.since} <TimeText at={declaredAt} form="stamp" /> ·{' '}
          <span role="status">
            {isAffected ? words.countWithMe(affectedCount) : words.count(affectedCount)}
          </span>
        </p>
      </div>
      {isAffected ? (
        <Button busy={leave.isPending} label={words.leaveNamed(title)} onPress={takeBack}>
          {words.leave}
        </Button>
      ) : (
        <Button variant="primary" busy={join.isPending} label={words.joinNamed(title)} onPress={say}>
          {words.join}
        </Button>
      )}
    </li>
  )
}
