import assert from 'node:assert/strict'
import { after, before, describe, test } from 'node:test'
import { type Route, requests } from '@deskhand/contract'
import { type Desk, openDesk } from '../testing/desk.ts'
import { ana, elena, everybody, marta, sofia, tom } from '../testing/people.ts'
import { askAs, type Ids, isRefusedByRole, lineOf, may, type Name, namesIn, routes } from './asking.ts'
import { bodies } from './bodies.ts'
import { fingerprint } from './fingerprint.ts'
import { exceptions, openRegister, type Register, type Sample, samplesOf, unopened } from './samples.ts'

let desk: Desk
let register: Awaited<ReturnType<typeof openRegister>>
before(async () => {
  desk = await openDesk()
  register = await openRegister(desk)
})
after(() => desk.close())

const named = routes.filter(({ path }) => path.includes(':'))
const isExcepted = ({ path }: Route) =>
  Object.keys(exceptions).some((known) => path === known || path.startsWith(`${known}/`))
const asked = named.filter((route) => !isExcepted(route))
const ours: Name[] = ['marta', 'jorge', 'ana', 'luis', 'sofia', 'nuria', 'pablo', 'omar', 'elena']
const theirs: Name[] = ['tom', 'iris', 'olga']
const nameOf = (email: string) => (Object.keys(everybody) as Name[]).find((name) => everybody[name] === email)
/** A body that the route accepts, so that what refuses is the door and not the shape. */
const bodyOf = (route: Route) => bodies[lineOf(route)] ?? {}

/** Whoever asks gets what they would get for ids that were never given: 404, or the refusal of their role. */
async function isAsIfMissing(name: Name, route: Route, ids: Ids, missing: Ids = {}): Promise<void> {
  const real = await askAs(desk, everybody[name], route, ids, bodyOf(route))
  const none = await askAs(desk, everybody[name], route, missing, bodyOf(route))
  const message = `${name} ${lineOf(route)}: ${real.status} ${real.body.slice(0, 300)}`
  if (may(name, route)) assert.equal(real.status, 404, message)
  else assert.ok(isRefusedByRole(real), message)
  assert.deepEqual(real, none, message)
}

/** Who of the company must not learn of it: for what hangs on a request, to whom the request itself is not there. */
async function hiddenFrom({ requestId, hiddenFrom: given = [] }: Sample): Promise<Name[]> {
  const names = given.flatMap((email) => nameOf(email) ?? [])
  if (!requestId) return names
  for (const name of ours) {
    const { status } = await desk.as(everybody[name]).call(requests.get, { params: { id: requestId } })
    if (status === 404) names.push(name)
  }
  return names
}

describe('what a path names', () => {
  test('has a sample for each route of the contract, or a reason why not', () => {
    const without = asked.filter(({ path }) => {
      const samples = samplesOf(register.ours, path)
      return samples.length === 0 || samples.some(({ ids }) => namesIn(path).some((name) => !ids[name]))
    })
    assert.deepEqual(without.map(lineOf), [])
    for (const path of Object.keys(exceptions))
      assert.ok(
        named.some((route) => route.path.startsWith(path)),
        path,
      )
    for (const line of Object.keys(unopened))
      assert.ok(
        named.some((route) => lineOf(route) === line),
        line,
      )
  })

  test('is asked with bodies that their routes accept', () => {
    for (const route of asked) {
      if (route.kind === 'read' || route.upload) continue
      assert.ok(route.body.safeParse(bodyOf(route)).success, lineOf(route))
    }
  })
})

describe('what is not theirs does not exist for them, by any route', () => {
  const crossing = async (samples: Register, strangers: Name[], owner: string) => {
    const before = await fingerprint(desk, owner)
    for (const route of asked) {
      for (const { ids } of samplesOf(samples, route.path)) {
        for (const name of strangers) await isAsIfMissing(name, route, ids)
      }
    }
    assert.deepEqual(await fingerprint(desk, owner), before)
  }

  test('the records of Harbour & Pine, for Foxglove', () =>
    crossing(register.ours, [...theirs, 'root'], marta))
  test('the records of Foxglove, for Harbour & Pine', () =>
    crossing(register.theirs, ['marta', 'ana', 'sofia', 'elena'], tom))

  test('those of another desk, in confidence or personal, for colleagues', async () => {
    const strangers = new Map<Sample, Name[]>()
    for (const samples of register.ours.values()) {
      for (const sample of samples) strangers.set(sample, await hiddenFrom(sample))
    }
    const ofSecret = samplesOf(register.ours, '/requests/:id').find(
      ({ ids }) => ids['id'] === register.secret['id'],
    )
    assert.ok(ofSecret)
    for (const name of ['ana', 'sofia', 'elena', 'jorge'] as const)
      assert.ok(strangers.get(ofSecret)?.includes(name), name)
    const before = await fingerprint(desk, marta)
    for (const route of asked) {
      for (const sample of samplesOf(register.ours, route.path)) {
        for (const name of strangers.get(sample) ?? []) await isAsIfMissing(name, route, sample.ids)
      }
    }
    assert.deepEqual(await fingerprint(desk, marta), before)
  })

  test('a child of another request or company, under a request of one’s own', async () => {
    const { own, sibling, foreign, secret } = register
    const before = [await fingerprint(desk, marta), await fingerprint(desk, tom)]
    const nested = asked.filter(
      ({ path }) =>
        namesIn(path).length > 1 && path.startsWith('/requests/:id/') && !path.includes(':macroId'),
    )
    assert.ok(nested.length >= 12)
    for (const route of nested) {
      for (const name of ['marta', 'ana'] as const) {
        if (!may(name, route)) continue
        for (const stranger of [sibling, foreign, secret]) {
          await isAsIfMissing(name, route, { ...stranger, id: own['id'] ?? '' }, { id: own['id'] ?? '' })
        }
      }
    }
    assert.deepEqual([await fingerprint(desk, marta), await fingerprint(desk, tom)], before)
  })
})

describe('what is theirs is there', () => {
  test('an own request, by its id and by its reference', async () => {
    const body = { serviceDeskCode: 'IT', summary: 'Mine' }
    const { id, referenceNumber } = (await desk.as(marta).call(requests.create, { body })).data
    for (const name of [id, referenceNumber, referenceNumber.toLowerCase()]) {
      for (const email of [marta, ana, sofia, elena]) {
        assert.equal((await desk.as(email).call(requests.get, { params: { id: name } })).data.id, id)
      }
    }
  })

  /** What the samples hide is hidden by the door, not by a sample of nothing: somebody opens each of them. */
  const order = (route: Route) =>
    route.kind === 'read' ? 0 : route.method === 'DELETE' ? 20 - route.path.length / 100 : 1
  const opened = asked.filter((route) => !(lineOf(route) in unopened))
  for (const route of opened.toSorted((a, b) => order(a) - order(b))) {
    test(lineOf(route), async () => {
      const told: string[] = []
      for (const { ids } of samplesOf(register.ours, route.path)) {
        for (const name of ours) {
          if (!may(name, route)) continue
          const answer = await askAs(desk, everybody[name], route, ids, bodyOf(route))
          const isThere =
            route.kind === 'read' ? answer.status < 400 : ![400, 403, 404].includes(answer.status)
          if (isThere) return
          told.push(`${name} ${answer.status} ${answer.body.slice(0, 200)}`)
        }
      }
      assert.fail(told.join('\n'))
    })
  }
})
