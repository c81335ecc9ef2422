import { files, type Request, requests } from '@deskhand/contract'
import type { RefObject } from 'react'
import { useState } from 'react'
import { useCommand } from '../../../api.ts'
import { newKey } from '../../../call.ts'
import { sayStopped, sayTyping } from '../../../presence/board.ts'
import { useMe } from '../../../shell/session.ts'
import { FollowUpButton } from '../../../successors/parts/FollowUpButton.tsx'
import { Composer } from '../../../ui/Composer.tsx'
import { ProblemNotice } from '../../../ui/ProblemNotice.tsx'
import { clockTime } from '../../../ui/time.ts'
import { useUploads } from '../../../uploads.ts'
import { useKeptText } from '../keptText.ts'
import { lockSentence } from '../lock.ts'
import { requestWords as words } from '../words.ts'
import classes from './ReplyBox.module.css'

/** A message of the reader, from the moment it leaves the field until the timeline has it. */
export type OwnMessage = {
  key: string
  text: string
  at: string
  attachmentIds: readonly string[]
  /** Once the server has it. */
  activityId?: string
}

type ReplyBoxProps = {
  request: Request
  textRef: RefObject<HTMLTextAreaElement | null>
  own: readonly OwnMessage[]
  onOwn: (change: (was: readonly OwnMessage[]) => readonly OwnMessage[]) => void
}

/** Where the reader writes to the desk; what cannot be sent comes back into the field. */
export function ReplyBox({ request, textRef, onOwn }: ReplyBoxProps) {
  const me = useMe()
  const { id, can, status, isConfidential, assignee, deskName, closedAt } = request
  const kept = useKeptText(`deskhand.reply.${me.id}.${id}`, isConfidential)
  const uploads = useUploads(files.upload, null)
  const [isSending, setSending] = useState(false)
  const comment = useCommand(requests.comment)
  const who = assignee?.name.split(' ')[0] ?? deskName
  const isAnswer = status === 'ACTION_REQUIRED'

  if (!can.includes('comment')) {
    return (
      <p className={classes.closed}>
        {can.includes('reopen') ? words.closedSince : closedAt ? words.closedForGood : null}{' '}
        {can.includes('reopen') ? null : <FollowUpButton request={request} />}
      </p>
    )
  }

  async function send() {
    const text = kept.text.trim()
    if (isSending || text === '') return
    setSending(true)
    const attachmentIds = await uploads.startAll({ params: { id } })
    if (!attachmentIds) return setSending(false)
    const key = newKey()
    const change = (part: Partial<OwnMessage>) =>
      onOwn((was) => was.map((one) => (one.key === key ? { ...one, ...part } : one)))
    onOwn((was) => [...was, { key, text, at: new Date().toISOString(), attachmentIds }])
    kept.forget()
    sayStopped(id)
    try {
      const body = { message: text, ...(attachmentIds.length > 0 && { attachmentIds }) }
      const { id: activityId } = await comment.mutateAsync({ params: { id }, body })
      change({ activityId })
      uploads.clear()
    } catch {
      // The notice says what happened; the words are back where they can be sent again.
      onOwn((was) => was.filter((one) => one.key !== key))
      kept.change(text)
    } finally {
      setSending(false)
      textRef.current?.focus()
    }
  }

  return (
    <div className={classes.box}>
      <ProblemNotice problem={comment.error} />
      <Composer
        value={kept.text}
        onChange={(text) => {
          if (text.trim()) sayTyping(id, 'replying')
          else sayStopped(id)
          kept.change(text)
        }}
        textRef={textRef}
        placeholder={isAnswer ? words.answer(who) : words.message}
        status={kept.savedAt && kept.text ? `${words.draft} ${clockTime(kept.savedAt)}` : null}
        banner={isConfidential ? <p className={classes.lock}>{lockSentence(request)}</p> : null}
        files={uploads.files}
        {...(can.includes('attach') && { onFiles: uploads.add })}
        onRemoveFile={uploads.remove}
        onRetryFile={uploads.retry}
        sends={[
          {
            id: 'send',
            label: isAnswer ? words.sendAnswer : words.send,
            keys: 'Mod+Enter',
            disabledReason: kept.text.trim() === '' ? words.emptyMessage : null,
          },
        ]}
        onSend={() => void send()}
        busy={isSending}
      />
    </div>
  )
}
