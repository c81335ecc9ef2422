import { type Acceptance, type AcceptanceKind, acceptances } from '@deskhand/contract'
import { usePages } from '../api.ts'
import rows from '../desks/Desks.module.css'
import { Button } from '../ui/Button.tsx'
import { ProblemNotice } from '../ui/ProblemNotice.tsx'
import { SectionTitle } from '../ui/SectionTitle.tsx'
import { shortDate, useNow } from '../ui/time.ts'
import { papersWords as words } from './papersWords.ts'

type PapersProps = {
  of: { person: string } | { assetId: string }
  kind?: AcceptanceKind
  title?: string
}

/** What was signed and what was given back, by a person or about a thing, newest first; nothing where there is none. */
export function Papers({ of, kind, title = words.papers }: PapersProps) {
  const list = usePages(acceptances.list, { query: { ...of, ...(kind && { kind }), limit: 10 } })
  if (list.error) return <ProblemNotice problem={list.error} onRetry={() => void list.refetch()} />
  if (list.items.length === 0) return null
  return (
    <section aria-label={title}>
      <SectionTitle>{title}</SectionTitle>
      <ul className={rows.rows} aria-label={title}>
        {list.items.map((paper) => (
          <Paper key={paper.id} paper={paper} isNamed={'assetId' in of} />
        ))}
      </ul>
      {list.hasNextPage ? (
        <Button busy={list.isFetchingNextPage} onPress={() => void list.fetchNextPage()}>
          {words.more}
        </Button>
      ) : null}
    </section>
  )
}

function Paper({ paper, isNamed }: { paper: Acceptance; isNamed: boolean }) {
  const now = useNow()
  const [first, ...rest] = paper.things
  const names = words.names(first?.name ?? '', rest.length)
  const day = shortDate(new Date(paper.decidedAt ?? paper.askedAt), now)
  const facts = [isNamed ? words.handed(paper.person.name) : null, words.facts(paper), day]
  return (
    <li className={rows.row}>
      <span>
        <a href={`/sign/${paper.id}`}>{names}</a>{' '}
        <span className={rows.about}>{facts.filter(Boolean).join(' · ')}</span>
      </span>
      <a href={`/api/v1/acceptances/${paper.id}/document`} download aria-label={words.pdfOf(names)}>
        {words.pdf}
      </a>
    </li>
  )
}
