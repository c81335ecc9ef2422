import { useSyncExternalStore } from 'react'
import classes from './toast.module.css'
import { toastWords } from './words.ts'

const undoFor = 10_000
const shownFor = 5000
let serial = 0
/** The newest undo, for the key Z. */
let newest: { id: string; undo: () => void } | null = null

let isWanted = false
const listeners = new Set<() => void>()
const load = () => import('@mantine/notifications')

/** Whether a toast was ever asked for: their code comes with the first one. */
export const useToastsWanted = () =>
  useSyncExternalStore(
    (listener) => {
      listeners.add(listener)
      return () => listeners.delete(listener)
    },
    () => isWanted,
  )

function UndoButton({ onUndo, lasts }: { onUndo: () => void; lasts: number }) {
  return (
    <button type="button" className={classes.undo} onClick={onUndo}>
      <svg className={classes.ring} width="16" height="16" viewBox="0 0 16 16" aria-hidden="true">
        <circle cx="8" cy="8" r="6" />
        <circle cx="8" cy="8" r="6" style={{ animationDuration: `${lasts}ms` }} />
      </svg>
      {toastWords.undo}
    </button>
  )
}

function hide(id: string) {
  if (newest?.id === id) newest = null
  void load().then(({ hideNotification }) => hideNotification(id))
}

type ToastOptions = {
  /** Offered for ten seconds, or `for` milliseconds; the ring shows how long still. */
  undo?: () => void
  for?: number
  /** Until it is taken away. */
  stays?: boolean
}

/** A sentence at the end of the page: what happened, never that it was "successful". Answers how to take it away. */
export function toast(sentence: string, { undo, for: lasts = undoFor, stays = false }: ToastOptions = {}) {
  serial += 1
  const id = `toast-${serial}`
  isWanted = true
  for (const listener of listeners) listener()
  const run = undo
    ? () => {
        hide(id)
        undo()
      }
    : undefined
  if (run) newest = { id, undo: run }
  void load().then(({ showNotification }) =>
    showNotification({
      id,
      autoClose: stays ? false : undo ? lasts : shownFor,
      withBorder: false,
      closeButtonProps: { 'aria-label': toastWords.dismiss },
      onClose: () => {
        if (newest?.id === id) newest = null
      },
      message: (
        <span className={classes.toast}>
          <span className={classes.words}>{sentence}</span>
          {run ? <UndoButton onUndo={run} lasts={lasts} /> : null}
        </span>
      ),
    }),
  )
  return () => hide(id)
}

/** Undoes what the newest toast offers; false when there is nothing to undo. */
export function undoNewest() {
  if (!newest) return false
  newest.undo()
  return true
}
