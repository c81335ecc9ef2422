// Opens the page that counts things when there is no network; every other page and every call go past it. Written by
// hand and a file of its own: a service worker must keep its address over releases. See decision 97.
const cacheName = 'count-shell'
const isCountPage = (address) => /^\/stock-takes\/[^/]+\/count$/.test(new URL(address).pathname)
const isBuilt = (address) => new URL(address).pathname.startsWith('/assets/')

addEventListener('install', () => skipWaiting())
addEventListener('activate', (event) => event.waitUntil(clients.claim()))

addEventListener('fetch', (event) => {
  const { request } = event
  if (request.method !== 'GET' || new URL(request.url).origin !== location.origin) return
  if (request.mode === 'navigate' && isCountPage(request.url)) event.respondWith(openPage(request))
  else if (isBuilt(request.url)) event.respondWith(readBuilt(event))
})

/** The server's page where there is a server; else the one that was kept, whichever stock-take it was opened for. */
async function openPage(request) {
  try {
    return await fetch(request)
  } catch (error) {
    const kept = await caches.match('/stock-takes/kept/count', { cacheName })
    if (kept) return kept
    throw error
  }
}

/** Built files have a hash in their names and never change: what is kept is right. */
async function readBuilt(event) {
  const cache = await caches.open(cacheName)
  const kept = await cache.match(event.request)
  if (kept) return kept
  const fresh = await fetch(event.request)
  const client = event.clientId ? await clients.get(event.clientId) : undefined
  // Workers of the page, such as the reader of codes, have an address of their own.
  const isOfCountPage = client && (isCountPage(client.url) || isBuilt(client.url))
  if (fresh.ok && isOfCountPage) event.waitUntil(cache.put(event.request, fresh.clone()))
  return fresh
}
