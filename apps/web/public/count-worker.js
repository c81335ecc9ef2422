// Opens the page that counts things when there is no network; every other page and every call go past it. Written by
// hand and a file of its own: a service worker must keep its address over releases. See decision 100.
const cacheName = 'count-shell'
const keptPage = '/stock-takes/kept/count'
/** How long a server may take before the page that was kept is shown, in milliseconds: in a cellar the line stands and nothing comes. */
const patience = 4000
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
  const kept = await caches.match(keptPage, { cacheName })
  if (!kept) return fetch(request)
  const tooLate = new Promise((done) => setTimeout(done, patience, kept))
  return Promise.race([fetch(request).catch(() => kept), tooLate])
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
