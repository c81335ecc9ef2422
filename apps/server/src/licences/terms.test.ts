import assert from 'node:assert/strict'
import { after, afterEach, describe, test } from 'node:test'
import { type BodyIn, type LicenceTermState, licences, licenceTermMoves, software } from '@deskhand/contract'
import { clock } from '../platform/clock/clock.ts'
import { drain, runScheduleNow } from '../platform/jobs/drain.ts'
import { openDesk } from '../testing/desk.ts'
import { ana, elena, iris, jorge } from '../testing/people.ts'
import { addLicence, readLicence, somePeople } from './sample.ts'
import { licencesSlice } from './slice.ts'

const desk = await openDesk()
after(() => desk.close())
afterEach(() => clock.reset())

const aDay = 86_400_000
/** A day so many days from now, where the company is. */
const [{ zone } = { zone: '' }] = await desk.rows<{ zone: string }>(ana, 'select zone from app.companies')
const dayIn = (days: number) =>
  new Intl.DateTimeFormat('en-CA', { timeZone: zone }).format(new Date(clock.now().getTime() + days * aDay))

const move = (id: string, termId: string, body: BodyIn<typeof licences.moveTerm>, by = ana) =>
  desk.as(by).call(licences.moveTerm, { params: { id, termId }, body })
const add = (id: string, body: BodyIn<typeof licences.addTerm>, by = ana) =>
  desk.as(by).call(licences.addTerm, { params: { id }, body })
async function keep() {
  const { platform } = desk.deskhand
  const [schedule] = licencesSlice.schedules(platform)
  assert.ok(schedule)
  await runScheduleNow(platform.pools, schedule)
  await drain({ ...platform, reactions: [], schedules: [schedule] })
}
const statesOf = async (id: string) => (await readLicence(desk, id)).terms.map(({ state }) => state)

/** A licence whose one term is in this state. */
async function inState(state: LicenceTermState) {
  const term =
    state === 'PLANNED'
      ? { startsOn: dayIn(5), endsOn: dayIn(300) }
      : { startsOn: dayIn(-9), endsOn: dayIn(300) }
  const { id, terms } = await addLicence(desk, { term })
  const termId = terms[0]?.id ?? ''
  const steps: Record<LicenceTermState, LicenceTermState[]> = {
    PLANNED: [],
    ACTIVE: [],
    IN_NOTICE: ['IN_NOTICE'],
    RENEWED: ['IN_NOTICE', 'RENEWED'],
    ENDED: ['IN_NOTICE', 'ENDED'],
  }
  for (const to of steps[state]) assert.equal((await move(id, termId, { to })).status, 200)
  return { id, termId }
}

describe('each move of the table is made, and no other', () => {
  const states: LicenceTermState[] = ['PLANNED', 'ACTIVE', 'IN_NOTICE', 'RENEWED', 'ENDED']
  for (const from of states) {
    test(from, async () => {
      for (const to of states) {
        const { id, termId } = await inState(from)
        if (from === 'PLANNED') clock.shiftBy(6 * aDay)
        const { status, problem, data } = await move(id, termId, { to }).then((outcome) => ({
          status: outcome.status,
          problem: outcome.status === 200 ? null : outcome.problem,
          data: outcome.status === 200 ? outcome.data : null,
        }))
        const allowed: readonly LicenceTermState[] = licenceTermMoves[from]
        assert.equal(status, allowed.includes(to) ? 200 : 409, `${from} → ${to}`)
        if (problem) assert.deepEqual(problem.allowed, allowed)
        else assert.equal(data?.terms.find((term) => term.id === termId)?.state, to)
        clock.reset()
      }
    })
  }
})

describe('by its days', () => {
  test('a term begins, is in notice after the last day for it, and ends', async () => {
    const term = { startsOn: dayIn(3), endsOn: dayIn(20), notice: { count: 8, unit: 'DAYS' as const } }
    const { id, terms } = await addLicence(desk, { term })
    assert.deepEqual([terms[0]?.state, terms[0]?.noticeBy], ['PLANNED', dayIn(12)])
    await keep()
    assert.deepEqual(await statesOf(id), ['PLANNED'])
    for (const [days, state] of [
      [4, 'ACTIVE'],
      [7, 'ACTIVE'],
      [3, 'IN_NOTICE'],
      [5, 'IN_NOTICE'],
      [3, 'ENDED'],
    ] as const) {
      clock.shiftBy(days * aDay)
      await keep()
      assert.deepEqual(await statesOf(id), [state], `after ${days} more days`)
    }
    const seat = await desk.as(ana).call(licences.assign, {
      params: { id },
      body: { personId: (await somePeople(desk, 1))[0] ?? '' },
    })
    assert.equal(seat.status, 409)
  })

  test('one that renews itself goes on as long again at the same cost, unless somebody gave notice', async () => {
    const cost = { money: { amount: '1250', currency: 'EUR' }, per: 'MONTH' as const }
    // Nobody looked at it for years, so that it catches up.
    const old = { startsOn: '2020-02-01', endsOn: '2021-01-31', renewsItself: true, cost }
    const goes = await addLicence(desk, { term: old })
    assert.equal(goes.term?.state, 'IN_NOTICE')
    await keep()
    await keep()
    const terms = (await readLicence(desk, goes.id)).terms.toReversed()
    assert.ok(terms.length >= 5)
    for (const [at, { state, startsOn, endsOn, cost: same }] of terms.entries()) {
      assert.equal(state, at === terms.length - 1 ? 'ACTIVE' : 'RENEWED')
      assert.deepEqual(
        [startsOn, endsOn, same?.money.amount],
        [`${2020 + at}-02-01`, `${2021 + at}-01-31`, '1250'],
      )
    }
    const term = { startsOn: dayIn(-200), endsOn: dayIn(5), renewsItself: true }
    const stops = await addLicence(desk, { term })
    await move(stops.id, stops.terms[0]?.id ?? '', { to: 'IN_NOTICE', reason: 'Too dear.' })
    clock.shiftBy(9 * aDay)
    await keep()
    assert.deepEqual(await statesOf(stops.id), ['ENDED'])
  })
})

