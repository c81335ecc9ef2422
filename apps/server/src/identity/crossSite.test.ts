import assert from 'node:assert/strict'
import { after, before, describe, test } from 'node:test'
import { identity, people } from '@deskhand/contract'
import { slices } from '../slices.ts'
import { type Desk, openDesk } from '../testing/desk.ts'
import { elena } from '../testing/people.ts'
import { demoPassword } from '../world/load.ts'

let desk: Desk
let cookie: string
const ours = 'http://localhost:3000'

before(async () => {
  desk = await openDesk()
  const { headers } = await desk.call(identity.login, {
    body: { email: elena, password: demoPassword, delivery: 'cookie' },
    headers: { origin: ours },
  })
  cookie = [headers['set-cookie']]
    .flat()
    .map((one) => String(one).split(';')[0])
    .join('; ')
})
after(() => desk.close())

const commands = slices.flatMap(({ handlers }) =>
  handlers.map(({ route }) => route).filter(({ kind }) => kind === 'command'),
)

const send = (
  { method, path }: { method: 'GET' | 'POST' | 'PUT' | 'PATCH' | 'DELETE'; path: string },
  headers: Record<string, string>,
  payload?: string,
) =>
  desk.deskhand.app.inject({
    method,
    url: `/api/v1${path.replaceAll(/:\w+/g, '019a0000-0000-7000-8000-000000000000')}`,
    headers: { cookie, ...headers },
    ...(payload === undefined ? {} : { payload }),
  })

describe('with the browser’s cookie, from another site', () => {
  const json = { 'content-type': 'application/json' }
  for (const route of commands) {
    test(`${route.method} ${route.path} is refused`, async () => {
      const tries: [headers: Record<string, string>, status: number][] = [
        [{ ...json, origin: 'https://evil.example' }, 403],
        [{ ...json, origin: 'null' }, 403],
        [{ ...json, origin: `${ours}.evil.example` }, 403],
        [{ ...json }, 403],
        [{ ...json, 'sec-fetch-site': 'cross-site' }, 403],
        [{ 'content-type': 'text/plain', origin: ours }, 415],
      ]
      // What a mail program posts by itself is a form.
      if (!route.form)
        tries.push([{ 'content-type': 'application/x-www-form-urlencoded', origin: ours }, 415])
      for (const [headers, status] of tries) {
        assert.equal((await send(route, headers, '{}')).statusCode, status, JSON.stringify(headers))
      }
      const bodiless = await send(route, { origin: 'https://evil.example' })
      assert.equal(bodiless.statusCode, 403)
    })
  }
})

test('a form of ours that a script did not send is refused, too', async () => {
  const { statusCode } = await send(identity.logout, { origin: ours })
  assert.equal(statusCode, 403)
})

test('our own page may', async () => {
  const headers = { 'content-type': 'application/json', origin: ours }
  const { statusCode } = await send(people.setPreferences, headers, '{"theme":"dark"}')
  assert.equal(statusCode, 200)
  const other = { ...headers, origin: 'http://localhost:5173', host: 'localhost:5173' }
  assert.equal((await send(people.setPreferences, other, '{"theme":"light"}')).statusCode, 200)
})

test('another method in a header or the address changes nothing', async () => {
  const override = { 'x-http-method-override': 'PATCH', 'x-method-override': 'PATCH' }
  const { statusCode } = await send(people.preferences, override)
  assert.equal(statusCode, 200)
  const get = await send({ method: 'GET', path: '/auth/logout?_method=POST' }, {})
  assert.ok([404, 405].includes(get.statusCode))
})
