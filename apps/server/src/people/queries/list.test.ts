import assert from 'node:assert/strict'
import { after, before, describe, test } from 'node:test'
import { people, type QueryIn, requests } from '@deskhand/contract'
import { newId } from '../../platform/ids.ts'
import { type Desk, openDesk } from '../../testing/desk.ts'
import { ana, elena, jorge, marta, nuria, olga, root, sofia } from '../../testing/people.ts'
import { words } from '../words.ts'

let desk: Desk
before(async () => {
  desk = await openDesk()
})
after(() => desk.close())

const list = (query: QueryIn<typeof people.list>, by = elena) => desk.as(by).call(people.list, { query })
const idOf = async (email: string) => ({ id: (await desk.who(email)).personId })

async function everybody(query: QueryIn<typeof people.list>) {
  const found = []
  let cursor: string | undefined
  do {
    const { data } = await list({ ...query, limit: 37, ...(cursor ? { cursor } : {}) })
    found.push(...data.data)
    cursor = data.page.next ?? undefined
  } while (cursor)
  return found
}

describe('the directory', () => {
  for (const sort of ['name', '-name', 'createdAt', '-createdAt', 'lastSignInAt', '-lastSignInAt'] as const) {
    test(`pages through everybody once, by ${sort}`, async () => {
      const found = await everybody({ sort })
      const first = await list({ sort, limit: 1 })
      assert.equal(found.length, first.data.page.totalEstimate)
      assert.equal(new Set(found.map(({ id }) => id)).size, found.length)
      const field = sort.replace('-', '')
      if (field === 'name') return
      const times = found.map((one) => Date.parse(String(Reflect.get(one, field) ?? '1970-01-01')))
      const sorted = [...times].sort((one, other) => (sort.startsWith('-') ? other - one : one - other))
      assert.deepEqual(times, sorted)
    })
  }

  test('links to the next page', async () => {
    const { headers, data } = await list({ limit: 5, q: 'Madrid' })
    assert.match(String(headers['link']), /^<\/api\/v1\/users\?.*cursor=.+>; rel="next"$/)
    assert.ok(String(headers['link']).includes(data.page.next ?? 'x'))
  })

  test('is searched by name, address and department, without accents, every word', async () => {
    const emails = async (q: string) => (await list({ q })).data.data.map(({ email }) => email)
    assert.deepEqual(await emails('sofia prieto'), [sofia])
    assert.deepEqual(await emails('PRIETO sofía it'), [sofia])
    assert.deepEqual(await emails('nuria@harbour'), [nuria])
    assert.deepEqual(await emails('sofia nobody'), [])
    assert.deepEqual(await emails('%'), [])
    assert.deepEqual(await emails('_ana'), [])
    const legal = await list({ q: 'legal' })
    assert.ok(legal.data.data.length > 0)
    for (const { department } of legal.data.data) assert.equal(department, 'Legal')
  })

  test('is filtered by role, state, place and manager', async () => {
    const admins = await list({ role: 'admin' })
    assert.deepEqual(
      admins.data.data.map(({ email }) => email),
      [elena],
    )
    const staff = await everybody({ role: 'technician,supervisor' })
    assert.equal(staff.length, 15)
    for (const { roles } of staff) assert.ok(roles.length > 0)
    const blocked = await everybody({ state: 'BLOCKED' })
    assert.ok(blocked.length > 0 && blocked.every(({ state }) => state === 'BLOCKED'))
    const porto = await everybody({ site: 'Porto', department: 'Design,IT' })
    assert.ok(porto.length > 0)
    for (const { site, department } of porto)
      assert.ok(site === 'Porto' && /^(Design|IT)$/.test(department ?? ''))
    const team = await everybody({ managerId: (await idOf(sofia)).id })
    assert.ok(team.some(({ email }) => email === ana))
    const facets = await desk.as(ana).call(people.facets)
    assert.deepEqual(facets.data.sites, ['Bilbao', 'Madrid', 'Porto'])
    assert.ok(facets.data.departments.includes('Legal'))
  })

  test('shows nobody of another company', async () => {
    const found = await everybody({})
    assert.ok(found.every(({ email }) => email.endsWith('@harbour.example')))
    assert.deepEqual((await list({ q: 'olga' })).data.data, [])
    assert.equal((await list({}, olga)).data.page.totalEstimate, 14)
  })

  test('hides the last sign-in from technicians, in fields, order and filters alike', async () => {
    for (const { lastSignInAt } of (await list({}, ana)).data.data) assert.equal(lastSignInAt, null)
    for (const query of [{ sort: 'lastSignInAt' }, { sort: '-lastSignInAt' }, { deleted: 'true' }] as const) {
      const { status, problem } = await list(query, ana)
      assert.equal(status, 400)
      assert.match(problem.detail, /Only who manages people/)
    }
  })

  test('takes no cursor that is not its own', async () => {
    const { data } = await list({ limit: 1 })
    const forged = (...parts: unknown[]) => Buffer.from(JSON.stringify(parts)).toString('base64url')
    for (const cursor of [
      'x',
      '%%%',
      forged('name'),
      forged('name', 'a', 'b', 'not-an-id'),
      forged('name', 'a\0', 'b', newId()),
      forged('name', { a: 1 }, 'b', newId()),
      forged('createdAt', '2026-02-31T00:00:00Z', newId()),
    ]) {
      const sort = cursor === forged('createdAt', '2026-02-31T00:00:00Z', newId()) ? 'createdAt' : 'name'
      assert.equal((await list({ cursor, sort })).status, 400, cursor)
    }
    const forgedTime = forged('createdAt', '2026-02-31T00:00:00Z', newId())
    assert.equal((await list({ cursor: forgedTime, sort: 'createdAt' })).status, 400)
    assert.equal((await list({ cursor: data.page.next ?? '', sort: '-name' })).status, 400)
  })

  test('is for who works on requests', async () => {
    for (const email of [jorge, marta, root]) {
      assert.equal((await list({}, email)).status, 403)
      assert.equal((await desk.as(email).call(people.facets)).status, 403)
    }
  })
})

