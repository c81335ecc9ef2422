import { type Activity, requests } from '@deskhand/contract'
import { useSyncExternalStore } from 'react'
import { keyOf, queryClient } from '../api.ts'
import { call, type Input } from '../call.ts'
import { forgetWritten } from '../drafts/useReplyDraft.ts'
import { announce } from '../ui/announcements.ts'
import { toast } from '../ui/toast.tsx'
import { arrivedSince } from './collision.ts'
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
  meId: string
  /** When the last that one can have read before it left the field was written. */
  began: string | null
  /** Sends it like any other change; false when it was refused, which has been said by then. */
  send: (input: Comment) => Promise<boolean>
}
/** What the field of a request does when its reply has gone, or is there again. */
type Field = {
  onSent: () => void
  onRefused: (text: string) => void
  onTakenBack: (text: string, began: string | null, isAsked: boolean) => void
}

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
  const hide = toast(words.held(outgoing.reference), { undo: takeBack, for: heldFor, stays: true })
  held = { ...outgoing, hide, timer: setTimeout(() => void sendInTime(), heldFor) }
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
  const arrived = toast(words.going(now.reference), { stays: true })
  await go(now)
  await queryClient.invalidateQueries({ queryKey: [requests.activities.path] })
  arrived()
}

/** Its time is over: it goes, unless somebody wrote of whom the page has not heard yet. */
async function sendInTime() {
  const now = held
  if (!now) return
  const input = { params: { id: now.reference }, query: { limit: 20 } }
  // Where nobody can tell, it goes as it was meant to.
  const latest = await call(requests.activities, input).catch(() => null)
  if (held !== now) return
  if (latest) holdBack(now.requestId, latest.data)
  if (held === now) await sendHeld()
}

/** What others wrote while a reply waits is looked at first: the reply is in its field again. */
export function holdBack(requestId: string, entries: readonly Activity[]) {
  const now = held
  if (now?.requestId !== requestId || arrivedSince(entries, now.began, now.meId).length === 0) return
  leave(now)
  void queryClient.invalidateQueries({ queryKey: [requests.activities.path] })
  const field = fields.get(requestId)
  field?.onTakenBack(now.text, now.began, false)
  toast(field ? words.heldBack(now.reference) : words.waits(now.reference))
}

function leave(now: NonNullable<typeof held>) {
  clearTimeout(now.timer)
  now.hide()
  held = null
  tell()
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
  leave(now)
  const field = fields.get(now.requestId)
  if (!field) return void toast(words.waits(now.reference))
  field.onTakenBack(now.text, now.began, true)
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
