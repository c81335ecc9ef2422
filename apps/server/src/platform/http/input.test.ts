import assert from 'node:assert/strict'
import { connect } from 'node:net'
import { after, test } from 'node:test'
import { command, line, Problem, read } from '@deskhand/contract'
import * as z from 'zod'
import { echo, openTinyApi } from '../testing/tinyApi.ts'

const things = {
  list: read('GET /things', {
    may: 'anyone',
    summary: 'List',
    query: z.strictObject({ tag: line(20).optional() }),
  }),
  get: read('GET /things/:id', { may: 'anyone', summary: 'Get' }),
  create: command('POST /things', {
    may: 'anyone',
    summary: 'Create',
    body: z.strictObject({
      name: line(20),
      more: z.record(z.string(), z.unknown()).optional(),
    }),
  }),
  remove: command('DELETE /things/:id', { may: 'anyone', summary: 'Remove' }),
}
const api = await openTinyApi(Object.values(things).map(echo))
const { port, url } = await api.listen()
after(() => api.close())

const json = { 'content-type': 'application/json' }
const post = (payload: string | Buffer, headers: Record<string, string> = json) =>
  api.app.inject({ method: 'POST', url: '/api/v1/things', headers, payload })

async function refused(response: { statusCode: number; body: string; headers: object }, status: number) {
  assert.equal(response.statusCode, status, response.body.slice(0, 300))
  assert.match(String(Reflect.get(response.headers, 'content-type')), /^application\/problem\+json/)
  const problem = Problem.parse(JSON.parse(response.body))
  assert.equal(problem.status, status)
  assert.equal(problem.type, `/docs/problems#${problem.code}`)
  return problem
}

test('takes what fits', async () => {
  assert.equal((await post('{"name":" a "}')).json().body.name, 'a')
  assert.equal((await api.app.inject('/api/v1/things?tag=x')).json().query.tag, 'x')
})

test('names every field that does not fit, by JSON pointer', async () => {
  const { errors } = await refused(await post('{"name":"","colour":"red","size":1}'), 400)
  assert.deepEqual(errors?.map(({ pointer }) => pointer).sort(), ['/colour', '/name', '/size'])
  const query = await refused(await api.app.inject('/api/v1/things?nope=1'), 400)
  assert.equal(query.errors?.[0]?.pointer, '?nope')
})

test('refuses a query field that comes twice', async () => {
  const { errors } = await refused(await api.app.inject('/api/v1/things?tag=a&tag=b'), 400)
  assert.equal(errors?.[0]?.pointer, '?tag')
})

const bodies: [string, string | Buffer, number][] = [
  ['no JSON', '{"name":', 400],
  ['a lone value', '"name"', 400],
  ['an array', '[]', 400],
  ['nothing', '', 400],
  ['a prototype', '{"name":"a","__proto__":{"isAdmin":true}}', 400],
  ['an escaped prototype', '{"name":"a","\\u005f_proto__":{"isAdmin":true}}', 400],
  ['a constructor', '{"name":"a","more":{"constructor":{"prototype":{"isAdmin":true}}}}', 400],
  ['a depth of 100,000', `{"name":"a","more":${'{"a":'.repeat(100_000)}1${'}'.repeat(100_000)}}`, 400],
  ['a depth of 41 in arrays', `{"name":"a","more":{"a":${'['.repeat(41)}${']'.repeat(41)}}}`, 400],
  ['half a character', '{"name":"a","more":{"a":"\\ud83d"}}', 422],
  ['100,000 keys that come twice', `{${'"name":"a",'.repeat(90_000)}"name":"b"}`, 400],
  ['bytes that are no UTF-8', Buffer.from([0x7b, 0x22, 0xff, 0xfe, 0x22, 0x7d]), 400],
  ['100,000 unknown keys', `{${Array.from({ length: 100_000 }, (_, at) => `"${at}":1`).join(',')}}`, 400],
  ['more than a megabyte', `{"name":"${'a'.repeat(1_100_000)}"}`, 413],
]
for (const [what, body, status] of bodies) {
  test(`refuses ${what}`, async () => {
    const start = performance.now()
    await refused(await post(body), status)
    assert.ok(performance.now() - start < 2_000)
  })
}

