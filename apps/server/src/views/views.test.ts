import assert from 'node:assert/strict'
import { after, test } from 'node:test'
import { type BodyIn, requests, teams, views } from '@deskhand/contract'
import { newId } from '../platform/ids.ts'
import { ask } from '../requests/sample.ts'
import { openDesk } from '../testing/desk.ts'
import { ana, elena, iris, jorge, luis, nuria, olga, sofia } from '../testing/people.ts'

const desk = await openDesk()
after(() => desk.close())

const [it] = await desk.rows<{ id: string }>(ana, `select id from app.desks where code = 'IT'`)
const [hr] = await desk.rows<{ id: string }>(ana, `select id from app.desks where code = 'HR'`)
const itId = it?.id ?? ''

const save = (who: string, body: BodyIn<typeof views.create>) => desk.as(who).call(views.create, { body })
const names = async (who: string) => (await desk.as(who).call(views.list)).data.data.map(({ name }) => name)
const shared = { sharing: 'DESK', serviceDeskId: itId } as const

test('a view keeps what one looks at, for oneself', async () => {
  const body = {
    name: 'VPN this week',
    where: 'tag:vpn created:<7d is:open',
    sort: '-createdAt',
    grouping: 'assignee',
    columns: ['reference', 'summary'],
    density: 'compact',
    layout: 'board',
    limits: { none: 5 },
  } as const
  const { status, data } = await save(ana, { ...body, columns: [...body.columns] })
  assert.equal(status, 201)
  const { id: _, ownerId: __, version, mayChange, ownerName, ...kept } = data
  assert.deepEqual([version, mayChange, ownerName], [1, true, 'Ana Ruiz'])
  assert.deepEqual(kept, { ...body, sharing: 'ME', serviceDeskId: null, teamId: null })
  assert.ok((await names(ana)).includes('VPN this week'))
  for (const who of [luis, sofia, elena, iris]) assert.ok(!(await names(who)).includes('VPN this week'), who)
  const events = await desk.rows<{ line: string }>(
    ana,
    `select e::text as line from app.events e where name = 'view.saved'`,
  )
  assert.equal(events.length, 1)
  assert.ok(!events[0]?.line.includes('VPN'), 'the name is nobody else’s business')
})

test('a supervisor shares with the desk; its people have it, others do not', async () => {
  const { data } = await save(sofia, { name: 'Night board', where: 'desk:IT is:open', ...shared })
  for (const who of [ana, luis, sofia, elena]) assert.ok((await names(who)).includes('Night board'), who)
  for (const who of [nuria, iris, olga]) assert.ok(!(await names(who)).includes('Night board'), who)
  assert.equal((await desk.as(jorge).call(views.list)).status, 403)
  const refused = [
    await save(ana, { name: 'Mine for all', where: '', ...shared }),
    await save(sofia, { name: 'HR', where: '', sharing: 'DESK', serviceDeskId: hr?.id ?? '' }),
    await save(ana, { name: 'All', where: '', sharing: 'COMPANY' }),
    await desk.as(ana).call(views.update, { params: { id: data.id }, body: { name: 'Taken' } }),
    await desk.as(ana).call(views.remove, { params: { id: data.id } }),
  ]
  assert.deepEqual(
    refused.map(({ status }) => status),
    [403, 403, 403, 403, 403],
  )
  for (const who of [nuria, iris]) {
    const call = { params: { id: data.id }, body: { name: 'Taken' } }
    assert.equal((await desk.as(who).call(views.update, call)).status, 404)
  }
  const stale = { params: { id: data.id }, body: { name: 'Late' }, headers: { 'if-match': '"7"' } }
  assert.equal((await desk.as(sofia).call(views.update, stale)).status, 412)
  const { data: company } = await save(sofia, { name: 'For everyone', where: 'is:open', sharing: 'COMPANY' })
  assert.ok((await names(nuria)).includes('For everyone'))
  await desk.as(sofia).call(views.update, { params: { id: company.id }, body: { sharing: 'ME' } })
  assert.ok(!(await names(nuria)).includes('For everyone'))
  assert.equal((await desk.as(sofia).call(views.remove, { params: { id: data.id } })).status, 204)
  assert.ok(!(await names(ana)).includes('Night board'))
})

