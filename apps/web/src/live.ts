import type { QueryClient } from '@tanstack/react-query'
import { useEffect, useRef, useSyncExternalStore } from 'react'
import { refreshSession } from './call.ts'
import { refresh } from './fresh.ts'

export type LiveEvent = {
  id: string
  name: string
  subject: { type: string; id: string; ref: string | null }
  at: string
  actor: { id: string | null; name: string | null } | null
}

/** `live`: every change arrives. `catching-up`: connected again, missed events are on their way. `offline`: polling. */
export type LiveState = 'live' | 'catching-up' | 'offline'

const firstWait = 500
const longestWait = 10_000
const pollEvery = 20_000
/** The server pings every 25 s; two missed ones mean that the line is dead although nobody said so. */
const silence = 60_000
const settled = 400

let state: LiveState = 'catching-up'
let socket: WebSocket | null = null
let lastId = ''
const wanted = new Map<string, number>()
const unwanted = new Set<string>()
const watchers = new Set<() => void>()
const listeners = new Set<(event: LiveEvent) => void>()

function become(next: LiveState) {
  if (next === state) return
  state = next
  for (const watcher of watchers) watcher()
}

const isLater = (id: string) => lastId === '' || BigInt(id) > BigInt(lastId)

function subscribe() {
  if (socket?.readyState !== WebSocket.OPEN) return
  const topics = [...unwanted].filter((topic) => !wanted.has(topic))
  unwanted.clear()
  // The server keeps what it granted until told otherwise, and grants a socket so many.
  if (topics.length > 0) socket.send(JSON.stringify({ type: 'unsubscribe', topics }))
  const after = lastId === '' ? {} : { after: lastId }
  socket.send(JSON.stringify({ type: 'subscribe', topics: [...wanted.keys()], ...after }))
}

let isPlanned = false

/** A page opens several topics in one go; they leave in one message. */
function subscribeSoon() {
  if (isPlanned) return
  isPlanned = true
  queueMicrotask(() => {
    isPlanned = false
    subscribe()
  })
}

function isEvent(message: object): message is LiveEvent {
  return 'id' in message && 'name' in message && 'subject' in message
}

function receive(client: QueryClient, text: string) {
  const message: unknown = JSON.parse(text)
  if (typeof message !== 'object' || message === null || !('type' in message)) return
  if (message.type === 'reset' && 'id' in message) {
    lastId = String(message.id)
    void client.invalidateQueries()
    return
  }
  // All up to this position has been sent, so the line resumes from here even if nothing happened yet.
  if (message.type === 'subscribed' && 'position' in message) {
    const position = String(message.position)
    if (isLater(position)) lastId = position
    return
  }
  if (message.type !== 'event' || !isEvent(message) || !isLater(message.id)) return
  lastId = message.id
  const { subject, name } = message
  const ids = subject.ref ? [subject.id, subject.ref] : [subject.id]
  refresh(client, { slice: subject.type, ids })
  const slice = name.split('.')[0] ?? ''
  if (slice !== subject.type) refresh(client, { slice, ids: [] })
  for (const listener of listeners) listener(message)
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
    own.onopen = () => {
      const isReturn = attempts > 0 || lastId !== ''
      attempts = 0
      heard()
      subscribe()
      become(isReturn ? 'catching-up' : 'live')
      // Without a last event there is nothing to resume from: what was read before the line stood may be old.
      if (lastId === '') {
        const wasRead = ({ state: { dataUpdatedAt } }: { state: { dataUpdatedAt: number } }) =>
          dataUpdatedAt > 0
        void client.invalidateQueries({ predicate: wasRead }, { cancelRefetch: false })
      }
      setTimeout(() => {
        if (socket === own) become('live')
      }, settled)
    }
    own.onmessage = ({ data }) => {
      heard()
      receive(client, String(data))
    }
    own.onclose = () => {
      clearTimeout(quiet)
      if (socket === own) socket = null
      if (isOver) return
      attempts += 1
      if (attempts > 1) become('offline')
      else become('catching-up')
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
    lastId = ''
  }
}

/** Listens to topics (`request:<id>`, `desk:<code>`, `me`) while the component is there. */
export function useTopics(topics: readonly string[]) {
  const key = topics.join(' ')
  useEffect(() => {
    const own = key === '' ? [] : key.split(' ')
    for (const topic of own) wanted.set(topic, (wanted.get(topic) ?? 0) + 1)
    subscribeSoon()
    return () => {
      for (const topic of own) {
        const left = (wanted.get(topic) ?? 1) - 1
        if (left > 0) wanted.set(topic, left)
        else {
          wanted.delete(topic)
          unwanted.add(topic)
        }
      }
      subscribeSoon()
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