test('names the key that reaches for a prototype', async () => {
  const cases = [
    ['{"name":"a","__proto__":{"isAdmin":true}}', '/__proto__'],
    ['{"name":"a","more":{"list":[{"constructor":{"prototype":{}}}]}}', '/more/list/0/constructor'],
  ] as const
  for (const [body, pointer] of cases) {
    const { errors } = await refused(await post(body), 400)
    assert.deepEqual(
      errors?.map((one) => one.pointer),
      [pointer],
    )
  }
})

const twice: [string, string][] = [
  ['{"name":"a","name":"b"}', '/name'],
  ['{"name":"a","n\\u0061me":"b"}', '/name'],
  ['{"name":"a","more":{"b":{"c":1},"d":2,"b":3}}', '/more/b'],
  ['{"name":"a","more":{"list":[1,{"a":[[],{}]},{"x":1,"y":{"x":1},"x":2}]}}', '/more/list/2/x'],
  ['{"name":"a","more":{"a/b":{"~":1,"~":1}}}', '/more/a~1b/~0'],
  ['{"name":"a","more":{"say \\"hi\\": {":{"{":1,"{":1}}}', '/more/say "hi": {/{'],
  ['{"name":"a","more":{"":1,"":2}}', '/more/'],
]
for (const [body, pointer] of twice) {
  test(`refuses a key that comes twice, naming it: ${pointer}`, async () => {
    const { errors } = await refused(await post(body), 400)
    assert.deepEqual(
      errors?.map((one) => one.pointer),
      [pointer],
    )
  })
}

test('takes the same key in different objects, and colons and keys inside texts', async () => {
  const more = { name: { name: '"name":"a","name":"b"' }, list: [{ name: 1 }, { name: 2 }], ':': ':' }
  assert.deepEqual((await post(JSON.stringify({ name: 'a', more }))).json().body, { name: 'a', more })
})

test('names the fields that hold half a character', async () => {
  const body = '{"name":"\\udc00a","more":{"a":"whole \\ud83d\\ude00","b":["x","\\uD83D"],"\\ud800":1}}'
  const { errors, detail } = await refused(await post(body), 422)
  assert.deepEqual(
    errors?.map(({ pointer }) => pointer),
    ['/name', '/more/b/1', '/more/\ufffd'],
  )
  assert.match(detail, /^Check name, more\/b\/1/)
})

test('takes brackets inside texts and a whole surrogate pair', async () => {
  const name = 'a'
  const more = { a: '[[[[{{{{"\\'.repeat(50), b: '😀' }
  const { body } = (await post(JSON.stringify({ name, more }).replace('😀', '\\ud83d\\ude00'))).json()
  assert.deepEqual(body, { name, more })
})

test('refuses other kinds of content', async () => {
  await refused(await post('name=a', { 'content-type': 'application/x-www-form-urlencoded' }), 415)
  await refused(await post('{"name":"a"}', { 'content-type': 'text/plain' }), 415)
  await refused(await post('{"name":"a"}', { 'content-type': '' }), 415)
  await refused(await post('{"name":"a"}', { ...json, 'content-encoding': 'gzip' }), 415)
  const part = '--x\r\ncontent-disposition: form-data; name="name"\r\n\r\na\r\n--x--\r\n'
  await refused(await post(part, { 'content-type': 'multipart/form-data; boundary=x' }), 415)
})

test('takes a command without a body, and a GET with one', async () => {
  const removed = await api.app.inject({ method: 'DELETE', url: '/api/v1/things/1', headers: json })
  assert.equal(removed.statusCode, 200)
  const got = await fetch(`${url}/api/v1/things/1`, { headers: { 'x-test': 'a' } })
  assert.equal(got.status, 200)
  assert.match(
    await raw('GET /api/v1/things/1 HTTP/1.1\r\nhost: a\r\ncontent-length: 5\r\n\r\nhello'),
    /^HTTP\/1.1 200/,
  )
})