test('whoever is in a team shares with it; its people and who leads its desk have it', async () => {
  const members = [(await desk.who(ana)).personId]
  const made = await desk
    .as(sofia)
    .call(teams.create, { body: { serviceDeskId: itId, name: 'Walrus keepers', personIds: members } })
  const teamId = made.data.id
  const ofTeam = { where: 'is:open', sharing: 'TEAM', teamId } as const
  const { status, data } = await save(ana, { name: 'Ours', ...ofTeam })
  assert.deepEqual([status, data.serviceDeskId, data.teamId], [201, itId, teamId])
  for (const who of [ana, sofia, elena]) assert.ok((await names(who)).includes('Ours'), who)
  for (const who of [luis, nuria, iris, olga]) assert.ok(!(await names(who)).includes('Ours'), who)
  const change = (who: string, body: BodyIn<typeof views.update>) =>
    desk.as(who).call(views.update, { params: { id: data.id }, body })
  assert.equal((await change(luis, { name: 'Taken' })).status, 404)
  assert.equal((await change(sofia, { name: 'Still ours' })).status, 200)
  assert.equal((await save(luis, { name: 'Theirs', ...ofTeam })).status, 403)
  const refused = [
    await save(ana, { name: 'Of none', where: '', sharing: 'TEAM' }),
    await save(ana, { name: 'Of nobody', where: '', sharing: 'TEAM', teamId: newId() }),
    await save(ana, { name: 'Mine', where: '', teamId }),
    await change(ana, { teamId: null }),
    await change(ana, { serviceDeskId: hr?.id ?? '' }),
  ]
  assert.deepEqual(
    refused.map(({ status: said, problem }) => [said, problem.errors?.[0]?.pointer]),
    [
      [422, '/teamId'],
      [422, '/teamId'],
      [422, '/teamId'],
      [422, '/teamId'],
      [422, '/serviceDeskId'],
    ],
  )
  const back = await change(ana, { sharing: 'ME' })
  assert.deepEqual([back.data.sharing, back.data.serviceDeskId, back.data.teamId], ['ME', null, null])
  assert.ok(!(await names(sofia)).includes('Still ours'))
  await change(ana, { sharing: 'TEAM', teamId })
  assert.equal((await desk.as(sofia).call(teams.close, { params: { id: teamId } })).status, 204)
  assert.equal((await save(ana, { name: 'Too late', ...ofTeam })).problem.errors?.[0]?.pointer, '/teamId')
})

test('filters that cannot be read are refused when saved', async () => {
  const { status, problem } = await save(ana, { name: 'Broken', where: 'colour:red' })
  assert.equal(status, 400)
  assert.equal(problem.errors?.[0]?.pointer, '/where')
  assert.match(problem.errors?.[0]?.message ?? '', /no filter “colour”/)
  const missing = await save(sofia, { name: 'No desk', where: '', sharing: 'DESK' })
  assert.deepEqual([missing.status, missing.problem.errors?.[0]?.pointer], [422, '/serviceDeskId'])
})

