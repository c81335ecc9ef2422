import { type DraftBody, type Level, type RequestDraft, requestDrafts } from '@deskhand/contract'
import { useDebouncedCallback } from '@mantine/hooks'
import { useRef, useState } from 'react'
import { call } from '../../call.ts'
import type { PickedPerson } from '../../people/parts/PersonPicker.tsx'

export type AskDraft = {
  forPerson: PickedPerson | null
  isForOther: boolean
  deskCode: string | null
  summary: string
  description: string
  urgency: Level | null
  impact: Level | null
  isConfidential: boolean
  answers: DraftBody['answers']
}

export const emptyDraft: AskDraft = {
  forPerson: null,
  isForOther: false,
  deskCode: null,
  summary: '',
  description: '',
  urgency: null,
  impact: null,
  isConfidential: false,
  answers: {},
}

function draftOf(kept: RequestDraft): AskDraft {
  const { onBehalfOfId, onBehalfOfName, serviceDeskCode, summary, description, urgency, impact } = kept
  return {
    forPerson: onBehalfOfId ? { id: onBehalfOfId, name: onBehalfOfName ?? '' } : null,
    isForOther: onBehalfOfId !== null,
    deskCode: serviceDeskCode,
    summary,
    description,
    urgency,
    impact,
    isConfidential: kept.isConfidential,
    answers: kept.answers,
  }
}

const bodyOf = (draft: AskDraft, requestTypeId: string | null): DraftBody => ({
  requestTypeId,
  serviceDeskCode: draft.deskCode,
  onBehalfOfId: draft.isForOther ? (draft.forPerson?.id ?? null) : null,
  onBehalfOfName: draft.isForOther ? (draft.forPerson?.name ?? null) : null,
  summary: draft.summary,
  description: draft.description,
  urgency: draft.urgency,
  impact: draft.impact,
  isConfidential: draft.isConfidential,
  answers: draft.answers,
})

type Begun = {
  /** The key of the draft: what is asked for, or `other`. */
  item: string
  requestTypeId: string | null
  /** What the server has kept, from this or another device. */
  kept: RequestDraft | null
  start: Partial<AskDraft>
}

/** What is being asked, kept on the server while it is written: there after a reload, and on the next device. */
export function useAskDraft({ item, requestTypeId, kept, start }: Begun) {
  const from = start.summary ?? ''
  // Other words in the link are a new matter; an older draft does not mix with them. One without words takes them.
  const found = kept && (kept.summary === '' || kept.summary.startsWith(from)) ? kept : null
  const begin = { ...emptyDraft, ...start }
  const [draft, setDraft] = useState<AskDraft>(() =>
    found ? { ...draftOf(found), summary: found.summary || from } : begin,
  )
  const [savedAt, setSavedAt] = useState<string | null>(null)
  const [isRestored, setRestored] = useState(found !== null)
  const last = useRef<Promise<unknown>>(Promise.resolve())
  const isSent = useRef(false)

  const save = useDebouncedCallback(
    (next: AskDraft) => {
      if (isSent.current) return
      const body = bodyOf(next, requestTypeId)
      // One after the other, so that the newest is what stays.
      last.current = last.current
        .then(() => call(requestDrafts.save, { params: { key: item }, body }))
        .then((saved) => setSavedAt(saved.savedAt))
        // What could not be saved is still on the page, and the next key tries again.
        .catch(() => setSavedAt(null))
    },
    { delay: 700, flushOnUnmount: true },
  )

  function drop() {
    save.cancel()
    last.current = last.current
      .then(() => call(requestDrafts.drop, { params: { key: item } }))
      .catch(() => undefined)
  }

  return {
    draft,
    savedAt,
    restoredAt: isRestored ? (found?.savedAt ?? null) : null,
    change(part: Partial<AskDraft> | ((was: AskDraft) => Partial<AskDraft>)) {
      setDraft((was) => {
        const next = { ...was, ...(typeof part === 'function' ? part(was) : part) }
        save(next)
        return next
      })
    },
    /** It is sent; nothing is kept of it. */
    forget() {
      isSent.current = true
      drop()
    },
    startOver() {
      drop()
      setDraft(begin)
      setSavedAt(null)
      setRestored(false)
    },
  }
}
