import { type Request, sla } from '@deskhand/contract'
import { useRead } from '../api.ts'
import { SectionTitle } from '../ui/SectionTitle.tsx'
import { promiseSentence } from './promiseSentence.ts'
import classes from './SlaPanel.module.css'
import { slaWords as words } from './words.ts'

/** On the page of whoever asked: what was promised, in sentences. */
export default function PromiseBlock({ request }: { request: Request }) {
  const { data } = useRead(sla.get, { params: { id: request.id } })
  const open = (data?.clocks ?? []).filter(
    (clock) => clock.state !== 'STOPPED' && clock.targetSeconds !== null,
  )
  if (!data || open.length === 0) return null
  return (
    <section aria-labelledby="promises">
      <SectionTitle size="portal" id="promises">
        {words.employeeTitle}
      </SectionTitle>
      {[...new Set(open.map((clock) => promiseSentence(clock, request)))].map((sentence) => (
        <p key={sentence}>{sentence}</p>
      ))}
      <p className={classes.why}>{words.hours(data.calendar.hours)}</p>
    </section>
  )
}