test('counts are as long as the lists behind them, whatever the filters, each for who looks', async () => {
  await Promise.all(['first', 'second', 'third'].map((summary) => ask(desk, { summary, tags: ['walrus'] })))
  const lines = [
    'tag:walrus is:open',
    'tag:walrus',
    'desk:IT is:open assignee:none',
    'status:waiting',
    'is:closed created:<90d',
    'tag:walrus second',
    'desk:mine is:open due:overdue',
    'is:unread is:open tag:walrus',
    '-is:snoozed is:open desk:IT',
    'tag:nothing',
  ]
  const made = new Map<string, string>()
  for (const where of lines)
    made.set((await save(sofia, { name: where || 'all', where, sharing: 'COMPANY' })).data.id, where)
  for (const who of [sofia, nuria, ana]) {
    const { data } = (await desk.as(who).call(views.counts)).data
    const counts = new Map(data.map(({ id, count }) => [id, count]))
    for (const [id, where] of made) {
      let seen = 0
      let cursor: string | undefined
      do {
        const query = { where, limit: 200, ...(cursor ? { cursor } : {}) }
        const page = (await desk.as(who).call(requests.list, { query })).data
        seen += page.data.length
        cursor = page.page.next ?? undefined
      } while (cursor)
      assert.equal(counts.get(id), Math.min(seen, 1000), `${who} ${where}`)
    }
  }
})

test('everybody orders and pins for themselves', async () => {
  const { data } = await save(luis, { name: 'Pinned', where: 'is:open' })
  const places = [
    { key: 'todo', isPinned: false },
    { key: data.id, isPinned: true },
  ]
  const { status } = await desk.as(luis).call(views.arrange, { body: { places } })
  assert.equal(status, 204)
  assert.deepEqual((await desk.as(luis).call(views.list)).data.places, places)
  await desk.as(luis).call(views.arrange, { body: { places: places.toReversed().slice(0, 1) } })
  assert.deepEqual((await desk.as(luis).call(views.list)).data.places, [{ key: data.id, isPinned: true }])
  assert.deepEqual((await desk.as(nuria).call(views.list)).data.places, [])
})

test('groups add up to the list, in order, and a group’s own filter finds it', async () => {
  for (const by of ['status', 'assignee', 'priority', 'desk', 'site', 'type'] as const) {
    const where = 'desk:IT tag:walrus'
    const { data } = (await desk.as(ana).call(views.groups, { query: { by, where } })).data
    assert.equal(
      data.reduce((sum, { count }) => sum + count, 0),
      3,
      by,
    )
    for (const { value, count, label } of data) {
      assert.ok(label !== '', `${by} ${value} has a name`)
      const query = { where: `${where} ${by}:${value.toLowerCase()}`, limit: 200 }
      assert.equal(
        (await desk.as(ana).call(requests.list, { query })).data.data.length,
        count,
        `${by} ${value}`,
      )
    }
  }
  const { data } = (await desk.as(ana).call(views.groups, { query: { by: 'status', where: 'desk:IT' } })).data
  assert.equal(data[0]?.label, 'New')
  assert.deepEqual(
    (await desk.as(nuria).call(views.groups, { query: { by: 'desk', where: 'desk:IT is:open' } })).data.data,
    [],
  )
})

test('what is missing and what is hidden are the same', async () => {
  const { data } = await save(ana, { name: 'Private', where: '' })
  for (const who of [sofia, elena, iris]) {
    const hidden = await desk.as(who).call(views.remove, { params: { id: data.id } })
    const none = await desk.as(who).call(views.remove, { params: { id: newId() } })
    assert.deepEqual([hidden.status, hidden.problem.detail], [none.status, none.problem.detail])
    assert.equal(hidden.status, 404)
  }
})

test('filters by a field that is not there, or by nothing, are refused', async () => {
  for (const where of ['field:own_nope=1', 'field:nope', 'own_nope:1', '((', 'vpn ((']) {
    const { status, problem } = await save(ana, { name: `Refused ${where}`, where })
    assert.deepEqual([Math.floor(status / 100), problem.errors?.[0]?.pointer], [4, '/where'], where)
  }
  const { data } = await save(ana, { name: 'Kept', where: 'vpn (again)' })
  const changed = await desk
    .as(ana)
    .call(views.update, { params: { id: data.id }, body: { where: 'field:own_nope' } })
  assert.deepEqual([changed.status, changed.problem.errors?.[0]?.pointer], [422, '/where'])
})
