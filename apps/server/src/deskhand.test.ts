import assert from 'node:assert/strict'
import { after, test } from 'node:test'
import { contract, problems } from '@deskhand/contract'
import { slices } from './slices.ts'
import { openDesk } from './testing/desk.ts'

const desk = await openDesk({ metricsToken: 'prometheus-reads-this' })
const { app } = desk.deskhand
after(() => desk.close())

test('every route of the contract has its handler', () => {
  const handled = slices.map(({ name }) => name).sort()
  assert.deepEqual(handled, Object.keys(contract).sort())
  for (const route of Object.values(contract).flatMap((routes) => Object.values(routes))) {
    assert.ok(app.hasRoute({ method: route.method, url: `/api/v1${route.path}` }), route.path)
  }
})

const classes = [
  '/api/v1/auth/providers',
  '/api/v1/requests',
  '/api/v1/nothing',
  '/health/live',
  '/health/ready',
  '/metrics',
  '/openapi.json',
  '/docs',
  '/docs/requests',
  '/docs/shapes/Request',
  '/docs/find.js',
  '/docs/problems',
  '/docs/problems.css',
  '/',
  '/requests/IT-1',
  '/assets/none.js',
]
for (const url of classes) {
  test(`${url} carries the security headers`, async () => {
    const { headers } = await app.inject({ url, headers: { accept: 'text/html,*/*' } })
    const policy = String(headers['content-security-policy'])
    assert.match(policy, /default-src 'none'/)
    assert.match(policy, /frame-ancestors 'none'/)
    assert.doesNotMatch(policy, /script-src[^;]*unsafe/)
    assert.equal(headers['x-content-type-options'], 'nosniff')
    assert.equal(headers['x-frame-options'], 'DENY')
    assert.equal(headers['referrer-policy'], 'same-origin')
    assert.equal(headers['cross-origin-opener-policy'], 'same-origin')
    assert.equal(headers['cross-origin-resource-policy'], 'same-origin')
    assert.match(String(headers['x-request-id']), /^[0-9a-f-]{36}$/)
    assert.equal(headers['x-powered-by'], undefined)
    assert.equal(headers['access-control-allow-origin'], undefined)
    if (url.startsWith('/api/')) assert.equal(headers['cache-control'], 'no-store')
  })
}

test('with https, browsers are told to stay there and cookies are bound to the host', async () => {
  const secure = await openDesk({ url: 'https://desk.example.com', isUrlGiven: true })
  const { headers } = await secure.deskhand.app.inject({
    url: '/health/live',
    headers: { host: 'desk.example.com' },
  })
  assert.equal(headers['strict-transport-security'], 'max-age=31536000; includeSubDomains')
  await secure.close()
})

test('metrics are for this machine and for the bearer of the token', async () => {
  const ask = async (remoteAddress: string, headers = {}) =>
    (await app.inject({ url: '/metrics', remoteAddress, headers })).statusCode
  assert.equal(await ask('127.0.0.1'), 200)
  assert.equal(await ask('::1'), 200)
  assert.equal(await ask('192.0.2.1'), 403)
  assert.equal(await ask('127.0.0.1', { 'x-forwarded-for': '192.0.2.1' }), 403)
  assert.equal(await ask('192.0.2.1', { authorization: 'Bearer wrong' }), 403)
  assert.equal(await ask('192.0.2.1', { authorization: 'Bearer prometheus-reads-this' }), 200)
  const { body } = await app.inject('/metrics')
  assert.match(
    body,
    /^deskhand_http_server_answers_total\{method="GET",route="\/health\/live",status="200"\}/m,
  )
  assert.doesNotMatch(body, /IT-1|company/)
})

test('it is alive before it is ready, and ready once it serves', async () => {
  assert.equal((await app.inject('/health/live')).statusCode, 200)
  const before = await app.inject('/health/ready')
  assert.equal(before.statusCode, 503)
  assert.deepEqual(before.json(), { status: 'starting', checks: { database: 'ok', serving: 'starting' } })
  await desk.deskhand.start()
  const then = await app.inject('/health/ready')
  assert.equal(then.statusCode, 200)
  assert.deepEqual(then.json(), { status: 'ok', checks: { database: 'ok', serving: 'ok' } })
})

test('the document and its pages travel packed', async () => {
  const gzip = { 'accept-encoding': 'gzip' }
  for (const [url, most] of [
    ['/docs', 40_000],
    ['/docs/requests', 60_000],
    ['/openapi.json', 500_000],
    ['/metrics', 60_000],
  ] as const) {
    const { headers, rawPayload } = await app.inject({ url, headers: gzip })
    assert.equal(headers['content-encoding'], 'gzip', url)
    assert.ok(rawPayload.length < most, `${url}: ${rawPayload.length}`)
  }
})

test('the page about problems explains each of them', async () => {
  const { body } = await app.inject('/docs/problems')
  for (const code of Object.keys(problems)) assert.ok(body.includes(`<section id="${code}">`), code)
})

test('the pages of the API have every operation, its examples, its refusals, and every shape they name', async () => {
  const document: { paths: Record<string, Record<string, { operationId: string; tags: string[] }>> } = (
    await app.inject('/openapi.json')
  ).json()
  const operations = Object.values(document.paths).flatMap((methods) => Object.values(methods))
  const index = (await app.inject('/docs')).body
  const pages = new Map<string, string>()
  for (const tag of new Set(operations.flatMap(({ tags }) => tags)))
    pages.set(tag, (await app.inject(`/docs/${tag}`)).body)
  for (const { operationId, tags } of operations) {
    const [tag = ''] = tags
    assert.ok(index.includes(`href="/docs/${tag}#${operationId}"`), operationId)
    assert.ok(pages.get(tag)?.includes(`<div id="${operationId}"`), operationId)
  }
  const requests = pages.get('requests') ?? ''
  assert.match(requests, /serviceDeskCode\?: text ≤ 20/)
  assert.match(requests, /&quot;summary&quot;: &quot;VPN drops every 20 minutes&quot;/)
  assert.match(requests, /<th scope="row">412<\/th><td><a href="\/docs\/problems#stale">/)
  const seen = new Set<string>()
  const named = (text: string) =>
    [...text.matchAll(/href="(\/docs\/shapes\/\w+)"/g)].flatMap(([, to]) => to ?? [])
  const open = [...pages.values()].flatMap(named)
  for (let address = open.pop(); address; address = open.pop()) {
    if (seen.has(address)) continue
    seen.add(address)
    const { statusCode, body } = await app.inject(address)
    assert.equal(statusCode, 200, address)
    open.push(...named(body))
  }
  assert.ok(seen.size > 200)
  for (const nowhere of ['/docs/nothing', '/docs/shapes/toString'])
    assert.equal((await app.inject(nowhere)).statusCode, 404)
})
