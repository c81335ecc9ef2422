import { requests } from '@deskhand/contract'
import { useSyncExternalStore } from 'react'
import { keyOf } from '../api.ts'
import { call, type Input } from '../call.ts'
import { forgetWritten } from '../drafts/useReplyDraft.ts'
import { announce } from '../ui/announcements.ts'
import { toast } from '../ui/toast.tsx'
import { heldWords as words } from './words.ts'

/** How long a reply can be taken back before anybody has it. */
const heldFor = 8_000

type Comment = Input<typeof requests.comment>
type Outgoing = {
  requestId: string
  reference: string
  /** As it stood in the field, where it comes back to. */
  text: string
  input: Comment
  /** Sends it like any other change; false when it was refused, which has been said by then. */
  send: (input: Comment) => Promise<boolean>
}
/** What the field of a request does when its reply has gone, or is there again. */
type Field = { onSent: () => void; onRefused: (text: string) => void; onTakenBack: (text: string) => void }

let held: (Outgoing & { timer: ReturnType<typeof setTimeout>; hide: () => void }) | null = null
/** On their way, and not answered yet. */
const going = new Set<Outgoing>()
const fields = new Map<string, Field>()
const listeners = new Set<() => void>()
const tell = () => {
  for (const listener of listeners) listener()
}

/**
 * Holds a reply for a few seconds, in which it can be taken back. Until it has gone, its text is kept as the draft that it
 * was: whatever ends the page, it is sent or still there. One is held at a time; the next sends it.
 */
export function holdReply(outgoing: Outgoing, isHeld: boolean) {
  void sendHeld()
  if (!isHeld) return void go(outgoing)
  const hide = toast(words.held(outgoing.reference), { undo: takeBack, for: heldFor })
  held = { ...outgoing, hide, timer: setTimeout(() => void sendHeld(), heldFor) }
  announce(words.heldSaid(heldFor / 1000))
  tell()
}

/** Sends what is held, at once; with a reference only when it belongs to that request. */
export async function sendHeld(reference?: string): Promise<void> {
  const now = held
  if (!now || (reference !== undefined && reference !== now.reference)) return
  clearTimeout(now.timer)
  now.hide()
  held = null
  await go(now)
}

async function go(outgoing: Outgoing) {
  const { requestId, text, input, send } = outgoing
  going.add(outgoing)
  tell()
  const isSent = await send(input)
  going.delete(outgoing)
  const field = fields.get(requestId)
  if (!isSent) field?.onRefused(text)
  else if (field) field.onSent()
  else forgetWritten(requestId, text)
  tell()
}

function takeBack() {
  const now = held
  if (!now) return
  clearTimeout(now.timer)
  held = null
  tell()
  const field = fields.get(now.requestId)
  if (!field) return void toast(words.waits(now.reference))
  field.onTakenBack(now.text)
  announce(words.takenBack)
}

/** Called by the field while it is on screen; answers how to leave. */
export function listenForReply(requestId: string, field: Field) {
  fields.set(requestId, field)
  return () => {
    if (fields.get(requestId) === field) fields.delete(requestId)
  }
}

const outOf = (requestId: string) =>
  held?.requestId === requestId ? held : ([...going].findLast((one) => one.requestId === requestId) ?? null)

/** The text that has left the field of this request and not arrived yet. */
export const outgoingText = (requestId: string) => outOf(requestId)?.text ?? null

/** A request's own outgoing text, as it changes. */
export function useOutgoingText(requestId: string) {
  return useSyncExternalStore(
    (listener) => {
      listeners.add(listener)
      return () => listeners.delete(listener)
    },
    () => outgoingText(requestId),
  )
}

/** A page that ends has no time for an answer: what is on its way goes once more, under the key of its first try. */
function sendLast() {
  const last = (input: Comment) =>
    call(requests.comment, input, { idempotencyKey: keyOf(input), keepalive: true }).then(
      () => true,
      () => false,
    )
  for (const { input } of going) void last(input)
  const now = held
  if (!now) return
  clearTimeout(now.timer)
  now.hide()
  held = null
  void go({ ...now, send: last })
}

window.addEventListener('pagehide', sendLast)
// A page that lies hidden may be ended without a word.
document.addEventListener('visibilitychange', () => {
  if (document.visibilityState === 'hidden') void sendHeld()
})
