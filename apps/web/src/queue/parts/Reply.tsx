import { type Activity, files, type Request, requests } from '@deskhand/contract'
import { useCallback, useEffect, useMemo, useRef, useState } from 'react'
import { flushSync } from 'react-dom'
import type { Input } from '../../call.ts'
import { SharedDrafts } from '../../drafts/SharedDrafts.tsx'
import { shareDraft } from '../../drafts/shareDraft.ts'
import { useDrafts, useReplyDraft } from '../../drafts/useReplyDraft.ts'
import { draftWords } from '../../drafts/words.ts'
import { useMentions } from '../../entries/useMentions.tsx'
import { useMacros } from '../../macros/useMacros.tsx'
import { sayStopped, sayTyping } from '../../presence/board.ts'
import { type Command, useCommands } from '../../shell/commands.ts'
import { useMe } from '../../shell/session.ts'
import { announce } from '../../ui/announcements.ts'
import { Button } from '../../ui/Button.tsx'
import { Composer, type ComposerMode } from '../../ui/Composer.tsx'
import { clockTime } from '../../ui/time.ts'
import { useUploads } from '../../uploads.ts'
import { arrivedSince } from '../collision.ts'
import { holdBack, holdReply, listenForReply, outgoingText, sendHeld, useOutgoingText } from '../heldReply.ts'
import { queueCommands, replyWords } from '../words.ts'
import { joined } from './assists.ts'
import type { MoveIntent } from './moveIntent.ts'
import { readersOf, sendsOf } from './replySends.ts'
import { useChange } from './useChange.ts'

type ReplyProps = {
  request: Request
  /** Everything that is loaded of its timeline. */
  entries: readonly Activity[]
  /** When the last that one can have read was written; null until the timeline is there. */
  newest: string | null
  onMove: (intent: MoveIntent) => void
  /** These came while one wrote and are to be looked at. */
  onReview: (entries: readonly Activity[]) => void
}

/** Where one answers. Each of the two kinds keeps its own draft, so that a note never turns into a reply. */
export function Reply(props: ReplyProps) {
  const me = useMe()
  const { own, shared } = useDrafts(props.request.id, me.id)
  const [mode, setMode] = useState<ComposerMode>('reply')
  return <Writing key={mode} {...props} mode={mode} onMode={setMode} own={own} shared={shared} />
}

type WritingProps = ReplyProps & {
  mode: ComposerMode
  onMode: (mode: ComposerMode) => void
} & Pick<ReturnType<typeof useDrafts>, 'own' | 'shared'>

