import { useCallback, useState } from 'react'
import { problemOf } from './ui/problem.ts'

/** A record's fields as a form edits them, with the version they were read at. */
export type Versioned<Fields> = { fields: Fields; version: number }

type Draft<Fields> = Versioned<Fields> & { changes: Partial<Fields> }

type DraftOptions<Fields> = {
  /** What is there now; live changes of others flow into every field that is not being edited. */
  now: Versioned<Fields>
  /** Saves the changed fields; refused with 412 when another version is there. */
  send: (changes: Partial<Fields>, version: number) => Promise<void>
  /** Reads what a 412 says is there now. */
  readCurrent: (current: unknown) => Versioned<Fields> | null
}

const isSame = (one: unknown, other: unknown) => JSON.stringify(one) === JSON.stringify(other)

function keysOf<Fields extends object>(fields: Partial<Fields>) {
  // Object.keys forgets which keys an object has; these are its own.
  return Object.keys(fields) as (keyof Fields & string)[]
}

/** Fields that both changed since `base`, to different values. */
export function conflictsBetween<Fields extends object>(
  base: Fields,
  mine: Partial<Fields>,
  theirs: Fields,
): (keyof Fields & string)[] {
  return keysOf(mine).filter((key) => !isSame(theirs[key], base[key]) && !isSame(theirs[key], mine[key]))
}

/** What is still to be saved: fields that differ from what they were. */
export function changesSince<Fields extends object>(base: Fields, edited: Partial<Fields>): Partial<Fields> {
  const changes = { ...edited }
  for (const key of keysOf(changes)) if (isSame(changes[key], base[key])) delete changes[key]
  return changes
}

/**
 * A form over a record that others change as well. What two people changed in different fields is joined without
 * asking; where both changed the same field, `theirs` holds what is there now until one of the two is chosen.
 */
export function useDraft<Fields extends object>({ now, send, readCurrent }: DraftOptions<Fields>) {
  const [draft, setDraft] = useState<Draft<Fields> | null>(null)
  const [theirs, setTheirs] = useState<Versioned<Fields> | null>(null)
  const [error, setError] = useState<unknown>(null)
  const [isBusy, setBusy] = useState(false)
  const changes = draft?.changes ?? {}

  const change = useCallback(
    (part: Partial<Fields>) => {
      setDraft((was) => {
        const base = was ?? now
        const next = changesSince(base.fields, { ...was?.changes, ...part })
        return Object.keys(next).length === 0
          ? null
          : { fields: base.fields, version: base.version, changes: next }
      })
    },
    [now],
  )

  const discard = useCallback(() => {
    setDraft(null)
    setTheirs(null)
    setError(null)
  }, [])

  async function attempt({ fields: base, changes: mine, version }: Draft<Fields>): Promise<boolean> {
    try {
      await send(mine, version)
      return true
    } catch (thrown) {
      const current = problemOf(thrown)?.code === 'stale' ? readCurrent(problemOf(thrown)?.current) : null
      if (!current || current.version === version) throw thrown
      if (conflictsBetween(base, mine, current.fields).length === 0)
        return attempt({ fields: current.fields, changes: mine, version: current.version })
      setTheirs(current)
      return false
    }
  }

  /** Saves; true when it is done. */
  async function save(from: Draft<Fields> | null = draft): Promise<boolean> {
    if (!from || isBusy) return false
    setBusy(true)
    setError(null)
    try {
      const isDone = await attempt(from)
      if (isDone) discard()
      return isDone
    } catch (thrown) {
      setError(thrown)
      return false
    } finally {
      setBusy(false)
    }
  }

  const conflicts = draft && theirs ? conflictsBetween(draft.fields, draft.changes, theirs.fields) : []
  return {
    values: { ...now.fields, ...changes },
    changed: keysOf(changes),
    change,
    discard,
    save,
    isBusy,
    error,
    /** Fields that both changed; `theirs` has the values that are there now. */
    conflicts,
    theirs: theirs?.fields ?? null,
    async keepMine() {
      if (!draft || !theirs) return false
      const rebased = { ...theirs, changes: draft.changes }
      setTheirs(null)
      setDraft(rebased)
      return save(rebased)
    },
    keepTheirs() {
      if (!draft || !theirs) return
      const kept = { ...draft.changes }
      for (const key of conflicts) delete kept[key]
      setTheirs(null)
      setDraft(Object.keys(kept).length === 0 ? null : { ...theirs, changes: kept })
    },
  }
}
