import assert from 'node:assert/strict'
import { createHash } from 'node:crypto'
import { after, before, describe, test } from 'node:test'
import { contract, type Role, type Route, requests, roles } from '@deskhand/contract'
import { type Desk, openDesk } from '../testing/desk.ts'
import {
  ana,
  elena,
  everybody,
  iris,
  jorge,
  luis,
  marta,
  nuria,
  olga,
  root,
  sofia,
  tom,
} from '../testing/people.ts'
import { bodies, nothingThere } from './bodies.ts'

const routes: Route[] = Object.values(contract).flatMap((slice) => Object.values(slice))
const lineOf = (route: Route) => `${route.method} ${route.path}`

let desk: Desk
before(async () => {
  desk = await openDesk()
})
after(() => desk.close())

type Answer = { status: number; body: string }

/** Calls a route without the contract's help, as an attacker would. */
async function ask(
  email: string | null,
  route: Route,
  ids: Record<string, string> = {},
  body?: object,
): Promise<Answer> {
  const path = route.path.replace(/:(\w+)/g, (_, name: string) => ids[name] ?? nothingThere())
  const response = await desk.deskhand.app.inject({
    method: route.method,
    url: `/api/v1${path}${lineOf(route) === 'GET /search' ? '?q=vpn' : ''}`,
    headers: email ? { authorization: `Bearer ${await desk.token(email)}` } : {},
    ...(route.kind === 'command' && !route.upload && body ? { payload: body } : {}),
  })
  return { status: response.statusCode, body: response.body.replace(/"instance":"[^"]*"/, '"instance":""') }
}

/** What each of the people everybody knows may do at all, by the contract's own table. */
const rolesOf: Record<keyof typeof everybody, Role> = {
  marta: 'employee',
  jorge: 'employee',
  tom: 'employee',
  ana: 'technician',
  luis: 'technician',
  nuria: 'technician',
  pablo: 'technician',
  omar: 'technician',
  iris: 'technician',
  sofia: 'supervisor',
  elena: 'admin',
  olga: 'admin',
  root: 'super_admin',
}

/** What each of the people everybody knows may do at all, by the contract's own table. */
const may = (name: keyof typeof everybody, route: Route) =>
  route.may === 'signed-in' || roles[rolesOf[name]].permissions.some((permission) => permission === route.may)

const names = Object.keys(everybody) as (keyof typeof everybody)[]

describe('every route asks who it is and whether they may', () => {
  test('each permission is held by some role, and each route names one that exists', () => {
    const all = new Set<string>(Object.values(roles).flatMap(({ permissions }) => [...permissions]))
    for (const route of routes) {
      assert.ok(route.may === 'anyone' || route.may === 'signed-in' || all.has(route.may), lineOf(route))
    }
  })

  for (const route of routes) {
    // Ending the very session that asks would end the test; it has tests of its own.
    if (['POST /auth/logout', 'DELETE /auth/sessions'].includes(lineOf(route))) continue
    test(lineOf(route), async () => {
      const stranger = await ask(null, route)
      if (route.may === 'anyone') assert.notEqual(stranger.status, 403, 'nobody')
      else assert.equal(stranger.status, 401, 'nobody')
      if (route.may === 'anyone') return
      for (const name of names) {
        const { status, body } = await ask(everybody[name], route)
        const isRefusedByRole = body.includes('Your role does not allow this.')
        assert.equal(isRefusedByRole, !may(name, route), `${name}: ${body.slice(0, 200)}`)
        assert.equal(isRefusedByRole && status !== 403, false, `${name}: ${status}`)
        assert.ok(status < 500, `${name}: ${status} ${body.slice(0, 200)}`)
      }
    })
  }
})

/** A fingerprint of all that a company has, apart from what merely reading leaves. */
async function fingerprint(email: string): Promise<string> {
  const tables = await desk.rows<{ name: string }>(
    email,
    `select c.relname as name from pg_class c join pg_namespace n on n.oid = c.relnamespace
     where n.nspname = 'app' and c.relkind = 'r' and c.relname not in ('idempotency_keys') order by 1`,
  )
  const hash = createHash('sha256')
  for (const { name } of tables) {
    const [row] = await desk.rows<{ sum: string | null }>(
      email,
      `select md5(string_agg(md5(t::text), '' order by md5(t::text))) as sum from app.${name} t`,
    )
    hash.update(`${name} ${row?.sum}\n`)
  }
  return hash.digest('hex')
}

/** Whoever asks for it by any route gets what they would get for an id that was never given. */
async function isAsIfMissing(
  emails: readonly string[],
  ids: Record<string, string>,
  paths: RegExp,
): Promise<void> {
  const asked = routes.filter((route) => paths.test(route.path))
  assert.ok(asked.length > 0)
  for (const route of asked) {
    for (const email of emails) {
      const body = bodies[lineOf(route)]
      const missing = Object.fromEntries(Object.keys(ids).map((name) => [name, nothingThere()]))
      const real = await ask(email, route, ids, body)
      const none = await ask(email, route, missing, body)
      const message = `${email} ${lineOf(route)}: ${real.status} ${real.body.slice(0, 200)}`
      assert.ok(real.status >= 400 && real.status < 500, message)
      assert.deepEqual(real, none, message)
    }
  }
}

describe('what is not theirs does not exist for them', () => {
  const strangers = [olga, iris, tom, root]
  const anyRequest = /^\/requests\/:id/

  test('another company’s request, by every route, and nothing of it changes', async () => {
    const { id } = (
      await desk.as(marta).call(requests.create, { body: { serviceDeskCode: 'IT', summary: 'Ours alone' } })
    ).data
    const before = await fingerprint(marta)
    await isAsIfMissing(strangers, { id, attachmentId: nothingThere() }, anyRequest)
    assert.equal(await fingerprint(marta), before)
  })

  test('another company’s people, by every route, and nothing of them changes', async () => {
    const { personId } = await desk.who(jorge)
    const before = await fingerprint(marta)
    await isAsIfMissing([olga, iris, tom], { id: personId }, /^\/(management\/)?users\/:id/)
    assert.equal(await fingerprint(marta), before)
  })

  test('another company’s desks, log lines and notifications', async () => {
    const [one] = await desk.rows<{ deskId: string; eventId: string }>(
      marta,
      `select (select id from app.desks where code = 'HR') as "deskId", (select max(id)::text from app.events) as "eventId"`,
    )
    assert.ok(one)
    await isAsIfMissing([olga, iris, tom], { id: one.deskId }, /^\/(management\/)?service-desks\/:id/)
    await isAsIfMissing([olga], { id: one.eventId }, /^\/audit-logs\/:id/)
  })

  test('a request of another desk, for its technicians and their colleagues', async () => {
    const { id } = (
      await desk.as(marta).call(requests.create, { body: { serviceDeskCode: 'HR', summary: 'For HR' } })
    ).data
    await isAsIfMissing([ana, luis, sofia, jorge], { id, attachmentId: nothingThere() }, anyRequest)
  })

  test('a confidential request, whatever the rank', async () => {
    const { id } = (
      await desk.as(marta).call(requests.create, {
        body: { serviceDeskCode: 'HR', summary: 'In confidence', isConfidential: true },
      })
    ).data
    await isAsIfMissing(
      [ana, sofia, jorge, elena, olga, root],
      { id, attachmentId: nothingThere() },
      anyRequest,
    )
    assert.equal((await desk.as(marta).call(requests.get, { params: { id } })).status, 200)
    assert.equal((await desk.as(nuria).call(requests.get, { params: { id } })).status, 200)
  })

  test('an own request is there, by its id and by its reference', async () => {
    const { id, referenceNumber } = (
      await desk.as(marta).call(requests.create, { body: { serviceDeskCode: 'IT', summary: 'Mine' } })
    ).data
    for (const name of [id, referenceNumber, referenceNumber.toLowerCase()]) {
      for (const email of [marta, ana, sofia, elena]) {
        assert.equal((await desk.as(email).call(requests.get, { params: { id: name } })).data.id, id)
      }
    }
  })
})
