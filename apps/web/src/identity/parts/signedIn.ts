import { useQueryClient } from '@tanstack/react-query'
import { useRouter } from '@tanstack/react-router'
import { useEffect } from 'react'
import { forgetShell } from '../../stock-takes/count/forgetShell.ts'

export type Way = 'password' | 'magic_link'

const lastWay = 'deskhand.sign-in'
const channelName = 'deskhand.session'

/** The way this device signed in last, which is offered first. */
export function lastUsed(): Way {
  try {
    return localStorage.getItem(lastWay) === 'magic_link' ? 'magic_link' : 'password'
  } catch {
    return 'password'
  }
}

function remember(way: Way) {
  try {
    localStorage.setItem(lastWay, way)
  } catch {
    // Without storage the password is simply offered first again.
  }
}

/** Leaves the entrance: forgets what an earlier person read, tells the other tabs, and opens the page asked for. */
export function useEnter() {
  const client = useQueryClient()
  const router = useRouter()
  return (way: Way | null, target = '/') => {
    if (way) remember(way)
    client.clear()
    void forgetShell()
    const channel = new BroadcastChannel(channelName)
    channel.postMessage('signed in')
    channel.close()
    router.history.replace(target, { isArriving: true })
  }
}

/** Hears when another tab signed in, such as the one that the mailed link opened. */
export function useEnteredElsewhere(then: () => void) {
  useEffect(() => {
    const channel = new BroadcastChannel(channelName)
    channel.onmessage = then
    return () => channel.close()
  })
}
