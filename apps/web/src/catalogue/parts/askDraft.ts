import type { Level } from '@deskhand/contract'
import { useDebouncedCallback } from '@mantine/hooks'
import { useState } from 'react'
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
}

/** `from`: the words that came with the link it was begun by. */
type Kept = { at: string; from: string; draft: AskDraft }

const isKept = (value: unknown): value is Kept =>
  typeof value === 'object' && value !== null && 'at' in value && 'from' in value && 'draft' in value

function read(storage: Storage, key: string): Kept | null {
  try {
    const kept: unknown = JSON.parse(storage.getItem(key) ?? 'null')
    return isKept(kept) ? { ...kept, draft: { ...emptyDraft, ...kept.draft } } : null
  } catch {
    return null
  }
}

function write(storage: Storage, key: string, kept: Kept | null) {
  try {
    if (kept) storage.setItem(key, JSON.stringify(kept))
    else storage.removeItem(key)
    return true
  } catch {
    return false
  }
}

/**
 * What is being asked, kept in this browser while it is written. A confidential one is forgotten with the tab,
 * because others may use the same computer.
 */
export function useAskDraft(key: string, isSealed: boolean, start: Partial<AskDraft>) {
  const storageOf = (draft: AskDraft) => (isSealed || draft.isConfidential ? sessionStorage : localStorage)
  const from = start.summary ?? ''
  const [kept] = useState(() => {
    const found = read(sessionStorage, key) ?? read(localStorage, key)
    // Other words in the link are a new matter; an older draft does not mix with them.
    return from === '' || found?.from === from ? found : null
  })
  const [draft, setDraft] = useState<AskDraft>(kept?.draft ?? { ...emptyDraft, ...start })
  const [savedAt, setSavedAt] = useState<string | null>(null)
  const [isRestored, setRestored] = useState(kept !== null)

  const save = useDebouncedCallback((next: AskDraft) => {
    const at = new Date().toISOString()
    write(localStorage, key, null)
    if (write(storageOf(next), key, { at, from, draft: next })) setSavedAt(at)
  }, 600)

  const forget = () => {
    save.cancel()
    write(sessionStorage, key, null)
    write(localStorage, key, null)
  }

  return {
    draft,
    savedAt,
    restoredAt: isRestored ? (kept?.at ?? null) : null,
    change(part: Partial<AskDraft>) {
      const next = { ...draft, ...part }
      setDraft(next)
      save(next)
    },
    forget,
    startOver() {
      forget()
      setDraft({ ...emptyDraft, ...start })
      setSavedAt(null)
      setRestored(false)
    },
  }
}
