import assert from 'node:assert/strict'
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { after, test } from 'node:test'
import { setTimeout as pause } from 'node:timers/promises'
import { gunzipSync } from 'node:zlib'
import { people, requests } from '@deskhand/contract'
import { openTinyApi } from '../testing/tinyApi.ts'
import { mountPages } from './pages.ts'

const folder = mkdtempSync(join(tmpdir(), 'deskhand-first-reads-'))
writeFileSync(
  join(folder, 'index.html'),
  '<meta name="csp-nonce" content="" /><script type="application/json" id="first-reads"></script>',
)
const api = await openTinyApi([])
const pages = mountPages(api.app, folder, 'http://localhost', (path) => [
  { route: people.me, input: {} },
  ...(path === '/slow' ? [{ route: requests.counts, input: {} }] : []),
  ...(path === '/' ? [{ route: requests.list, input: { query: { state: 'open', limit: 5 } } }] : []),
])
const asked: string[] = []
api.app.get('/api/v1/users/me', async (request, reply) => {
  asked.push(String(request.headers.cookie))
  if (request.headers.cookie !== 'at=ana') return reply.code(401).send({ code: 'not_signed_in' })
  return { firstName: '</script><script>alert(1)</script>', from: request.headers['user-agent'] }
})
api.app.get('/api/v1/requests', async ({ query }) => ({ data: [query] }))
api.app.get('/api/v1/requests/counts', async () => {
  await pause(2_000, null, { ref: false })
  return {}
})
api.app.setNotFoundHandler((request, reply) => (pages.serve(request, reply) ? reply : reply.code(404).send()))
after(async () => {
  await api.close()
  rmSync(folder, { recursive: true })
})

const get = (url: string, headers: Record<string, string> = {}) =>
  api.app.inject({ url, headers: { accept: 'text/html', 'user-agent': 'a browser', ...headers } })
const readsIn = (body: string) => /id="first-reads">(.*?)<\/script>/s.exec(body)?.[1] ?? 'no place for them'

test('a page brings what it reads first, asked for as whoever asks for the page', async () => {
  const { body, headers } = await get('/', { cookie: 'at=ana' })
  const byPath = ([one]: [string], [other]: [string]) => one.localeCompare(other)
  assert.deepEqual(JSON.parse(readsIn(body)).toSorted(byPath), [
    ['/requests', { query: { state: 'open', limit: 5 } }, { data: [{ state: 'open', limit: '5' }] }],
    ['/users/me', {}, { firstName: '</script><script>alert(1)</script>', from: 'a browser' }],
  ])
  assert.equal(headers['cache-control'], 'no-store')
  assert.match(String(headers['vary']), /cookie/)
})

test('nothing in it can end the element it lies in', async () => {
  const { body } = await get('/', { cookie: 'at=ana' })
  assert.equal(body.match(/<\/script>/g)?.length, 1)
  assert.doesNotMatch(body, /<script>alert/)
})

test('it travels packed', async () => {
  const { rawPayload, headers } = await get('/', { cookie: 'at=ana', 'accept-encoding': 'gzip, br' })
  assert.equal(headers['content-encoding'], 'gzip')
  assert.match(readsIn(gunzipSync(rawPayload).toString()), /users\/me/)
})

test('who is not signed in gets the page alone, and without a cookie nobody is asked', async () => {
  const { body, headers, statusCode } = await get('/inbox', { cookie: 'at=old' })
  assert.equal(statusCode, 200)
  assert.equal(readsIn(body), '')
  assert.equal(headers['cache-control'], 'no-cache')
  const before = asked.length
  assert.equal(readsIn((await get('/')).body), '')
  assert.equal(asked.length, before)
})

test('a page does not wait for a read that takes long', async () => {
  const began = performance.now()
  const { body, statusCode } = await get('/slow', { cookie: 'at=ana' })
  assert.equal(statusCode, 200)
  assert.deepEqual(
    JSON.parse(readsIn(body)).map(([path]: [string]) => path),
    ['/users/me'],
  )
  assert.ok(performance.now() - began < 1_900)
})
