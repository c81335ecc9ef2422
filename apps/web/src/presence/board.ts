import type { Doing, Present } from '@deskhand/contract'
import { presence } from '@deskhand/contract'
import { useEffect, useSyncExternalStore } from 'react'
import { call } from '../call.ts'
import { liveState, onSaid, sayLook, watch } from '../live.ts'
import { onEvent } from '../liveTopics.ts'

const nobody: readonly Present[] = []
let places = new Map<string, readonly Present[]>()
const watchers = new Set<() => void>()
const publish = () => {
  for (const watcher of watchers) watcher()
}

onSaid((message) => {
  if (message.type !== 'presence') return
  places = new Map(places)
  for (const { id, people } of message.requests) {
    if (people.length > 0) places.set(id, people)
    else places.delete(id)
  }
  publish()
})
// Whoever's words are here has stopped writing them, whatever the next change says a moment later.
onEvent(({ name, subject, actor }) => {
  if (name !== 'request.replied' && name !== 'request.noted') return
  const here = places.get(subject.id ?? '')
  if (!here?.some(({ id, doing }) => id === actor?.id && doing !== 'looking')) return
  places = new Map(places)
  const people = here.map((one) => (one.id === actor?.id ? { ...one, doing: 'looking' as const } : one))
  places.set(subject.id ?? '', people)
  publish()
})
// What was said on a line that broke off may be over by now; the next one says it anew.
watch(() => {
  if (liveState() === 'live' || places.size === 0) return
  places = new Map()
  publish()
})

const subscribe = (watcher: () => void) => {
  watchers.add(watcher)
  return () => {
    watchers.delete(watcher)
  }
}

/** Who else is at a request. */
export const usePresent = (requestId: string | undefined, meId: string): readonly Present[] => {
  const all = useSyncExternalStore(subscribe, () => (requestId && places.get(requestId)) || nobody)
  return all.some(({ id }) => id === meId) ? all.filter(({ id }) => id !== meId) : all
}

/** The same at this moment, for whoever need not hear of changes. */
export const presentAt = (requestId: string, meId: string): readonly Present[] =>
  (places.get(requestId) ?? nobody).filter(({ id }) => id !== meId)

const beat = 10_000
const typingBeat = 3_000
const doingNow = new Map<string, { doing: Doing; saidAt: number }>()

function tell(requestId: string, doing: Doing | 'nothing') {
  if (doing === 'nothing') doingNow.delete(requestId)
  else doingNow.set(requestId, { doing, saidAt: Date.now() })
  if (sayLook(`request:${requestId}`, doing)) return
  const params = { id: requestId }
  const said =
    doing === 'nothing' ? call(presence.leave, { params }) : call(presence.look, { params, body: { doing } })
  // Who cannot say that they are there is not there; nothing depends on it.
  void said.catch(() => undefined)
}

/** Says that one is at this request while the component is there and the page can be seen. */
export function useHere(requestId: string | undefined) {
  useEffect(() => {
    if (!requestId) return
    const say = () => {
      if (document.visibilityState === 'visible') tell(requestId, 'looking')
    }
    const change = () => {
      if (document.visibilityState === 'visible') say()
      else tell(requestId, 'nothing')
    }
    say()
    const timer = setInterval(say, beat)
    const unwatch = watch(() => liveState() === 'live' && say())
    document.addEventListener('visibilitychange', change)
    return () => {
      clearInterval(timer)
      unwatch()
      document.removeEventListener('visibilitychange', change)
      tell(requestId, 'nothing')
    }
  }, [requestId])
}

/** Says that one writes; at most every three seconds, however fast one types. */
export function sayTyping(requestId: string, doing: Exclude<Doing, 'looking'>) {
  const last = doingNow.get(requestId)
  if (last?.doing === doing && Date.now() - last.saidAt < typingBeat) return
  tell(requestId, doing)
}

/** Says that one has stopped: sent it, or emptied the field. */
export function sayStopped(requestId: string) {
  if (doingNow.get(requestId)?.doing !== 'looking') tell(requestId, 'looking')
}
