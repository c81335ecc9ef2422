import assert from 'node:assert/strict'
import { after, test } from 'node:test'
import { desks, entries, requests, type Team, teams } from '@deskhand/contract'
import { ask } from '../requests/sample.ts'
import { openDesk } from '../testing/desk.ts'
import { ana, elena, jorge, luis, nuria, olga, sofia } from '../testing/people.ts'

const desk = await openDesk()
after(() => desk.close())

const idOf = async (who: string) => (await desk.who(who)).personId
const it = async () =>
  (await desk.rows<{ id: string }>(ana, `select id from app.desks where code = 'IT'`))[0]?.id ?? ''
const create = async (by: string, name: string, personIds: string[] = []) =>
  desk.as(by).call(teams.create, { body: { serviceDeskId: await it(), name, personIds } })
const change = (by: string, { id }: Team, body: { name?: string; isActive?: boolean }) =>
  desk.as(by).call(teams.change, { params: { id }, body })
const setMembers = (by: string, { id }: Team, personIds: string[]) =>
  desk.as(by).call(teams.setMembers, { params: { id }, body: { personIds } })
const close = (by: string, { id }: Team) => desk.as(by).call(teams.close, { params: { id } })
const listed = async (id: string) =>
  (await desk.as(ana).call(desks.teams)).data.data.find((team) => team.id === id)
const told = (id: string) =>
  desk.rows<{ name: string }>(ana, 'select name from app.events where subject_id = $1 order by id', [id])

test('who leads a desk makes a team of its people, changes and closes it; each is an event', async () => {
  const made = await create(sofia, 'Printers', [await idOf(ana)])
  assert.equal(made.status, 201)
  const team = made.data
  assert.deepEqual(
    team.members.map(({ name }) => name),
    ['Ana Ruiz'],
  )
  assert.equal((await change(elena, team, { name: 'Print and scan' })).data.name, 'Print and scan')
  assert.equal((await change(elena, team, { name: 'Print and scan' })).status, 200)
  const both = await setMembers(sofia, team, [await idOf(luis), await idOf(luis)])
  assert.deepEqual(
    both.data.members.map(({ name }) => name),
    ['Luis Mora'],
  )
  assert.equal((await close(sofia, team)).status, 204)
  assert.equal((await listed(team.id))?.isActive, false)
  assert.deepEqual(
    (await told(team.id)).map(({ name }) => name),
    ['team.created', 'team.changed', 'team.members_changed', 'team.changed'],
  )
})

test('a name is one team of its desk, in capitals or not; only people of the desk are in it', async () => {
  const { data: team } = await create(sofia, 'Network')
  const again = await create(sofia, 'NETWORK')
  assert.deepEqual([again.status, again.problem.errors?.[0]?.pointer], [422, '/name'])
  const { data: other } = await create(sofia, 'Telephones')
  assert.equal((await change(sofia, other, { name: 'network' })).status, 422)
  assert.equal((await change(sofia, team, { name: 'network' })).status, 200)
  for (const who of [jorge, nuria]) {
    const refused = await setMembers(sofia, team, [await idOf(who)])
    assert.deepEqual([refused.status, refused.problem.errors?.[0]?.pointer], [422, '/personIds'])
  }
  assert.deepEqual((await listed(team.id))?.members, [])
})

test('a closed team keeps what it has, and gets and is offered nothing', async () => {
  const { data: team } = await create(sofia, 'Badges')
  const [kept, next] = [await ask(desk), await ask(desk)]
  const give = (id: string) =>
    desk.as(ana).call(requests.assign, { params: { id }, body: { assignedTeamId: team.id } })
  const offered = async () => {
    const input = { params: { id: kept.id }, query: { q: 'Badges', isInternal: 'true' } }
    return (await desk.as(ana).call(entries.mentionable, input)).data.data.map(({ id }) => id)
  }
  assert.equal((await give(kept.id)).data.assignedTeam, 'Badges')
  assert.ok((await offered()).includes(team.id))
  await close(sofia, team)
  const refused = await give(next.id)
  assert.deepEqual([refused.status, refused.problem.errors?.[0]?.pointer], [422, '/assignedTeamId'])
  const { data: still } = await desk.as(ana).call(requests.get, { params: { id: kept.id } })
  assert.equal(still.assignedTeam, 'Badges')
  assert.ok(!(await offered()).includes(team.id))
  await change(sofia, team, { isActive: true })
  assert.equal((await give(next.id)).status, 200)
})

test('a team tells what lies with it and with each of its people', async () => {
  const { data: team } = await create(sofia, 'Screens', [await idOf(ana)])
  for (const mine of [true, false]) {
    const { id } = await ask(desk)
    await desk.as(ana).call(requests.assign, { params: { id }, body: { assignedTeamId: team.id } })
    if (mine)
      await desk.as(ana).call(requests.assign, { params: { id }, body: { assignedToId: await idOf(ana) } })
  }
  const { data } = await desk.as(luis).call(teams.get, { params: { id: team.id } })
  assert.deepEqual([data.openCount, data.members.map(({ openCount }) => openCount)], [2, [1]])
})

test('technicians read teams, who leads another desk does not change them', async () => {
  const { data: team } = await create(sofia, 'Cables')
  for (const by of [ana, nuria]) {
    const all = [await create(by, 'Mine'), await change(by, team, { name: 'Mine' })]
    const rest = [await setMembers(by, team, []), await close(by, team)]
    for (const { status } of [...all, ...rest]) assert.equal(status, 403)
  }
  assert.equal((await listed(team.id))?.name, 'Cables')
})

test('another company has no such team and no such desk', async () => {
  const { data: team } = await create(sofia, 'Docks')
  assert.equal((await create(olga, 'Theirs')).status, 422)
  assert.equal((await desk.as(olga).call(teams.get, { params: { id: team.id } })).status, 404)
  assert.equal((await change(olga, team, { name: 'Theirs' })).status, 404)
  assert.equal((await setMembers(olga, team, [])).status, 404)
  assert.equal((await close(olga, team)).status, 404)
})
