import { desks, type ReplyOf } from '@deskhand/contract'
import { useEffect } from 'react'
import { useRead } from '../../api.ts'
import { SectionTitle } from '../../ui/SectionTitle.tsx'
import { useNow } from '../../ui/time.ts'
import { openState, timeThere } from '../openState.ts'
import { hoursWords as words } from '../words.ts'
import classes from './DeskHours.module.css'

type Desk = ReplyOf<typeof desks.list>['data'][number]

/** Which desks are there now, when the others open, and how else one reaches them. */
export default function DeskHours() {
  const { data, refetch } = useRead(desks.list, {}, { staleTime: 300_000 })
  const now = useNow()
  const all = data?.data ?? []
  const isOld = all.some(({ hours }) => openState(hours, now) === null)
  useEffect(() => {
    if (isOld) void refetch()
  }, [isOld, refetch])
  if (all.length === 0) return null
  return (
    <section aria-labelledby="home-hours">
      <SectionTitle size="portal" id="home-hours">
        {words.title}
      </SectionTitle>
      <ul className={classes.desks}>
        {all.map((desk) => (
          <DeskRow key={desk.id} desk={desk} now={now} />
        ))}
      </ul>
    </section>
  )
}

function DeskRow({ desk, now }: { desk: Desk; now: Date }) {
  const state = openState(desk.hours, now)
  const there = timeThere(desk.hours, now)
  return (
    <li className={classes.desk}>
      <span className={classes.name}>{desk.name}</span>
      <span className={classes.state} data-open={state?.isOpen || undefined}>
        {state?.text}
        {there ? <span className={classes.there}>{there}</span> : null}
      </span>
      <Ways desk={desk} />
    </li>
  )
}

function Ways({ desk: { name, contactEmail, contactPhone, contactPlace } }: { desk: Desk }) {
  if (!contactEmail && !contactPhone && !contactPlace) return null
  return (
    <span className={classes.ways}>
      {contactPhone ? (
        <a href={`tel:${contactPhone.replace(/[^\d+]/g, '')}`} aria-label={words.call(name, contactPhone)}>
          {contactPhone}
        </a>
      ) : null}
      {contactEmail ? <a href={`mailto:${contactEmail}`}>{contactEmail}</a> : null}
      {contactPlace ? <span>{contactPlace}</span> : null}
    </span>
  )
}
