import { requests } from '@deskhand/contract'
import { usePages } from '../../api.ts'
import { glyphStateOf } from '../../requests/glyphState.ts'
import { Button } from '../../ui/Button.tsx'
import { daysInText } from '../../ui/daysInText.ts'
import { LinkRow, LinkRows } from '../../ui/LinkRow.tsx'
import { ProblemNotice } from '../../ui/ProblemNotice.tsx'
import { SectionTitle } from '../../ui/SectionTitle.tsx'
import { StatusGlyph } from '../../ui/StatusGlyph.tsx'
import { Tag } from '../../ui/Tag.tsx'
import { TimeText } from '../../ui/TimeText.tsx'
import type { WholePerson } from '../personDraft.ts'
import { personWords as words } from '../words.ts'
import classes from './PersonAside.module.css'

/** What somebody asked for, as far as the reader may see it; the newest first. */
export function PersonRequests({ person }: { person: WholePerson }) {
  const list = usePages(requests.list, { query: { requester: person.id, limit: 8 } })
  return (
    <section className={classes.section}>
      <SectionTitle
        action={
          <span className={classes.count}>{words.counts(person.openRequestCount, person.requestCount)}</span>
        }
      >
        {words.requests}
      </SectionTitle>
      <ProblemNotice problem={list.error} onRetry={() => void list.refetch()} />
      {list.isSuccess && list.items.length === 0 ? (
        <p className={classes.none}>{words.noRequests}</p>
      ) : (
        <LinkRows label={words.requests}>
          {list.items.map((request) => (
            <LinkRow
              key={request.id}
              href={`/r/${request.referenceNumber}`}
              title={daysInText(request.summary)}
              about={
                <span className={classes.line}>
                  <Tag reference={request.referenceNumber} size="compact" />{' '}
                  <TimeText at={request.createdAt} />
                </span>
              }
              glyph={<StatusGlyph state={glyphStateOf(request)} />}
            />
          ))}
        </LinkRows>
      )}
      {list.hasNextPage ? (
        <Button
          size="small"
          variant="quiet"
          busy={list.isFetchingNextPage}
          onPress={() => void list.fetchNextPage()}
        >
          {words.more}
        </Button>
      ) : null}
    </section>
  )
}
