import { type Activity, files as fileRoutes, type Request } from '@deskhand/contract'
import { useEffect, useMemo, useRef } from 'react'
import { address } from '../../../call.ts'
import EntryText from '../../../entries/EntryText.tsx'
import { AttachmentList } from '../../../ui/AttachmentList.tsx'
import { Button } from '../../../ui/Button.tsx'
import { Bubble, Conversation, ConversationDay, ConversationEvent } from '../../../ui/Conversation.tsx'
import { ProblemNotice } from '../../../ui/ProblemNotice.tsx'
import { SkeletonRows } from '../../../ui/SkeletonRows.tsx'
import { TimeText } from '../../../ui/TimeText.tsx'
import { type TalkPart, talkParts } from '../talk.ts'
import { requestWords as words } from '../words.ts'
import type { OwnMessage } from './ReplyBox.tsx'
import classes from './RequestTalk.module.css'

type Pages = {
  isPending: boolean
  error: unknown
  hasNextPage: boolean
  isFetchingNextPage: boolean
  fetchNextPage: () => unknown
  refetch: () => unknown
}

type RequestTalkProps = {
  request: Request
  activities: Pages
  /** Oldest first. */
  entries: readonly Activity[]
  /** Messages on their way, shown at once. */
  own: readonly OwnMessage[]
  readerId: string
  /** The last of the reader's side that the desk has read. */
  seen: { activityId: string; at: string } | null
}

/** A request as a conversation between whoever asked and the desk. */
export function RequestTalk({ request, activities, entries, own, readerId, seen }: RequestTalkProps) {
  // Where "new" begins is decided by the first look and does not move while one reads.
  const lookedAt = useRef(request.isUnread ? request.readAt : null)
  const end = useRef<HTMLDivElement>(null)
  const arrived = useMemo(() => new Set(entries.map(({ id }) => id)), [entries])
  const waiting = own.filter(({ activityId }) => !activityId || !arrived.has(activityId))
  const hidden = new Set(waiting.flatMap(({ attachmentIds }) => attachmentIds))

  // To what was just sent, and once more when it arrived with its pictures.
  const sent = own.length
  const arrivedOf = sent - waiting.length
  useEffect(() => {
    if (sent + arrivedOf > 0) end.current?.scrollIntoView({ block: 'end' })
  }, [sent, arrivedOf])

  if (activities.isPending) return <SkeletonRows rows={4} />
  if (activities.error && entries.length === 0)
    return <ProblemNotice problem={activities.error} onRetry={() => void activities.refetch()} />

  const parts = talkParts(request, entries, {
    readerId,
    lookedAt: lookedAt.current,
    hidden,
    isWhole: !activities.hasNextPage,
  })
  return (
    <>
      {activities.hasNextPage ? (
        <div className={classes.older}>
          <Button
            variant="quiet"
            busy={activities.isFetchingNextPage}
            onPress={() => void activities.fetchNextPage()}
          >
            {words.older}
          </Button>
        </div>
      ) : null}
      <Conversation label={words.conversation(request.referenceNumber)}>
        {parts.map((part) => (
          <Line key={part.key} part={part} request={request} readerId={readerId} seen={seen} />
        ))}
        {waiting.map((message) => (
          <Bubble
            key={message.key}
            side="own"
            author={words.you}
            at={message.at}
            pending={!message.activityId}
          >
            {message.text}
          </Bubble>
        ))}
      </Conversation>
      <div ref={end} className={classes.end} />
    </>
  )
}

type LineProps = { part: TalkPart; request: Request; readerId: string; seen: RequestTalkProps['seen'] }

function Line({ part, request, readerId, seen }: LineProps) {
  switch (part.kind) {
    case 'day':
      return <ConversationDay at={part.at} />
    case 'new':
      return (
        <p className={classes.new}>
          <span data-marked>{words.newSince}</span>
        </p>
      )
    case 'event':
      return (
        <ConversationEvent>
          {part.words} <TimeText at={part.at} form="clock" />
        </ConversationEvent>
      )
    case 'bubble':
      return (
        <Bubble
          side={part.authorId === readerId ? 'own' : 'other'}
          author={part.author}
          at={part.at}
          files={<Files files={part.files} />}
          seenAt={part.key === seen?.activityId ? seen.at : null}
        >
          {part.entry && part.text !== null ? (
            <EntryText
              requestId={request.id}
              entry={part.entry}
              text={part.text}
              canWrite={request.can.includes('comment')}
            />
          ) : (
            part.text
          )}
        </Bubble>
      )
  }
}

function Files({ files }: { files: Activity['attachments'] }) {
  return (
    <AttachmentList
      attachments={files.map((file) => {
        const params = { id: file.requestId, attachmentId: file.id }
        return {
          ...file,
          href: address(fileRoutes.download, { params }),
          previewSrc: file.hasPreview ? address(fileRoutes.preview, { params }) : null,
        }
      })}
    />
  )
}
