import type { ServerMessage } from '@deskhand/contract'
import { useEffect, useRef, useSyncExternalStore } from 'react'

export type LiveEvent = Extract<ServerMessage, { type: 'event' }>

/** `live`: every change arrives. `catching-up`: connected again, missed events are on their way. `offline`: polling. */
type LiveState = 'live' | 'catching-up' | 'offline'

let state: LiveState = 'catching-up'
/** When the line was last up; null before it first was, and while it is. */
let lost: Date | null = null
/** What the pages on screen listen to, and how many of them do. */
export const wanted = new Map<string, number>()
const watchers = new Set<() => void>()
const listeners = new Set<(event: LiveEvent) => void>()
type Said = Extract<ServerMessage, { type: 'presence' | 'seen' }>
const hearers = new Set<(message: Said) => void>()

export function become(next: LiveState) {
  if (next === state) return
  if (state === 'live') lost = new Date()
  if (next === 'live') lost = null
  state = next
  for (const watcher of watchers) watcher()
}

/** What the line brought, for whoever listens. */
export function pass(message: Said) {
  for (const hearer of hearers) hearer(message)
}
export function passEvent(event: LiveEvent) {
  for (const listener of listeners) listener(event)
}

let align: () => void = () => undefined
/** The line asks to be told when other topics are wanted. */
export function whenWanted(then: () => void) {
  align = then
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

/** Hears every event outside of a component. */
export function onEvent(listener: (event: LiveEvent) => void) {
  listeners.add(listener)
  return () => {
    listeners.delete(listener)
  }
}

/** Hears who is at the requests in use, and what was read; see presence. */
export function onSaid(hearer: (message: Said) => void) {
  hearers.add(hearer)
  return () => {
    hearers.delete(hearer)
  }
}

/** Tells whoever asks whenever the line changes, and how it is now. */
export const liveState = () => state
export const lostAt = () => lost

export function watch(watcher: () => void) {
  watchers.add(watcher)
  return () => watchers.delete(watcher)
}

export const useLiveState = () => useSyncExternalStore(watch, () => state)
