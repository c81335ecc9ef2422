import { licences } from '@deskhand/contract'
import { useRead } from '../api.ts'
import { holds, useMe } from '../shell/session.ts'
import { ProblemNotice } from '../ui/ProblemNotice.tsx'
import { SectionTitle } from '../ui/SectionTitle.tsx'
import classes from './Licences.module.css'
import { HeldSeats } from './parts/HeldSeats.tsx'
import { seatWords as words } from './words.ts'

/** On the page of a person, beside their things: seats that they have. */
export default function PersonLicences({ personId }: { personId: string }) {
  const maySee = holds(useMe(), 'assets.read')
  const { data, error, refetch } = useRead(
    licences.ofPerson,
    { params: { id: personId } },
    { enabled: maySee },
  )
  if (!maySee) return null
  return (
    <section>
      <SectionTitle>{words.ofPerson}</SectionTitle>
      <ProblemNotice problem={error} onRetry={() => void refetch()} />
      {data?.data.length === 0 ? <p className={classes.muted}>{words.nobody}</p> : null}
      {data && data.data.length > 0 ? <HeldSeats seats={data.data} label={words.ofPerson} /> : null}
    </section>
  )
}
