import type { ClientMessage, ServerMessage } from '@deskhand/contract'
import type { QueryClient } from '@tanstack/react-query'
import { useEffect, useRef, useSyncExternalStore } from 'react'
import { refreshSession } from './call.ts'
import { refresh } from './fresh.ts'

export type LiveEvent = Extract<ServerMessage, { type: 'event' }>

/** `live`: every change arrives. `catching-up`: connected again, missed events are on their way. `offline`: polling. */
export type LiveState = 'live' | 'catching-up' | 'offline'

const firstWait = 500
const longestWait = 10_000
const pollEvery = 20_000
/** The server pings every 25 s; two missed ones mean that the line is dead although nobody said so. */
const silence = 60_000
/** How the server closes a socket whose session has ended. */
const signedOut = 4401

let state: LiveState = 'catching-up'
let socket: WebSocket | null = null
/** Everything up to here is known; ids and positions of the log have at most 15 digits. */
let known: number | null = null
const wanted = new Map<string, number>()
/** What this socket was asked for, whether granted or not. */
let asked = new Set<string>()
const watchers = new Set<() => void>()
const listeners = new Set<(event: LiveEvent) => void>()

function become(next: LiveState) {
  if (next === state) return
  state = next
  for (const watcher of watchers) watcher()
}

const say = (message: ClientMessage) => socket?.send(JSON.stringify(message))

/** Brings the server's list of topics in line with ours. */
function align() {
  if (socket?.readyState !== WebSocket.OPEN) return
  const fresh = [...wanted.keys()].filter((topic) => !asked.has(topic))
  const over = [...asked].filter((topic) => !wanted.has(topic))
  if (over.length > 0) say({ type: 'unsubscribe', topics: over })
  if (fresh.length > 0)
    say({ type: 'subscribe', topics: fresh, ...(known !== null && { after: String(known) }) })
  asked = new Set(wanted.keys())
}

let isPlanned = false

/** A page opens several topics in one go, and the next page often the same ones: they leave in one message. */
function alignSoon() {
  if (isPlanned) return
  isPlanned = true
  queueMicrotask(() => {
    isPlanned = false
    align()
  })
}

/** Reads that were answered before the line stood, and may have missed something since. */
const wasRead = ({ state: { dataUpdatedAt } }: { state: { dataUpdatedAt: number } }) => dataUpdatedAt > 0

function hear(client: QueryClient, event: LiveEvent) {
  const id = Number(event.id)
  if (known !== null && id <= known) return
  known = id
  const { subject, name } = event
  const ids = [subject.id, subject.ref].filter((one) => one !== null)
  refresh(client, { slice: subject.type, ids })
  const slice = name.split('.')[0] ?? ''
  if (slice !== subject.type) refresh(client, { slice, ids: [] })
  for (const listener of listeners) listener(event)
}

function receive(client: QueryClient, message: ServerMessage) {
  switch (message.type) {
    case 'event':
      return hear(client, message)
    case 'subscribed':
      if (known === null) void client.invalidateQueries({ predicate: wasRead }, { cancelRefetch: false })
      known = Math.max(known ?? 0, Number(message.position))
      return become('live')
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
      become(attempts > 1 ? 'offline' : 'catching-up')
      // Asking who one is leads to the sign-in when the session has ended.
      if (code === signedOut) void client.invalidateQueries({ queryKey: ['/users/me'] })
      const longest = Math.min(longestWait, firstWait * 2 ** (attempts - 1))
      again = setTimeout(reopen, firstWait / 2 + Math.random() * longest)
    }
  }

  /** The usual reason to be turned away is an access token that ran out. */
  async function reopen() {
    if (attempts % 8 === 2) await refreshSession().catch(() => false)
    if (!isOver) open()
  }

  const hurry = () => {
    if (socket || isOver) return
    clearTimeout(again)
    void reopen()
  }
  const poll = setInterval(() => {
    if (state === 'offline' && document.visibilityState === 'visible') void client.invalidateQueries()
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
    socket = null
    known = null
  }
}

/** Listens to topics (`request:<id>`, `desk:<code>`, `me`) while the component is there. */
export function useTopics(topics: readonly string[]) {
  const key = topics.join(' ')
  useEffect(() => {
    const own = key === '' ? [] : key.split(' ')
    for (const topic of own) wanted.set(topic, (wanted.get(topic) ?? 0) + 1)
    alignSoon()
    return () => {
      for (const topic of own) {
        const left = (wanted.get(topic) ?? 1) - 1
        if (left > 0) wanted.set(topic, left)
        else wanted.delete(topic)
      }
      alignSoon()
    }
  }, [key])
}

/** Hears every event of the topics in use; reads refresh themselves without it. */
export function useLiveEvents(handle: (event: LiveEvent) => void) {
  const latest = useRef(handle)
  latest.current = handle
  useEffect(() => {
    const listener = (event: LiveEvent) => latest.current(event)
    listeners.add(listener)
    return () => {
      listeners.delete(listener)
    }
  }, [])
}

function watch(watcher: () => void) {
  watchers.add(watcher)
  return () => watchers.delete(watcher)
}

export const useLiveState = () => useSyncExternalStore(watch, () => state)
