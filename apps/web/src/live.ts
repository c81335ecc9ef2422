import type { ClientMessage, ServerMessage } from '@deskhand/contract'
import type { QueryClient } from '@tanstack/react-query'
import { refreshSession } from './call.ts'
import { refresh } from './fresh.ts'
import { openStream } from './liveStream.ts'
import { become, type LiveEvent, liveState, pass, passEvent, wanted, whenWanted } from './liveTopics.ts'

export {
  type LiveEvent,
  liveState,
  lostAt,
  onSaid,
  useLiveEvents,
  useLiveState,
  useTopics,
  watch,
} from './liveTopics.ts'

const firstWait = 500
const longestWait = 10_000
const pollEvery = 20_000
/** The server pings every 25 s; two missed ones mean that the line is dead although nobody said so. */
const silence = 60_000
/** How the server closes a socket whose session has ended. */
const signedOut = 4401
/** So many sockets in a row that never opened mean that something between us lets none through. */
const mostDoors = 2
/** And after so long it is tried again. */
const doorAgain = 60_000

let socket: WebSocket | null = null
/** The stream that stands in for the socket, and the way to open it anew for other topics. */
let stream: { close: () => void } | null = null
let reopenStream: (() => void) | null = null
/** Everything up to here is known; ids and positions of the log have at most 15 digits. */
let known: number | null = null
/** What this socket was asked for, whether granted or not. */
let asked = new Set<string>()

const say = (message: ClientMessage) => socket?.send(JSON.stringify(message))

/** Brings the server's list of topics in line with ours. */
function align() {
  if (stream || reopenStream) {
    const isSame = asked.size === wanted.size && [...wanted.keys()].every((topic) => asked.has(topic))
    if (!isSame) reopenStream?.()
    return
  }
  if (socket?.readyState !== WebSocket.OPEN) return
  const fresh = [...wanted.keys()].filter((topic) => !asked.has(topic))
  const over = [...asked].filter((topic) => !wanted.has(topic))
  if (over.length > 0) say({ type: 'unsubscribe', topics: over })
  if (fresh.length > 0)
    say({ type: 'subscribe', topics: fresh, ...(known !== null && { after: String(known) }) })
  asked = new Set(wanted.keys())
}

whenWanted(align)

/** Reads that were answered before the line stood, and may have missed something since. */
const wasRead = ({ state: { dataUpdatedAt } }: { state: { dataUpdatedAt: number } }) => dataUpdatedAt > 0

function hear(client: QueryClient, event: LiveEvent) {
  const id = Number(event.id)
  if (known !== null && id <= known) return
  known = id
  const { subject, name } = event
  const ids = [subject.id, subject.ref].filter((one) => one !== null)
  refresh(client, { slice: subject.type, ids, event: name })
  const slice = name.split('.')[0] ?? ''
  if (slice !== subject.type) refresh(client, { slice, ids: [] })
  passEvent(event)
}

function receive(client: QueryClient, message: ServerMessage) {
  switch (message.type) {
    case 'event':
      return hear(client, message)
    case 'subscribed':
      if (known === null) void client.invalidateQueries({ predicate: wasRead }, { cancelRefetch: false })
      known = Math.max(known ?? 0, Number(message.position))
      return become('live')
    case 'presence':
    case 'seen':
      return pass(message)
    case 'reset':
      known = Number(message.id)
      return void client.invalidateQueries()
    case 'ended': {
      // The page finds out by reading again that it may not.
      const [kind = '', id = ''] = message.topic.split(':')
      return refresh(client, { slice: kind, ids: kind === 'request' ? [id] : [] })
    }
  }
}

/** Opens the line and keeps it open until the returned function is called. The shell does so while one is signed in. */
export function startLive(client: QueryClient): () => void {
  let isOver = false
  let attempts = 0
  let doors = 0
  let again: ReturnType<typeof setTimeout> | undefined
  let quiet: ReturnType<typeof setTimeout> | undefined

  const heard = () => {
    clearTimeout(quiet)
    quiet = setTimeout(() => socket?.close(), silence)
  }

  function open() {
    const { protocol, host } = window.location
    const own = new WebSocket(`${protocol === 'https:' ? 'wss' : 'ws'}://${host}/api/v1/realtime/ws`)
    socket = own
    asked = new Set()
    own.onopen = () => {
      attempts = 0
      doors = -1
      heard()
      become('catching-up')
      align()
    }
    own.onmessage = ({ data }) => {
      heard()
      // Our own server, as the contract has it.
      const message: ServerMessage = JSON.parse(String(data))
      receive(client, message)
    }
    own.onclose = ({ code }) => {
      clearTimeout(quiet)
      if (socket === own) socket = null
      if (isOver) return
      attempts += 1
      doors += 1
      if (doors >= mostDoors) {
        doors = 0
        return openOther()
      }
      become(attempts > 1 ? 'offline' : 'catching-up')
      // Asking who one is leads to the sign-in when the session has ended.
      if (code === signedOut) void client.invalidateQueries({ queryKey: ['/users/me'] })
      const longest = Math.min(longestWait, firstWait * 2 ** (attempts - 1))
      again = setTimeout(reopen, firstWait / 2 + Math.random() * longest)
    }
  }

  /** Where no socket opens, what it would say comes as a stream, and the socket is tried again later. */
  function openOther() {
    asked = new Set(wanted.keys())
    const later = setTimeout(() => leave(true), doorAgain)
    let own: { close: () => void } | null = null
    const leave = (isOn: boolean) => {
      clearTimeout(later)
      own?.close()
      if (stream === own) stream = null
      reopenStream = null
      if (isOn && !isOver) void reopen()
    }
    reopenStream = () => {
      leave(false)
      openOther()
    }
    // A stream of nothing is refused; the first topic opens one.
    if (asked.size === 0) return
    own = openStream([...asked], known, {
      onMessage: (message) => {
        attempts = 0
        receive(client, message)
      },
      onTrouble: () => become('catching-up'),
      onClose: (code) => {
        become('offline')
        if (code === signedOut) void client.invalidateQueries({ queryKey: ['/users/me'] })
        leave(false)
        again = setTimeout(reopen, firstWait + Math.random() * longestWait)
      },
    })
    stream = own
  }

  /** The usual reason to be turned away is an access token that ran out. */
  async function reopen() {
    if (attempts % 8 === 2) await refreshSession().catch(() => false)
    if (!isOver) open()
  }

  const hurry = () => {
    if (socket || stream || isOver) return
    clearTimeout(again)
    void reopen()
  }
  const poll = setInterval(() => {
    if (liveState() === 'offline' && document.visibilityState === 'visible') void client.invalidateQueries()
  }, pollEvery)

  window.addEventListener('online', hurry)
  open()
  return () => {
    isOver = true
    clearInterval(poll)
    clearTimeout(again)
    clearTimeout(quiet)
    window.removeEventListener('online', hurry)
    socket?.close()
    stream?.close()
    socket = null
    stream = null
    reopenStream = null
    known = null
  }
}

/** Says it on the socket; false where there is none, and it must be said by a call. */
export function sayLook(topic: string, doing: Extract<ClientMessage, { type: 'look' }>['doing']): boolean {
  if (socket?.readyState !== WebSocket.OPEN) return stream === null
  align()
  say({ type: 'look', topic, doing })
  return true
}
