import { drafts, type Mention, type ReplyOf } from '@deskhand/contract'
import { useCallback, useEffect, useRef, useState } from 'react'
import { queryClient, reading, useRead } from '../api.ts'
import { call } from '../call.ts'

export type ReplyDraft = ReplyOf<typeof drafts.list>['data'][number]
type Kind = ReplyDraft['kind']

const pause = 1_000

/** What was written on this page, until the server's answer has it too: one may leave and come back sooner. */
const written = new Map<string, { text: string; mentions: readonly Mention[]; savedAt: string | null }>()

/** Drafts of a request: the reader's own and those that colleagues share. */
export function useDrafts(requestId: string, meId: string) {
  const { data } = useRead(drafts.list, { params: { id: requestId } })
  const all = data?.data ?? []
  const own = (kind: Kind) => all.find((one) => one.personId === meId && one.kind === kind) ?? null
  return { own, shared: all.filter(({ personId }) => personId !== meId) }
}

export const readDraftsAgain = (requestId: string) =>
  queryClient.invalidateQueries({ queryKey: reading(drafts.list, { params: { id: requestId } }).queryKey })

/** A reply was sent whose field is on screen no more; the server drops its draft by itself. */
export function forgetWritten(requestId: string, sent: string) {
  const key = `${requestId} reply`
  if (written.get(key)?.text.trim() === sent) written.delete(key)
  void readDraftsAgain(requestId)
}

/**
 * A text that is kept on the server a second after the last key, and comes back on whichever device. While one writes,
 * what the server has does not overwrite it.
 */
export function useReplyDraft(requestId: string, kind: Kind, kept: ReplyDraft | null) {
  const key = `${requestId} ${kind}`
  const [first] = useState(() => {
    const here = written.get(key)
    const isNewer = here && (here.savedAt === null || !kept || here.savedAt >= kept.updatedAt)
    return isNewer ? here : kept && { text: kept.text, mentions: kept.mentions, savedAt: kept.updatedAt }
  })
  const [text, setText] = useState(first?.text ?? '')
  const [mentions, setMentions] = useState<readonly Mention[]>(first?.mentions ?? [])
  const [savedAt, setSavedAt] = useState<string | null>(first?.savedAt ?? null)
  const waiting = useRef<{ text: string; mentions: readonly Mention[] } | null>(null)
  const timer = useRef<ReturnType<typeof setTimeout> | undefined>(undefined)
  const saving = useRef<Promise<unknown>>(Promise.resolve())
  const isSaving = useRef(false)
  const isLeaving = useRef(false)

  const save = useCallback(() => {
    clearTimeout(timer.current)
    const now = waiting.current
    if (!now) return saving.current
    waiting.current = null
    isSaving.current = true
    const input = { params: { id: requestId }, body: { kind, text: now.text, mentions: [...now.mentions] } }
    saving.current = saving.current
      .then(() => call(drafts.save, input))
      .then(
        (answer) => {
          setSavedAt(answer.savedAt)
          const here = written.get(key)
          if (here) written.set(key, { ...here, savedAt: answer.savedAt })
        },
        // The text is in the field; the next key tries again.
        () => setSavedAt(null),
      )
      .finally(() => {
        isSaving.current = false
      })
    return saving.current
  }, [requestId, kind, key])

  const change = useCallback(
    (next: string, named?: Mention) => {
      setText(next)
      setMentions((was) => {
        const all = named && !was.some(({ id }) => id === named.id) ? [...was, named] : was
        const still = all.filter(({ name }) => next.includes(`@${name}`))
        waiting.current = { text: next, mentions: still }
        written.set(key, { text: next, mentions: still, savedAt: null })
        return still.length === was.length && all === was ? was : still
      })
      clearTimeout(timer.current)
      timer.current = setTimeout(() => void save(), pause)
    },
    [save, key],
  )

  // Another device, or a colleague's draft that became mine.
  const keptAt = kept?.updatedAt
  const wasKept = useRef(kept !== null)
  // biome-ignore lint/correctness/useExhaustiveDependencies: only what is newer on the server comes in
  useEffect(() => {
    // What is read while it leaves may still have it.
    if (isLeaving.current) {
      wasKept.current = false
      return
    }
    // A colleague went on with it, or it was sent from elsewhere.
    if (!kept && wasKept.current && !waiting.current) {
      written.delete(key)
      setText('')
      setMentions([])
      setSavedAt(null)
    }
    // One began before the draft was here: what was written goes on behind it.
    if (kept && !wasKept.current && waiting.current && !kept.text.startsWith(text)) {
      change(`${kept.text}\n${text}`)
    }
    wasKept.current = kept !== null
    if (!kept || waiting.current || isSaving.current || (savedAt && kept.updatedAt <= savedAt && text !== ''))
      return
    setText(kept.text)
    setMentions(kept.mentions)
    setSavedAt(kept.updatedAt)
  }, [keptAt])

  // What was written just before one leaves is kept as well.
  useEffect(() => () => void save(), [save])

  /** It was sent, or is wanted no more. */
  const forget = useCallback(async () => {
    clearTimeout(timer.current)
    waiting.current = null
    written.delete(key)
    setText('')
    setMentions([])
    setSavedAt(null)
    isLeaving.current = true
    await saving.current
    await call(drafts.drop, { params: { id: requestId }, query: { kind } }).catch(() => undefined)
    await readDraftsAgain(requestId)
    isLeaving.current = false
  }, [requestId, kind, key])

  return { text, mentions, savedAt, change, forget, flush: save }
}