describe('one person', () => {
  const get = async (email: string, by: string) => desk.as(by).call(people.get, { params: await idOf(email) })

  test('shows colleagues who somebody is, technicians their roles, managers of people all', async () => {
    const [colleague, technician, admin] = [
      (await get(sofia, jorge)).data,
      (await get(sofia, ana)).data,
      (await get(sofia, elena)).data,
    ]
    for (const seen of [colleague, technician, admin]) {
      assert.deepEqual([seen.name, seen.department, seen.email], ['Sofía Prieto', 'IT', sofia])
      assert.ok(seen.phone)
    }
    assert.deepEqual([colleague.roles.length, technician.roles.length, admin.roles.length], [0, 1, 1])
    assert.deepEqual([colleague.lastSignInAt, technician.lastSignInAt], [null, null])
    assert.ok(admin.lastSignInAt)
    assert.deepEqual([colleague.requestCount, colleague.openRequestCount], [0, 0])
  })

  test('counts the requests that one could list, and nobody else’s confidential ones', async () => {
    const ask = (body: { serviceDeskCode: string; isConfidential?: boolean }) =>
      desk.as(marta).call(requests.create, { body: { summary: 'Count me', ...body } })
    const counts = async (by: string) => {
      const { data } = await get(marta, by)
      return [data.openRequestCount, data.requestCount]
    }
    const viewers = [marta, elena, ana, nuria, jorge]
    const before = await Promise.all(viewers.map(counts))
    await ask({ serviceDeskCode: 'IT' })
    await ask({ serviceDeskCode: 'HR', isConfidential: true })
    const after = await Promise.all(viewers.map(counts))
    const grown = after.map(([open = 0, all = 0], at) => [
      open - (before[at]?.[0] ?? 0),
      all - (before[at]?.[1] ?? 0),
    ])
    assert.deepEqual(grown, [
      [2, 2],
      [1, 1],
      [1, 1],
      [0, 0],
      [0, 0],
    ])
    const { data } = await desk.as(ana).call(requests.list, { query: { requester: (await idOf(marta)).id } })
    assert.equal((await counts(ana))[1], data.page.totalEstimate ?? data.data.length)
  })

  test('answers 304 to who has this version', async () => {
    const params = await idOf(jorge)
    const { headers } = await desk.as(ana).call(people.get, { params })
    const { statusCode } = await desk.deskhand.app.inject({
      url: `/api/v1/users/${params.id}`,
      headers: { authorization: `Bearer ${await desk.token(ana)}`, 'if-none-match': String(headers['etag']) },
    })
    assert.equal(statusCode, 304)
  })

  test('of another company is as good as none', async () => {
    const refuse = async (id: string) => {
      const { status, problem } = await desk.as(jorge).call(people.get, { params: { id } })
      const { instance: _, ...rest } = problem
      return { ...rest, status }
    }
    const foreign = await refuse((await idOf(olga)).id)
    assert.deepEqual(foreign, await refuse(newId()))
    assert.deepEqual(foreign, await refuse('jorge'))
    assert.deepEqual([foreign.status, foreign.detail], [404, words.noSuchPerson])
  })
})

describe('me', () => {
  test('tells what the shell needs first', async () => {
    const { data } = await desk.as(ana).call(people.me)
    assert.deepEqual(
      data.desks.map(({ code, role }) => `${code} ${role}`),
      ['IT TECHNICIAN'],
    )
    assert.deepEqual(data.companies, [{ id: data.company.id, name: 'Harbour & Pine' }])
    assert.deepEqual(
      [data.company.zone, data.company.isDemo, data.hasPassword],
      ['Europe/Madrid', true, true],
    )
    assert.equal(data.roles.length, 1)
    assert.equal((await desk.as(jorge).call(people.me)).data.permissions.includes('people.list'), false)
  })

  test('knows a super admin who is in no company', async () => {
    const { data } = await desk.as(root).call(people.me)
    assert.deepEqual([data.isSuperAdmin, data.companies, data.desks, data.roles], [true, [], [], []])
    assert.ok(data.permissions.includes('platform.manage'))
  })

  test('knows nobody without a session', async () => {
    assert.equal((await desk.call(people.me)).status, 401)
    const forged = await desk.call(people.me, { headers: { authorization: 'Bearer a.b.c' } })
    assert.equal(forged.status, 401)
  })
})
