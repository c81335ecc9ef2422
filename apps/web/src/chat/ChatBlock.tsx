import { chat, type Request, transcripts } from '@deskhand/contract'
import { useCommand, useRead } from '../api.ts'
import { address } from '../call.ts'
import { useMe } from '../shell/session.ts'
import { Button } from '../ui/Button.tsx'
import { problemOf } from '../ui/problem.ts'
import { toast } from '../ui/toast.tsx'
import { ChatApproval } from './ChatApproval.tsx'
import classes from './ChatBlock.module.css'
import { chatWords as words } from './words.ts'

/** On the page of a request: the chat that goes on here, or that one can be begun. */
export default function ChatBlock({ request }: { request: Request }) {
  const me = useMe()
  const params = { id: request.id }
  const { data } = useRead(chat.ofRequest, { params }, { refetchInterval: 15_000 })
  const isAsker = request.requesterId === me.id || request.createdById === me.id
  const mayStart = isAsker && request.can.includes('comment')
  const there = useRead(
    chat.availability,
    { query: { desk: request.deskCode } },
    { enabled: mayStart, refetchInterval: 30_000 },
  )
  const fail = (thrown: unknown) => toast(words.failed(problemOf(thrown)?.detail ?? ''))
  const start = useCommand(chat.start)
  const end = useCommand(chat.end)
  const session = data?.session
  if (session) {
    const finish = (mailTranscript: boolean) =>
      end.mutate({ params: { id: session.id }, body: { mailTranscript } }, { onError: fail })
    return (
      <>
        <section className={classes.live} aria-live="polite">
          <span className={classes.dot} data-state={session.state} aria-hidden="true" />
          <span className={classes.words}>
            {session.state === 'ACTIVE' && session.technician
              ? words.with(session.technician.name)
              : words.wait(session.place ?? 1, session.expectedWaitMinutes)}
          </span>
          {isAsker && !request.isConfidential ? (
            <Button size="small" variant="quiet" busy={end.isPending} onPress={() => finish(true)}>
              {words.endAndMail}
            </Button>
          ) : null}
          <Button size="small" busy={end.isPending} onPress={() => finish(false)}>
            {words.end}
          </Button>
        </section>
        <ChatApproval requestId={request.id} />
      </>
    )
  }
  const desk = there.data?.data[0]
  if (!mayStart || !desk?.isOpen || !data) return null
  return (
    <section className={classes.offer}>
      <span className={classes.words}>{desk.words}</span>
      <Button
        size="small"
        busy={start.isPending}
        onPress={() => start.mutate({ body: { requestId: request.id } }, { onError: fail })}
      >
        {words.start}
      </Button>
    </section>
  )
}

/** What was said, to take away. */
export function TranscriptLink({ requestId }: { requestId: string }) {
  return (
    <a href={address(transcripts.get, { params: { id: requestId } })} download>
      {words.download}
    </a>
  )
}
