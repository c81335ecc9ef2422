import { type Activity, type Request, requests } from '@deskhand/contract'
import { Suspense, useCallback, useEffect, useRef, useState } from 'react'
import { useAddressQuery } from '../../../address.ts'
import { useCommand, usePages } from '../../../api.ts'
import { useTopics } from '../../../live.ts'
import { useHere, usePresent } from '../../../presence/board.ts'
import { TypingLine } from '../../../presence/TypingLine.tsx'
import { useSeen } from '../../../presence/useSeen.ts'
import { presenceWords } from '../../../presence/words.ts'
import { useMe } from '../../../shell/session.ts'
import { Drawn } from '../../../ui/Drawn.tsx'
import { Page } from '../../../ui/Page.tsx'
import { useSettled } from '../../../ui/useSettled.ts'
import { requestBlocks } from '../blocks.tsx'
import { useDeskPromise } from '../deskNames.ts'
import { requestWords as words } from '../words.ts'
import { type OwnMessage, ReplyBox } from './ReplyBox.tsx'
import { RequestAside } from './RequestAside.tsx'
import { RequestHead } from './RequestHead.tsx'
import classes from './RequestLetter.module.css'
import { RequestTalk } from './RequestTalk.tsx'
import { TalkWaiting } from './RequestWaiting.tsx'

/** Looking at it is reading it: the mark goes to the server while the page can be seen. */
function useReadMark({ id, isUnread, updatedAt }: Request) {
  const { mutate } = useCommand(requests.markRead)
  // biome-ignore lint/correctness/useExhaustiveDependencies: what comes in while one looks is read as well
  useEffect(() => {
    if (!isUnread) return
    const mark = () => {
      if (document.visibilityState === 'visible') mutate({ params: { id } })
    }
    mark()
    document.addEventListener('visibilitychange', mark)
    return () => document.removeEventListener('visibilitychange', mark)
  }, [id, isUnread, updatedAt, mutate])
}

/** Whether nobody has said or done anything to it since it was sent; what only waits for its approval still counts. */
function useStandsAsSent({ status, reviewKind }: Request, entries: readonly Activity[]) {
  const [first] = useState(status)
  const awaits = status === 'IN_REVIEW' && reviewKind === 'APPROVAL'
  return (
    (status === first || awaits) &&
    !entries.some(({ activityType, authorId }) => activityType === 'COMMENT' && authorId !== null)
  )
}

/** `?sent=1` is read once and leaves the address, so that a reload does not say it again. */
function useJustSent() {
  const { query, change } = useAddressQuery()
  const [isSent] = useState(query.has('sent'))
  useEffect(() => {
    if (isSent) change({ sent: null })
  }, [isSent, change])
  return isSent
}

const blocks = (where: 'above' | 'aside', request: Request, onDrawn: () => void) => (
  <Suspense fallback={null}>
    {requestBlocks
      .filter(({ place }) => place === where)
      .map(({ id, Block }) => (
        <Block key={id} request={request} />
      ))}
    <Drawn onDrawn={onDrawn} />
  </Suspense>
)

export function RequestLetter({ request }: { request: Request }) {
  const me = useMe()
  const { id, referenceNumber, summary, deskCode } = request
  const activities = usePages(requests.activities, { params: { id } })
  const entries = (activities.data?.pages ?? []).toReversed().flatMap(({ data }): readonly Activity[] => data)
  const [own, setOwn] = useState<readonly OwnMessage[]>([])
  const field = useRef<HTMLTextAreaElement>(null)
  const isSent = useJustSent()
  const standsAsSent = useStandsAsSent(request, entries)
  const promise = useDeskPromise(deskCode)
  useTopics([`request:${id}`])
  useReadMark(request)
  useHere(id)
  const writing = usePresent(id, me.id).filter(({ doing }) => doing === 'replying')
  const seen = useSeen(id)
  const [drawn, setDrawn] = useState(0)
  const onDrawn = useCallback(() => setDrawn((was) => was + 1), [])
  const isSettled = useSettled(drawn > 1)

  return (
    <Page
      title={`${referenceNumber} ${summary}`}
      width="wide"
      heading={<RequestHead request={request} entries={entries} onWrite={() => field.current?.focus()} />}
    >
      {isSettled ? null : <TalkWaiting />}
      <div className={classes.columns} hidden={!isSettled}>
        <div className={classes.letter}>
          {isSent && standsAsSent && own.length === 0 ? (
            <p className={classes.sent} role="status">
              {request.reviewKind === 'APPROVAL'
                ? words.sentToApprove(referenceNumber, request.deskName)
                : words.sent(referenceNumber, promise)}
            </p>
          ) : null}
          {blocks('above', request, onDrawn)}
          <RequestTalk
            request={request}
            activities={activities}
            entries={entries}
            own={own}
            readerId={me.id}
            seen={seen?.desk ?? null}
          />
          <TypingLine words={presenceWords.deskWriting(writing, request.deskCode) || null} />
          <ReplyBox request={request} textRef={field} own={own} onOwn={setOwn} />
        </div>
        <RequestAside request={request}>{blocks('aside', request, onDrawn)}</RequestAside>
      </div>
    </Page>
  )
}
