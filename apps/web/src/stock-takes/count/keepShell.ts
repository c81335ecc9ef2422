import { people } from '@deskhand/contract'
import { entryOf } from '../../shell/newVersion.ts'
import type { Me } from '../../shell/session.ts'
import { shellCache as cacheName } from './forgetShell.ts'
import { patience } from './patience.ts'

/** Under which the worker looks for the page; it is the same page for every stock-take. */
const keptPage = '/stock-takes/kept/count'
const entryKey = 'deskhand.count-entry'

/** What this page is made of, as far as it has loaded. */
const loaded = () =>
  performance
    .getEntriesByType('resource')
    .map(({ name }) => name)
    .filter((name) => name.startsWith(`${location.origin}/assets/`))

/** Whether this document was opened at an address that the worker watches; the router alone does not load one. */
export const isOwnDocument = (): boolean => {
  const [entry] = performance.getEntriesByType('navigation')
  return entry ? new URL(entry.name).pathname.startsWith('/stock-takes/') : true
}

/**
 * Keeps this page, its scripts and the reader of codes on the device, so that it opens without a network; answers
 * whether it does. A browser without service workers, or a page without https, counts all the same while it is open.
 */
export async function keepShell(me: Me, warmUp: () => Promise<void>): Promise<boolean> {
  if (!('serviceWorker' in navigator) || !('caches' in window)) return false
  await navigator.serviceWorker.register('/count-worker.js', { scope: '/stock-takes/' })
  await navigator.serviceWorker.ready
  if (!navigator.serviceWorker.controller)
    await new Promise<void>((done) =>
      navigator.serviceWorker.addEventListener('controllerchange', () => done(), { once: true }),
    )
  const page = await fetch(location.pathname, {
    cache: 'no-store',
    headers: { accept: 'text/html' },
    signal: patience(),
  })
  if (!page.ok) return false
  const html = await page.text()
  const entry = entryOf(new DOMParser().parseFromString(html, 'text/html')) ?? ''
  // A release came while this page was open: its files are not here, and come when it is loaded anew.
  if (entry !== entryOf(document)) return false
  // The files of another release are not needed any more.
  if (localStorage.getItem(entryKey) !== entry) {
    await caches.delete(cacheName)
    localStorage.setItem(entryKey, entry)
  }
  const cache = await caches.open(cacheName)
  await cache.put(keptPage, withMe(html, page.headers, me))
  await warmUp()
  const known = new Set((await cache.keys()).map(({ url }) => url))
  await cache.addAll([...new Set(loaded())].filter((url) => !known.has(url)))
  return true
}

/** The page with who is signed in and nothing else of what comes along; a busy server may have left it out. */
function withMe(html: string, given: Headers, me: Me): Response {
  const reads = JSON.stringify([[people.me.path, {}, me]]).replaceAll('<', '\\u003c')
  const page = html.replace(
    /(<script type="application\/json" id="first-reads">)[^<]*/,
    (_, before: string) => before + reads,
  )
  const headers = new Headers(given)
  // It is unpacked here, and of another length.
  for (const name of ['content-encoding', 'content-length']) headers.delete(name)
  return new Response(page, { headers })
}
