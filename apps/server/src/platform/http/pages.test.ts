import assert from 'node:assert/strict'
import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { after, test } from 'node:test'
import { brotliCompressSync, brotliDecompressSync, gunzipSync, gzipSync } from 'node:zlib'
import { openTinyApi } from '../testing/tinyApi.ts'
import { mountPages } from './pages.ts'

const folder = mkdtempSync(join(tmpdir(), 'deskhand-pages-'))
mkdirSync(join(folder, 'assets'))
const script = 'console.log("hello");'.repeat(50)
const html = '<!doctype html><head><meta name="csp-nonce" content="" /></head><body>The app</body>'
const files: Record<string, string | Buffer> = {
  'index.html': html,
  'favicon.svg': '<svg xmlns="http://www.w3.org/2000/svg"/>',
  'count-worker.js': script,
  'assets/decoder-Ab12.js': script,
  'assets/index-Ab12.js': script,
  'assets/index-Ab12.js.br': brotliCompressSync(script),
  'assets/index-Ab12.js.gz': gzipSync(script),
  'assets/index-Ab12.js.map': '{}',
  '.deskhand-build': 'marker',
}
for (const [name, content] of Object.entries(files)) writeFileSync(join(folder, name), content)

async function open(root: string) {
  const api = await openTinyApi([], { settings: { url: 'https://desk.example.com' } })
  const pages = mountPages(api.app, root, 'https://desk.example.com')
  api.app.setNotFoundHandler((request, reply) =>
    pages.serve(request, reply) ? reply : reply.code(404).send('nothing'),
  )
  return api
}
const api = await open(folder)
const bare = await open(join(folder, 'not-there'))
after(async () => {
  await Promise.all([api.close(), bare.close()])
  rmSync(folder, { recursive: true })
})

const get = (url: string, headers: Record<string, string> = {}) => api.app.inject({ url, headers })
const page = { accept: 'text/html,application/xhtml+xml,*/*;q=0.8' }

test('every page carries a nonce of its own, in its text and in its policy', async () => {
  const nonces = new Set<string>()
  for (const url of ['/', '/requests/IT-4921', '/queue/IT?view=mine']) {
    const { statusCode, headers, body } = await get(url, page)
    assert.equal(statusCode, 200)
    assert.equal(headers['cache-control'], 'no-cache')
    const nonce = /<meta name="csp-nonce" content="([^"]{22,})"/.exec(body)?.[1] ?? ''
    assert.ok(nonce)
    nonces.add(nonce)
    const policy = String(headers['content-security-policy'])
    assert.ok(policy.includes(`style-src 'self' 'nonce-${nonce}'`))
    assert.match(policy, /default-src 'none'; script-src 'self'; /)
    assert.match(policy, /connect-src 'self' wss:\/\/desk\.example\.com;/)
    assert.match(policy, /frame-ancestors 'none'; object-src 'none'$/)
    assert.doesNotMatch(policy.replace("style-src-attr 'unsafe-inline'", ''), /unsafe|http:|\*/)
    assert.match(body, /The app/)
  }
  assert.equal(nonces.size, 3)
})

test('what is no page is not answered with one', async () => {
  for (const url of [
    '/api/v1/nothing',
    '/assets/old-Zz99.js',
    '/robots.txt',
    '/docs/nothing',
    '/.env',
    '/.deskhand-build',
    '/assets/index-Ab12.js.map',
    '/assets/..%2findex.html',
    '/../index.html',
  ]) {
    assert.equal((await get(url, page)).statusCode, 404, url)
  }
  assert.equal((await get('/requests', { accept: 'application/json' })).statusCode, 404)
  assert.equal((await api.app.inject({ method: 'POST', url: '/requests', headers: page })).statusCode, 404)
})

test('files with a hash in their name are kept for ever, others are asked for', async () => {
  const asset = await get('/assets/index-Ab12.js')
  assert.equal(asset.headers['cache-control'], 'public, max-age=31536000, immutable')
  assert.equal(asset.headers['content-type'], 'text/javascript; charset=utf-8')
  assert.equal(asset.headers['x-content-type-options'], 'nosniff')
  assert.equal(asset.body, script)
  const icon = await get('/favicon.svg')
  assert.equal(icon.headers['cache-control'], 'no-cache')
  assert.equal(icon.headers['content-type'], 'image/svg+xml')
  const again = await get('/favicon.svg', { 'if-none-match': String(icon.headers['etag']) })
  assert.equal(again.statusCode, 304)
})

test('a worker may fetch what it needs and nothing from elsewhere, and its own address is asked for each time', async () => {
  const service = await get('/count-worker.js')
  assert.equal(service.headers['cache-control'], 'no-cache')
  assert.equal(service.headers['content-security-policy'], "default-src 'self'")
  const decoder = await get('/assets/decoder-Ab12.js')
  assert.match(String(decoder.headers['content-security-policy']), /^default-src 'none'; .*wasm-unsafe-eval/)
})

test('sends what the build compressed, in the form that is accepted', async () => {
  const br = await get('/assets/index-Ab12.js', { 'accept-encoding': 'gzip, deflate, br' })
  assert.equal(br.headers['content-encoding'], 'br')
  assert.equal(br.headers['vary'], 'accept-encoding')
  assert.equal(brotliDecompressSync(br.rawPayload).toString(), script)
  const gz = await get('/assets/index-Ab12.js', { 'accept-encoding': 'gzip, br;q=0' })
  assert.equal(gz.headers['content-encoding'], 'gzip')
  assert.equal(gunzipSync(gz.rawPayload).toString(), script)
  assert.notEqual(br.headers['etag'], gz.headers['etag'])
  const plain = await get('/assets/index-Ab12.js', { 'accept-encoding': 'identity' })
  assert.equal(plain.headers['content-encoding'], undefined)
})

test('without a build it says how to make one', async () => {
  const { statusCode, body } = await bare.app.inject({ url: '/', headers: page })
  assert.equal(statusCode, 503)
  assert.match(body, /npm start/)
})