test('says which methods an address knows', async () => {
  for (const method of ['PUT', 'PATCH', 'OPTIONS'] as const) {
    const answer = await api.app.inject({ method, url: '/api/v1/things/1' })
    await refused(answer, 405)
    assert.equal(answer.headers['allow'], 'DELETE, GET, HEAD')
  }
})

test('answers HEAD as GET, without the body', async () => {
  const head = await api.app.inject({ method: 'HEAD', url: '/api/v1/things/1' })
  const get = await api.app.inject('/api/v1/things/1')
  assert.equal(head.statusCode, 200)
  assert.equal(head.body, '')
  assert.equal(head.headers['content-length'], get.headers['content-length'])
})

test('a method override changes nothing', async () => {
  const headers = { ...json, 'x-http-method-override': 'DELETE' }
  await refused(
    await api.app.inject({ method: 'POST', url: '/api/v1/things/1?_method=DELETE', headers }),
    405,
  )
})

test('addresses that are none', async () => {
  await refused(await api.app.inject('/api/v1/%zz'), 400)
  await refused(await api.app.inject(`/api/v1/things/${'a'.repeat(201)}`), 404)
  await refused(await api.app.inject(`/api/v1/things/${'a'.repeat(400)}`), 404)
  await refused(await api.app.inject('/api/v1/things/%00'), 404)
})

/** What the server says to these bytes until it closes, or the answer is there. */
function raw(bytes: string): Promise<string> {
  return new Promise((resolve, reject) => {
    const socket = connect(port, '127.0.0.1')
    let said = ''
    socket.on('data', (piece) => {
      said += piece
      if (/\r\n\r\n\{.*\}$/s.test(said)) socket.destroy()
    })
    socket.on('close', () => resolve(said))
    socket.on('error', reject)
    socket.write(bytes)
  })
}

const bodyOf = (answer: string) => answer.slice(answer.indexOf('\r\n\r\n') + 4)

test('headers without end, broken HTTP and a lying length are refused in our words', async () => {
  const large = await raw(`GET / HTTP/1.1\r\nhost: a\r\nx: ${'a'.repeat(20_000)}\r\n\r\n`)
  assert.match(large, /^HTTP\/1.1 431 /)
  assert.equal(JSON.parse(bodyOf(large)).code, 'header_too_large')
  const broken = await raw('HELLO\r\n\r\n')
  assert.match(broken, /^HTTP\/1.1 400 /)
  assert.equal(JSON.parse(bodyOf(broken)).code, 'invalid')
  const smuggled = await raw(
    'POST /api/v1/things HTTP/1.1\r\nhost: a\r\ncontent-length: 5\r\ntransfer-encoding: chunked\r\n\r\n0\r\n\r\n',
  )
  assert.match(smuggled, /^HTTP\/1.1 400 /)
})

test('a body that is announced as too large is refused before it comes', async () => {
  const answer = await raw(
    `POST /api/v1/things HTTP/1.1\r\nhost: a\r\ncontent-type: application/json\r\ncontent-length: ${10 ** 10}\r\n\r\n{`,
  )
  assert.match(answer, /^HTTP\/1.1 413 /)
  assert.match(answer, /\r\nconnection: close/i)
})

test('a body that never ends is refused after its time', async (context) => {
  context.mock.timers.enable({ apis: ['setTimeout'] })
  const answer = raw(
    'POST /api/v1/things HTTP/1.1\r\nhost: a\r\ncontent-type: application/json\r\ncontent-length: 9\r\n\r\n{',
  )
  const arrived = Promise.withResolvers<void>()
  api.app.server.once('request', () => setImmediate(arrived.resolve))
  await arrived.promise
  context.mock.timers.tick(30_000)
  assert.match(await answer, /^HTTP\/1.1 408 /)
})
