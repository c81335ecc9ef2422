import { files, type Request, requests } from '@deskhand/contract'
import { useCallback, useEffect, useMemo, useRef, useState } from 'react'
import { type Command, useCommands } from '../../shell/commands.ts'
import { announce } from '../../ui/announcements.ts'
import { Composer, type ComposerMode } from '../../ui/Composer.tsx'
import { clockTime } from '../../ui/time.ts'
import { useUploads } from '../../uploads.ts'
import { keepDraft, readDraft } from '../drafts.ts'
import { queueCommands, replyWords } from '../words.ts'
import type { MoveIntent } from './MoveDialog.tsx'
import { useChange } from './useChange.ts'

type ReplyProps = { request: Request; onMove: (intent: MoveIntent) => void }

/** Where one answers. Each of the two kinds keeps its own draft, so that a note never turns into a reply. */
export function Reply({ request, onMove }: ReplyProps) {
  const [mode, setMode] = useState<ComposerMode>('reply')
  const [drafts, setDrafts] = useState(() => ({
    reply: readDraft(request.id, 'reply'),
    note: readDraft(request.id, 'note'),
  }))
  const [savedAt, setSavedAt] = useState<Date | null>(null)
  const text = useRef<HTMLTextAreaElement>(null)
  const value = drafts[mode]
  const isInternal = mode === 'note'
  const uploads = useUploads(files.upload, {
    params: { id: request.id },
    ...(isInternal && { query: { isInternal: 'true' } }),
  })
  const { change, isPending } = useChange(requests.comment, request.referenceNumber)

  useEffect(() => {
    if (value === readDraft(request.id, mode)) return
    const timer = setTimeout(() => {
      keepDraft(request.id, mode, value)
      setSavedAt(value ? new Date() : null)
    }, 800)
    return () => clearTimeout(timer)
  }, [request.id, mode, value])

  const write = useCallback((next: ComposerMode) => {
    setMode(next)
    text.current?.focus()
  }, [])
  const commands = useMemo<Command[]>(() => {
    const record = { scope: 'record', group: 'record' } as const
    return [
      { ...record, id: 'requests.reply', title: queueCommands.reply, keys: 'r', run: () => write('reply') },
      { ...record, id: 'requests.note', title: queueCommands.note, keys: 'n', run: () => write('note') },
    ]
  }, [write])
  useCommands(commands)

  const clear = () => {
    keepDraft(request.id, mode, '')
    setDrafts((all) => ({ ...all, [mode]: '' }))
    setSavedAt(null)
    uploads.clear()
  }

  async function send(kind: string) {
    const message = value.trim()
    if (kind === 'wait') return onMove({ to: 'ACTION_REQUIRED', question: message, onDone: clear })
    if (kind === 'resolve') return onMove({ to: 'RESOLVED', resolutionText: message, onDone: clear })
    const attachmentIds = uploads.ids.length > 0 ? { attachmentIds: uploads.ids } : {}
    const sent = await change({
      params: { id: request.id },
      body: { message, isInternal, ...attachmentIds },
    })
    if (!sent) return
    clear()
    announce(isInternal ? replyWords.noted : replyWords.sent)
    text.current?.focus()
  }

  const isClosed = request.closedAt !== null || request.deletedAt !== null
  const empty = value.trim() === '' ? replyWords.empty : null
  const isSettled = request.status === 'RESOLVED' || request.status === 'REJECTED'
  return (
    <Composer
      mode={mode}
      onModeChange={write}
      value={value}
      onChange={(next) => setDrafts((all) => ({ ...all, [mode]: next }))}
      textRef={text}
      recipients={replyWords.to(request.requester.name)}
      placeholder={isInternal ? replyWords.notePlaceholder : replyWords.placeholder}
      status={savedAt ? replyWords.draft(clockTime(savedAt)) : null}
      files={uploads.files}
      onFiles={uploads.add}
      onRemoveFile={uploads.remove}
      onRetryFile={uploads.retry}
      busy={isPending}
      disabledReason={
        isClosed && !isInternal ? replyWords.closed : uploads.isBusy ? replyWords.waitForFiles : null
      }
      sends={
        isInternal
          ? [{ id: 'send', label: replyWords.addNote, keys: 'Mod+Enter', disabledReason: empty }]
          : [
              ...(isSettled
                ? []
                : [
                    { id: 'resolve', label: replyWords.sendAndResolve, keys: 'Mod+Shift+Enter' },
                    { id: 'wait', label: replyWords.sendAndWait, keys: 'Alt+Enter' },
                  ]),
              { id: 'send', label: replyWords.send, keys: 'Mod+Enter', disabledReason: empty },
            ]
      }
      onSend={(id) => void send(id)}
    />
  )
}
