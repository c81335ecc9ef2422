import { FreedBecause, type LicenceEvent, LicenceTermState, licences } from '@deskhand/contract'
import { usePages } from '../../api.ts'
import { LedgerEvent } from '../../ui/Ledger.tsx'
import { LoadMore } from '../../ui/LoadMore.tsx'
import { ProblemNotice } from '../../ui/ProblemNotice.tsx'
import { SectionTitle } from '../../ui/SectionTitle.tsx'
import { SkeletonRows } from '../../ui/SkeletonRows.tsx'
import classes from '../Licences.module.css'
import { licenceHistoryWords as words } from '../words.ts'

/** What happened to a licence, newest first: a sentence each, and what each changed. */
export function LicenceHistory({ id }: { id: string }) {
  const pages = usePages(licences.events, { params: { id }, query: { limit: 20 } })
  return (
    <section className={classes.section} aria-label={words.title}>
      <SectionTitle>{words.title}</SectionTitle>
      <ProblemNotice problem={pages.error} onRetry={() => void pages.refetch()} />
      {pages.isPending ? <SkeletonRows rows={3} /> : null}
      {pages.isSuccess && pages.items.length === 0 ? <p className={classes.muted}>{words.none}</p> : null}
      <ol aria-label={words.title}>
        {pages.items.map((event) => (
          <li key={event.id}>
            <LedgerEvent at={event.at}>
              {event.words}
              {detailOf(event) ? <span className={classes.muted}> {detailOf(event)}</span> : null}
            </LedgerEvent>
          </li>
        ))}
      </ol>
      {pages.hasNextPage ? (
        <LoadMore
          label={words.older}
          busy={pages.isFetchingNextPage}
          onPress={() => void pages.fetchNextPage()}
        />
      ) : null}
    </section>
  )
}

/** To whom, from where to where, what became what; nothing where the sentence says it all. */
function detailOf({ name, details, changes }: LicenceEvent): string {
  const to = typeof details['to'] === 'string' ? details['to'] : ''
  if (name === 'licence.seat_assigned') return words.to(to)
  const because = FreedBecause.safeParse(details['because'])
  if (because.success) return words.from(to, because.data)
  const [from, into] = [LicenceTermState.safeParse(details['from']), LicenceTermState.safeParse(to)]
  if (from.success && into.success) {
    const reason = typeof details['reason'] === 'string' ? `: ${details['reason']}` : ''
    return `${words.moved(from.data, into.data)}${reason}`
  }
  return Object.entries(changes)
    .filter(([field]) => !words.hidden.has(field))
    .map(([field, [before, after]]) => `${words.field(field)}: ${textOf(before)} → ${textOf(after)}`)
    .join('; ')
}

function textOf(value: unknown): string {
  if (typeof value === 'boolean') return value ? words.yes : words.no
  return value === null || value === '' ? words.nothing : String(value)
}