test('two terms of a licence never overlap; days that do not fit name their field', async () => {
  const { id } = await addLicence(desk, { term: { startsOn: dayIn(0), endsOn: dayIn(99) } })
  const wrong = [
    await add(id, { startsOn: dayIn(99), endsOn: dayIn(150) }),
    await add(id, { startsOn: dayIn(200), endsOn: dayIn(150) }),
    await add(id, { startsOn: dayIn(200), renewsItself: true }),
    await add(id, { startsOn: dayIn(200), endsOn: dayIn(300), renewsOn: dayIn(150) }),
  ]
  assert.deepEqual(
    wrong.map(({ status, problem }) => [status, problem.errors?.[0]?.pointer]),
    [
      [422, '/startsOn'],
      [422, '/endsOn'],
      [422, '/endsOn'],
      [422, '/renewsOn'],
    ],
  )
  const next = { startsOn: dayIn(100), endsOn: dayIn(200) }
  const both = await Promise.all([add(id, next), add(id, next)])
  assert.deepEqual(both.map(({ status }) => status).sort(), [201, 422])
  assert.deepEqual([(await add(id, next, jorge)).status, (await add(id, next, iris)).status], [403, 404])
})

test('the renewal calendar says what is next: notice while it can be given, renewal, end', async () => {
  const money = { amount: '2000', currency: 'EUR' }
  const term = {
    startsOn: dayIn(-100),
    endsOn: dayIn(95),
    renewsOn: dayIn(80),
    notice: { count: 30, unit: 'DAYS' as const },
    cost: { money, per: 'YEAR' as const },
  }
  const { id, terms } = await addLicence(desk, { seats: 7, term })
  const read = async () => {
    const { data } = await desk
      .as(ana)
      .call(licences.renewals, { query: { from: dayIn(60), until: dayIn(99), limit: 200 } })
    const one = data.data.find(({ licence }) => licence.id === id)
    return [one?.next, one?.nextOn, one?.total?.amount]
  }
  assert.deepEqual(await read(), ['NOTICE', dayIn(65), '14000'])
  await move(id, terms[0]?.id ?? '', { to: 'IN_NOTICE' })
  assert.deepEqual(await read(), ['END', dayIn(95), '14000'])
  const days = (await desk.as(ana).call(licences.renewals, { query: { limit: 200 } })).data.data
  const sorted = days.map(({ nextOn }) => nextOn)
  assert.deepEqual(sorted, sorted.toSorted())
  const first = await desk.as(ana).call(licences.renewals, { query: { limit: 4 } })
  const second = await desk
    .as(ana)
    .call(licences.renewals, { query: { limit: 4, cursor: first.data.page.next ?? '' } })
  assert.deepEqual(
    [...first.data.data, ...second.data.data].map((one) => one.term.id),
    days.slice(0, 8).map((one) => one.term.id),
  )
})

test('software says what is installed and what its licences that run entitle to', async () => {
  const titleId = crypto.randomUUID()
  await desk.rows(
    elena,
    `insert into app.software_titles (company_id, id, key, name, created_at, updated_at) select company_id, $1::uuid, 'drawn by the test', 'Drawn by the test', now(), now() from app.companies`,
    [titleId],
  )
  await addLicence(desk, { seats: 10, softwareTitleId: titleId })
  await addLicence(desk, {
    seats: 5,
    softwareTitleId: titleId,
    term: { startsOn: dayIn(-9), endsOn: dayIn(9) },
  })
  const over = { startsOn: dayIn(-90), endsOn: dayIn(-9) }
  const last = await addLicence(desk, { seats: 100, softwareTitleId: titleId, term: over })
  const { data } = await desk.as(ana).call(software.get, { params: { id: titleId } })
  assert.deepEqual([data.installs, data.entitled, data.licences.length], [0, 15, 3])
  assert.deepEqual((await readLicence(desk, last.id)).installed, { installs: 0, entitled: 15 })
})