function Writing({ request, entries, newest, onMove, onReview, mode, onMode, own, shared }: WritingProps) {
  const me = useMe()
  const field = useRef<HTMLTextAreaElement>(null)
  const isInternal = mode === 'note'
  const kept = own(mode)
  const draft = useReplyDraft(request.id, mode, kept)
  const uploads = useUploads(files.upload, {
    params: { id: request.id },
    ...(isInternal && { query: { isInternal: 'true' } }),
  })
  const { change } = useChange(requests.comment, request.referenceNumber)
  // Until what was written has left the field: an impatient second press sends nothing twice.
  const isSending = useRef(false)
  const [isBusy, setBusy] = useState(false)
  const release = useCallback(() => {
    isSending.current = false
    setBusy(false)
  }, [])
  // What was sent a moment ago has left the field and can come back to it, until something new is written.
  const outgoing = useOutgoingText(request.id)
  const [isNew, setNew] = useState(false)
  const hasLeft = !isInternal && !isNew && outgoing !== null && outgoing === draft.text.trim()
  const text = hasLeft ? '' : draft.text
  const isEmpty = text.trim() === ''
  useEffect(() => {
    if (isEmpty) release()
  }, [isEmpty, release])
  // What was there when one began to write, and what was reviewed since.
  const [began, setBegan] = useState<string | null>(null)
  const arrived = isInternal ? [] : arrivedSince(entries, began, me.id)

  const write = useCallback(
    (next: string, mention?: Parameters<typeof draft.change>[1]) => {
      if (hasLeft) {
        setNew(true)
        uploads.clear()
        void sendHeld(request.referenceNumber)
      }
      if (next.trim() === '') {
        setBegan(null)
        sayStopped(request.id)
      } else {
        setBegan((was) => was ?? newest)
        sayTyping(request.id, isInternal ? 'noting' : 'replying')
      }
      draft.change(next, mention)
    },
    [draft.change, uploads.clear, newest, request.id, request.referenceNumber, isInternal, hasLeft],
  )
  const forget = () => {
    setBegan(null)
    sayStopped(request.id)
    void draft.forget()
  }
  const clear = () => {
    uploads.clear()
    forget()
  }
  const assist = joined(
    useMentions({ requestId: request.id, isInternal, text, field, onPick: write }),
    useMacros({ request, text, field, onPick: write, onRun: forget }),
  )

  useEffect(() => {
    if (isInternal) return
    return listenForReply(request.id, {
      onSent: () => {
        if (!isNew) clear()
        // What was sent took the draft along on the server; what was begun since is kept there again.
        else if (draft.text.trim()) draft.change(draft.text)
      },
      onRefused: (sent) => {
        if (isNew) draft.change(`${sent}\n${draft.text}`)
        setNew(false)
      },
      onTakenBack: (sent, since, isAsked) => {
        if (draft.text.trim() !== sent) draft.change(sent)
        setBegan(since)
        if (isAsked) field.current?.focus()
      },
    })
  })

  useEffect(() => holdBack(request.id, entries), [request.id, entries])

  const go = useCallback(
    (next: ComposerMode) => {
      // At once: what quick fingers type behind the key stands in the field.
      flushSync(() => onMode(next))
      document.querySelector<HTMLTextAreaElement>('[data-reply-field] textarea')?.focus()
    },
    [onMode],
  )
  const commands = useMemo<Command[]>(() => {
    const record = { scope: 'record', group: 'record' } as const
    return [
      { ...record, id: 'requests.reply', title: queueCommands.reply, keys: 'r', run: () => go('reply') },
      { ...record, id: 'requests.note', title: queueCommands.note, keys: 'n', run: () => go('note') },
    ]
  }, [go])
  useCommands(commands)
  useEffect(() => {
    if (arrived.length > 0) announce(replyWords.arrived(arrived.length))
  }, [arrived.length])

  async function send(kind: string) {
    const message = text.trim()
    if (kind === 'review') {
      onReview(arrived)
      setBegan(newest)
      return
    }
    if (kind === 'wait') return onMove({ to: 'ACTION_REQUIRED', question: message, onDone: clear })
    if (kind === 'resolve') return onMove({ to: 'RESOLVED', resolutionText: message, onDone: clear })
    if (isInternal) return addNote(message)
    if (!message || (!isNew && outgoingText(request.id) === message)) return
    setNew(false)
    setBegan(null)
    sayStopped(request.id)
    void draft.flush()
    const { id: requestId, referenceNumber: reference } = request
    const send = (input: Input<typeof requests.comment>) =>
      change(input, { onAgreed: () => announce(replyWords.sent) })
    const about = { requestId, reference, meId: me.id, began: newest }
    holdReply({ ...about, text: message, input: inputOf(message), send }, me.preferences.undoSend)
    field.current?.focus()
  }

  async function addNote(message: string) {
    if (isSending.current) return
    isSending.current = true
    setBusy(true)
    const onAgreed = () => {
      clear()
      announce(replyWords.noted)
      field.current?.focus()
    }
    if (!(await change(inputOf(message), { onAgreed }))) release()
  }

  function inputOf(message: string) {
    const attachmentIds = uploads.ids.length > 0 ? { attachmentIds: uploads.ids } : {}
    const named = draft.mentions.map(({ type, id }) => ({ type, id }))
    const body = { message, isInternal, ...attachmentIds, ...(named.length > 0 && { mentions: named }) }
    return { params: { id: request.id }, body }
  }

  const isClosed = request.closedAt !== null || request.deletedAt !== null
  const isShared = kept?.isShared ?? false
  return (
    <div data-reply-field>
      <Composer
        mode={mode}
        onModeChange={go}
        value={text}
        onChange={write}
        textRef={field}
        recipients={replyWords.to(readersOf(request).join(', '))}
        placeholder={isInternal ? replyWords.notePlaceholder : replyWords.placeholder}
        status={draft.savedAt && text ? draftWords.saved(clockTime(new Date(draft.savedAt))) : null}
        aside={
          !isInternal && text.trim() && request.can.includes('note') ? (
            <Button
              size="small"
              variant="quiet"
              onPress={() => void shareDraft(request.id, !isShared, draft.flush)}
            >
              {isShared ? draftWords.unshare : draftWords.share}
            </Button>
          ) : null
        }
        banner={
          isInternal ? null : (
            <SharedDrafts
              requestId={request.id}
              deskName={request.deskName}
              own={kept}
              shared={shared}
              onTaken={() => field.current?.focus()}
            />
          )
        }
        assist={assist}
        files={hasLeft ? [] : uploads.files}
        onFiles={uploads.add}
        onRemoveFile={uploads.remove}
        onRetryFile={uploads.retry}
        busy={isBusy}
        disabledReason={
          isClosed && !isInternal ? replyWords.closed : uploads.isBusy ? replyWords.waitForFiles : null
        }
        sends={sendsOf(request, { isInternal, isEmpty, arrived: arrived.length })}
        onSend={(id) => void send(id)}
      />
    </div>
  )
}
