import { Papers } from '../acceptances/Papers.tsx'
import { PersonStock } from '../stock/HeldStock.tsx'
import { ProblemNotice } from '../ui/ProblemNotice.tsx'
import { SectionTitle } from '../ui/SectionTitle.tsx'
import { ThingsOf, useThingsOf } from './ThingsOf.tsx'
import { thingsOfWords as words } from './words.ts'

/** On the page of a person: what they have. */
export default function PersonThings({ personId }: { personId: string }) {
  const { maySee, things, error, refetch } = useThingsOf(personId)
  if (!maySee) return null
  return (
    <section style={{ display: 'grid', gap: 8 }}>
      <SectionTitle>{words.theirs}</SectionTitle>
      <ProblemNotice problem={error} onRetry={() => void refetch()} />
      {things?.length === 0 ? <p style={{ color: 'var(--color-muted)' }}>{words.none}</p> : null}
      <ThingsOf personId={personId} things={things} />
      <PersonStock personId={personId} />
      <Papers of={{ person: personId }} />
    </section>
  )
}
