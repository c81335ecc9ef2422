import assert from 'node:assert/strict'
import { after, test } from 'node:test'
import { parseQuery, type Request, requests } from '@deskhand/contract'
import { openDesk } from '../../testing/desk.ts'
import { ana, elena, iris, jorge, luis, nuria } from '../../testing/people.ts'
import { ask, inState, put } from '../sample.ts'
import { spanOf } from './queryTimes.ts'

const desk = await openDesk()
after(() => desk.close())

const [typed] = await desk.rows<{ id: string; name: string; category: string; team: string; teamId: string }>(
  jorge,
  `select t.id, t.name, c.name as category, (select name from app.teams where desk_id = d.id order by name limit 1) as team,
     (select id from app.teams where desk_id = d.id order by name limit 1) as "teamId"
   from app.request_types t join app.categories c on c.id = t.category_id join app.desks d on d.id = t.desk_id
   where d.code = 'IT' and not t.is_confidential order by t.name limit 1`,
)
assert.ok(typed)
const hour = 3_600_000
const soon = (hours: number) => new Date(Date.now() + hours * hour).toISOString()

async function sample(): Promise<Request> {
  const { id } = await ask(desk, {
    tags: ['quokka', 'vip'],
    summary: 'Quokka box',
  })
  await desk
    .as(ana)
    .call(requests.assign, { params: { id }, body: { assignedToId: (await desk.who(ana)).personId } })
  await put(desk, id, {
    ...inState.WAITING,
    request_type_id: typed?.id,
    priority: 'HIGH',
    assigned_team_id: typed?.teamId,
    sla_due_at: soon(3),
  })
  return (await desk.as(ana).call(requests.get, { params: { id } })).data
}
const one = await sample()
const finds = async (where: string, who = ana) =>
  (
    await desk.as(who).call(requests.list, { query: { where: `tag:quokka ${where}`, limit: 200 } })
  ).data.data.some(({ id }) => id === one.id)

test('each field finds what it says, and with a minus everything else', async () => {
  const yes = [
    'status:waiting',
    'status:waiting,approved',
    'is:open',
    'is:open,closed',
    'priority:high',
    'assignee:me',
    'assignee:"ana ruiz"',
    `assignee:${ana}`,
    `assignee:${one.assignedToId},none`,
    'requester:"Jorge Vidal"',
    'desk:it',
    'desk:mine',
    `team:"${typed?.team}"`,
    `type:"${typed?.name.toUpperCase()}"`,
    `category:"${typed?.category}"`,
    'tag:vip',
    'due:<4h',
    'due:>2h',
    'created:<1h',
    'created:today',
    'updated:<1d',
    'resolved:<2026-12-24',
    'quokka',
    '"box quokka"',
  ]
  // A request that was never resolved was resolved at no time.
  for (const where of yes) assert.equal(await finds(where), where !== 'resolved:<2026-12-24', where)
  const no = [
    'status:submitted',
    'is:closed',
    'is:confidential',
    'is:risk',
    'is:snoozed',
    'is:woken',
    'priority:low',
    'assignee:none',
    'assignee:"luis ortega"',
    'requester:me',
    'desk:hr',
    'team:none',
    'type:none',
    'tag:nothing',
    'site:atlantis',
    'region:atlantis',
    'due:<2h',
    'due:overdue',
    'due:none',
    'created:>1h',
    'created:yesterday',
    'wombat',
  ]
  for (const where of no) {
    assert.equal(await finds(where), false, where)
    if (!/^(?:due|created|wombat)/.test(where)) assert.equal(await finds(`-${where}`), true, `-${where}`)
  }
})

test('two filters of one field are both true; a comma is one of them', async () => {
  assert.equal(await finds('tag:vip tag:quokka'), true)
  assert.equal(await finds('tag:vip tag:wallaby'), false)
  assert.equal(await finds('tag:vip,wallaby'), true)
  assert.equal(await finds('-tag:vip,wallaby'), false)
})

test('the person’s place is asked by department and site', async () => {
  const { department, site } = one.requester
  assert.equal(await finds(`department:"${department}"`), true)
  const { data } = await desk
    .as(ana)
    .call(requests.list, { query: { department: department ?? '', tag: 'quokka' } })
  assert.ok(data.data.some(({ id }) => id === one.id))
  assert.equal(await finds('department:nowhere'), false)
  assert.ok(site)
})

test('a line widens nobody’s sight', async () => {
  for (const who of [nuria, iris, luis, elena]) {
    const { data } = await desk.as(who).call(requests.list, { query: { where: 'tag:quokka', limit: 200 } })
    assert.equal(
      data.data.some(({ id }) => id === one.id),
      who === luis || who === elena,
      who,
    )
  }
})

test('what is wrong with a line is said where it is given', async () => {
  for (const where of ['colour:red', 'due:soon', 'status:']) {
    const { status, problem } = await desk.as(ana).call(requests.list, { query: { where } })
    assert.equal(status, 400)
    assert.equal(problem.errors?.[0]?.pointer, '?where')
    assert.equal(problem.errors?.[0]?.message, parseQuery(where).fault?.sentence)
  }
})

test('times of filters are stretches on the company’s clock', () => {
  const now = new Date('2026-10-24T22:30:00Z') // half past midnight of the 25th in Madrid, the night summer time ends
  const zone = 'Europe/Madrid'
  const at = (text: string | null) => (text === null ? null : new Date(text))
  const cases: [Parameters<typeof spanOf>[0], Parameters<typeof spanOf>[1], string | null, string | null][] =
    [
      ['due', { kind: 'span', than: '<', minutes: 240 }, null, '2026-10-25T02:30:00Z'],
      ['due', { kind: 'span', than: '>', minutes: 60 }, '2026-10-24T23:30:00Z', null],
      ['created', { kind: 'span', than: '<', minutes: 60 }, '2026-10-24T21:30:00Z', null],
      ['updated', { kind: 'span', than: '>', minutes: 60 }, null, '2026-10-24T21:30:00Z'],
      ['due', { kind: 'word', word: 'today' }, '2026-10-24T22:00:00Z', '2026-10-25T23:00:00Z'],
      ['due', { kind: 'word', word: 'tomorrow' }, '2026-10-25T23:00:00Z', '2026-10-26T23:00:00Z'],
      ['created', { kind: 'word', word: 'yesterday' }, '2026-10-23T22:00:00Z', '2026-10-24T22:00:00Z'],
      ['due', { kind: 'word', word: 'overdue' }, null, '2026-10-24T22:30:00Z'],
      ['created', { kind: 'day', than: '<', day: '2026-10-25' }, null, '2026-10-24T22:00:00Z'],
      ['created', { kind: 'day', than: '>', day: '2026-10-25' }, '2026-10-25T23:00:00Z', null],
      [
        'resolved',
        { kind: 'day', than: '=', day: '2026-10-25' },
        '2026-10-24T22:00:00Z',
        '2026-10-25T23:00:00Z',
      ],
    ]
  for (const [field, time, from, until] of cases)
    assert.deepEqual(
      spanOf(field, time, { now, zone }),
      { from: at(from), until: at(until) },
      JSON.stringify(time),
    )
  assert.equal(spanOf('due', { kind: 'word', word: 'none' }, { now, zone }), null)
})
