import { type Activity, files, type Request } from '@deskhand/contract'
import { useRef } from 'react'
import { address } from '../../call.ts'
import EntryText from '../../entries/EntryText.tsx'
import { EntryMenu } from '../../merges/EntryMenu.tsx'
import { mergeWords } from '../../merges/words.ts'
import { activitySentence, textOf } from '../../requests/activitySentence.ts'
import { AttachmentList } from '../../ui/AttachmentList.tsx'
import { DayRule, Ledger, LedgerEntry, LedgerEvent, LedgerFold, NewRule } from '../../ui/Ledger.tsx'
import { ProblemNotice } from '../../ui/ProblemNotice.tsx'
import { SkeletonRows } from '../../ui/SkeletonRows.tsx'
import { ledgerSentence, timelineParts } from '../timelineParts.ts'

export type TimelineView = 'all' | 'talk' | 'notes' | 'history'

/** What a keyset read of activities gives; its first page is the newest. */
type ActivityPages = {
  data: { pages: readonly { data: Activity[] }[] } | undefined
  isPending: boolean
  isError: boolean
  error: unknown
  hasNextPage: boolean
  isFetchingNextPage: boolean
  fetchNextPage: () => unknown
  refetch: () => unknown
}

type TimelineProps = {
  request: Request
  activities: ActivityPages
  view: TimelineView
  /** Entries that came while one wrote. */
  marked?: ReadonlySet<string>
}

const none: ReadonlySet<string> = new Set()

const fits: Record<TimelineView, (entry: Activity) => boolean> = {
  all: () => true,
  talk: (entry) => !entry.isInternal && textOf(entry) !== null,
  notes: (entry) => entry.isInternal,
  history: (entry) => entry.activityType !== 'COMMENT',
}

/** Everything that happened, as a ledger: messages whole, changes on one line, changes in a row folded. */
export function Timeline({ request, activities, view, marked = none }: TimelineProps) {
  // The first look decides where "new since you looked" stands; it does not move while one reads.
  const lookedAt = useRef(request.isUnread ? request.readAt : null)
  if (activities.isError && !activities.data) {
    return <ProblemNotice problem={activities.error} onRetry={() => void activities.refetch()} />
  }
  if (activities.isPending) return <SkeletonRows rows={5} />
  const entries = (activities.data?.pages ?? []).toReversed().flatMap((page) => page.data)
  const parts = timelineParts(entries.filter(fits[view]), lookedAt.current)
  // The text comes right after the line that says who opened it, where that line is loaded.
  const [first] = parts
  const opened = first?.kind === 'entry' && first.entry.metadata['event'] === 'opened' ? first.entry : null
  const showsText = !activities.hasNextPage && view !== 'notes' && view !== 'history'
  const opening = (
    <>
      {opened ? <Entry entry={opened} request={request} /> : null}
      {request.description && showsText ? (
        <LedgerEntry at={request.createdAt} author={request.requester.name}>
          {request.description}
        </LedgerEntry>
      ) : null}
    </>
  )
  return (
    <Ledger
      newest={entries.at(-1)?.id ?? null}
      onLoadOlder={activities.hasNextPage ? () => void activities.fetchNextPage() : undefined}
      loadingOlder={activities.isFetchingNextPage}
    >
      {opening}
      {parts.slice(opened ? 1 : 0).map((part) => {
        if (part.kind === 'day') return <DayRule key={`day ${part.at}`} at={part.at} />
        if (part.kind === 'new') return <NewRule key="new" />
        if (part.kind === 'fold') {
          return (
            <LedgerFold
              key={part.events[0]?.id}
              at={part.at}
              name={part.name}
              events={part.events.map((entry) => ({
                id: entry.id,
                at: entry.createdAt,
                words: ledgerSentence(entry),
              }))}
            />
          )
        }
        return (
          <Entry
            key={part.entry.id}
            entry={part.entry}
            request={request}
            isMarked={marked.has(part.entry.id)}
          />
        )
      })}
    </Ledger>
  )
}

function Entry({
  entry,
  request,
  isMarked = false,
}: {
  entry: Activity
  request: Request
  isMarked?: boolean
}) {
  const text = textOf(entry)
  const list = entry.attachments.length > 0 ? <Files entry={entry} /> : null
  if (text === null) {
    return (
      <LedgerEvent at={entry.createdAt} isMarked={isMarked}>
        {ledgerSentence(entry)}
        {list}
      </LedgerEvent>
    )
  }
  return (
    <LedgerEntry
      at={entry.createdAt}
      author={entry.authorName}
      kind={entry.isInternal ? 'note' : 'message'}
      via={viaOf(entry)}
      files={list}
      isMarked={isMarked}
      menu={<EntryMenu request={request} entry={entry} />}
    >
      <EntryText
        requestId={request.id}
        entry={entry}
        text={text}
        canWrite={request.can.includes('comment')}
      />
    </LedgerEntry>
  )
}

/** What stands beside the name: the role or the deed, and from which merged request it comes. */
function viaOf(entry: Activity) {
  const said =
    entry.activityType === 'COMMENT' ? entry.authorRole : activitySentence(entry, { withoutName: true })
  if (!entry.fromReference) return said
  return [said, mergeWords.from(entry.fromReference)].filter(Boolean).join(', ')
}

function Files({ entry }: { entry: Activity }) {
  return (
    <AttachmentList
      attachments={entry.attachments.map((file) => {
        const params = { id: file.requestId, attachmentId: file.id }
        return {
          ...file,
          href: address(files.download, { params }),
          previewSrc: file.hasPreview ? address(files.preview, { params }) : null,
        }
      })}
    />
  )
}
