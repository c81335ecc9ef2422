import assert from 'node:assert/strict'
import { after, test } from 'node:test'
import { bulkEdits, requests, type Task, tasks } from '@deskhand/contract'
import { ask, put } from '../requests/sample.ts'
import { openDesk } from '../testing/desk.ts'
import { ana, elena, jorge, luis, marta, nuria, olga, sofia } from '../testing/people.ts'

const desk = await openDesk()
after(() => desk.close())

type New = {
  title: string
  isMandatory?: boolean
  isVisible?: boolean
  position?: number
  assignedToId?: string
}
const add = (by: string, id: string, body: New | { templateId: string }) =>
  desk.as(by).call(tasks.add, { params: { id }, body })
const change = (by: string, id: string, taskId: string, body: object) =>
  desk.as(by).call(tasks.change, { params: { id, taskId }, body })
const remove = (by: string, id: string, taskId: string) =>
  desk.as(by).call(tasks.remove, { params: { id, taskId } })
const restore = (by: string, id: string, taskId: string) =>
  desk.as(by).call(tasks.restore, { params: { id, taskId } })
const list = async (by: string, id: string) =>
  (await desk.as(by).call(tasks.list, { params: { id } })).data.data
const titles = async (by: string, id: string) => (await list(by, id)).map(({ title }) => title)
const resolve = (by: string, id: string) =>
  desk.as(by).call(requests.transition, {
    params: { id },
    body: { to: 'RESOLVED', resolutionCode: 'FIXED', resolutionText: 'Done.' },
  })
async function begun(...news: New[]): Promise<{ id: string; all: Task[] }> {
  const { id } = await ask(desk)
  await put(desk, id, { status: 'IN_PROGRESS', assigned_to_id: (await desk.who(ana)).personId })
  for (const one of news) await add(ana, id, one)
  return { id, all: await list(ana, id) }
}
const first = (all: readonly Task[]): Task => {
  assert.ok(all[0])
  return all[0]
}
const it = async () =>
  (await desk.rows<{ id: string }>(marta, `select id from app.desks where code = 'IT'`))[0]?.id ?? ''

test('what is mandatory and open blocks RESOLVED by a move and by PUT, and names itself', async () => {
  const { id, all } = await begun({ title: 'Wipe the disk', isMandatory: true }, { title: 'Sweep' })
  const refused = await resolve(ana, id)
  assert.equal(refused.status, 409)
  assert.match(refused.problem.detail, /“Wipe the disk”/)
  assert.ok(!refused.problem.detail.includes('Sweep'))
  assert.ok(!refused.problem.allowed?.includes('RESOLVED'))
  const put409 = await desk.as(sofia).call(requests.update, { params: { id }, body: { status: 'RESOLVED' } })
  assert.equal(put409.status, 409)
  const { data: ways } = await desk.as(ana).call(requests.transitions, { params: { id } })
  assert.ok(!ways.data.some(({ to }) => to === 'RESOLVED'))

  assert.equal((await change(luis, id, first(all).id, { isDone: true })).data.doneByName, 'Luis Mora')
  assert.equal((await resolve(ana, id)).status, 200)
})

test('blocks it in a bulk edit too', async () => {
  const { id } = await begun({ title: 'Wipe the disk', isMandatory: true })
  const transition = { to: 'RESOLVED', resolutionCode: 'FIXED', resolutionText: 'Done.' } as const
  const { data } = await desk
    .as(ana)
    .call(bulkEdits.edit, { body: { requestIds: [id], action: { transition }, dryRun: true } })
  assert.equal(data.refused, 1)
  assert.match(data.results[0]?.detail ?? '', /“Wipe the disk”/)
})

test('unticking, making it voluntary and deleting it count at once', async () => {
  const { id, all } = await begun({ title: 'Back up', isMandatory: true })
  const { id: taskId } = first(all)
  await change(ana, id, taskId, { isDone: true })
  await change(ana, id, taskId, { isDone: false })
  assert.equal((await resolve(ana, id)).status, 409)
  await change(ana, id, taskId, { isMandatory: false })
  const open = async () =>
    (
      await desk.rows<{ open: string[] }>(
        marta,
        'select open_mandatory_tasks as open from app.requests where id = $1',
        [id],
      )
    )[0]?.open
  assert.deepEqual(await open(), [])
  await change(ana, id, taskId, { isMandatory: true, title: 'Back up twice' })
  assert.deepEqual(await open(), ['Back up twice'])
  await remove(ana, id, taskId)
  assert.deepEqual(await open(), [])
  assert.equal((await resolve(ana, id)).status, 200)
})

test('who asked may withdraw it all the same', async () => {
  const { id } = await begun({ title: 'Wipe the disk', isMandatory: true })
  assert.equal((await desk.as(jorge).call(requests.withdraw, { params: { id }, body: {} })).status, 200)
})

test('tasks stand in their order, and who moves one makes room', async () => {
  const { id, all } = await begun({ title: 'a' }, { title: 'b' }, { title: 'c' }, { title: 'd' })
  await change(ana, id, first(all).id, { position: 2 })
  assert.deepEqual(await titles(ana, id), ['b', 'c', 'a', 'd'])
  await change(ana, id, first(all).id, { position: 99 })
  assert.deepEqual(await titles(ana, id), ['b', 'c', 'd', 'a'])
  await change(ana, id, first(all).id, { position: 0 })
  await add(ana, id, { title: 'first', position: 0 })
  assert.deepEqual(await titles(ana, id), ['first', 'a', 'b', 'c', 'd'])
  await remove(ana, id, first(all).id)
  const rest = await list(ana, id)
  assert.deepEqual(
    rest.map(({ title, position }) => `${position}${title}`),
    ['0first', '1b', '2c', '3d'],
  )
})

test('a deleted task comes back to its place, ticked as it was, and blocks again', async () => {
  const { id, all } = await begun({ title: 'a' }, { title: 'b', isMandatory: true }, { title: 'c' })
  const [, second, third] = all
  assert.ok(second && third)
  assert.equal((await restore(ana, id, second.id)).status, 404, 'it is not deleted')
  await change(ana, id, third.id, { isDone: true })
  await remove(ana, id, third.id)
  await remove(ana, id, second.id)
  assert.deepEqual(await titles(ana, id), ['a'])
  for (const [by, status] of [
    [jorge, 403],
    [olga, 404],
  ] as const) {
    assert.equal((await restore(by, id, second.id)).status, status, by)
  }
  assert.equal((await restore(luis, id, third.id)).data.doneByName, 'Ana Ruiz')
  assert.equal((await restore(luis, id, second.id)).status, 200)
  assert.deepEqual(
    (await list(ana, id)).map(({ title, position }) => `${position}${title}`),
    ['0a', '1b', '2c'],
  )
  assert.equal((await resolve(ana, id)).status, 409)
  await remove(ana, id, second.id)
  assert.equal((await resolve(ana, id)).status, 200)
  assert.equal((await restore(ana, id, second.id)).status, 409, 'it is settled')
})

test('what comes back is nobody’s where whoever had it may not see the request any more', async () => {
  const { personId: anaId } = await desk.who(ana)
  const { personId: luisId } = await desk.who(luis)
  const { id, all } = await begun(
    { title: 'Of Luis', assignedToId: luisId },
    { title: 'Of Ana', assignedToId: anaId },
  )
  for (const task of all) await remove(ana, id, task.id)
  await desk.as(sofia).call(requests.seal, {
    params: { id },
    body: { isConfidential: true, includesDesk: false, personIds: [anaId, (await desk.who(sofia)).personId] },
  })
  const back = await Promise.all(all.map(async (task) => (await restore(ana, id, task.id)).data))
  assert.deepEqual(
    back.map(({ title, assignedToId }) => [title, assignedToId]),
    [
      ['Of Luis', null],
      ['Of Ana', anaId],
    ],
  )
  const logged = await desk.rows<{ changes: object }>(
    marta,
    `select changes from app.events where subject_id = $1 and name = 'task.restored' order by changes::text desc`,
    [id],
  )
  assert.deepEqual(
    logged.map(({ changes }) => changes),
    [{}, { assignedToId: [luisId, null] }],
  )
})

test('who asked reads the visible ones alone, and hears of those alone', async () => {
  const { id, all } = await begun({ title: 'Ours' }, { title: 'Theirs too', isVisible: true })
  assert.deepEqual(await titles(jorge, id), ['Theirs too'])
  assert.deepEqual(await titles(elena, id), ['Ours', 'Theirs too'])
  await change(ana, id, first(all).id, { isDone: true })
  const heard = await desk.rows<{ name: string; audience: string }>(
    jorge,
    `select name, audience from app.events where subject_id = $1 and name like 'task.%' order by id`,
    [id],
  )
  assert.deepEqual(
    heard.map(({ name, audience }) => `${name} ${audience}`),
    ['task.added staff', 'task.added staff', 'task.shown everyone', 'task.done staff'],
  )
})

test('is for the desk alone: forbidden to who asked, invisible to others', async () => {
  const { id, all } = await begun({ title: 'Ours', isVisible: true })
  const { id: taskId } = first(all)
  for (const [by, status] of [
    [jorge, 403],
    [nuria, 404],
    [olga, 404],
  ] as const) {
    assert.equal((await add(by, id, { title: 'x' })).status, status, by)
    assert.equal((await change(by, id, taskId, { isDone: true })).status, status, by)
    assert.equal((await remove(by, id, taskId)).status, status, by)
  }
  assert.equal((await change(ana, (await begun()).id, taskId, { isDone: true })).status, 404)
})

test('nothing changes on what is settled, and nobody who cannot see it gets a task', async () => {
  const { id, all } = await begun({ title: 'Sweep' })
  const hr = await add(ana, id, { title: 'x', assignedToId: (await desk.who(nuria)).personId })
  assert.match(hr.problem.detail, /does not work at this desk/)
  await resolve(ana, id)
  assert.equal((await add(ana, id, { title: 'x' })).status, 409)
  assert.equal((await change(ana, id, first(all).id, { isDone: true })).status, 409)
  assert.equal((await remove(ana, id, first(all).id)).status, 409)
})

test('row-level security says the same, whatever a query forgets', async () => {
  const { id } = await begun({ title: 'Ours' }, { title: 'Theirs too', isVisible: true })
  const { transact } = await import('../platform/db/transaction.ts')
  for (const [email, expected] of [
    [ana, 2],
    [elena, 2],
    [jorge, 1],
    [olga, 0],
  ] as const) {
    const { companyId, personId } = await desk.who(email)
    const rows = await transact(desk.deskhand.platform.pools.app, { companyId, personId }, (tx) =>
      tx.query('select from app.request_tasks where request_id = $1', [id]),
    )
    assert.equal(rows.length, expected, email)
  }
})

test('a supervisor makes a checklist, which its desk adds to requests', async () => {
  const items = [
    { title: 'One', isMandatory: true, dueInDays: 2 },
    { title: 'Two', isVisible: true },
  ]
  const make = (by: string, name: string, serviceDeskId: string) =>
    desk.as(by).call(tasks.addTemplate, { body: { serviceDeskId, name, items } })
  const { data } = await make(sofia, 'Two things', await it())
  assert.equal((await make(sofia, 'two THINGS', await it())).status, 409)
  assert.equal((await make(ana, 'Other', await it())).status, 403)
  assert.equal((await make(olga, 'Other', await it())).status, 422)

  const { id } = await begun()
  const added = (await add(ana, id, { templateId: data.id })).data.data
  assert.deepEqual(
    added.map(({ title, checklist, isMandatory, isVisible }) => [title, checklist, isMandatory, isVisible]),
    [
      ['One', 'Two things', true, false],
      ['Two', 'Two things', false, true],
    ],
  )
  const days = (new Date(added[0]?.dueAt ?? 0).getTime() - Date.now()) / 86_400_000
  assert.ok(days > 1.9 && days < 2.1)
  const hr = await ask(desk, { serviceDeskCode: 'HR' })
  assert.equal((await add(nuria, hr.id, { templateId: data.id })).status, 422)
})

test('a checklist is changed by who leads its desk, on the version they saw', async () => {
  const body = { serviceDeskId: await it(), name: 'Changing', items: [{ title: 'One' }] }
  const { id, version } = (await desk.as(sofia).call(tasks.addTemplate, { body })).data
  const change = (by: string, ifMatch: number) =>
    desk.as(by).call(tasks.changeTemplate, {
      params: { id },
      body: { items: [{ title: 'Other' }] },
      headers: { 'if-match': `"${ifMatch}"` },
    })
  const drop = (by: string) => desk.as(by).call(tasks.removeTemplate, { params: { id } })
  assert.equal((await change(ana, version)).status, 403)
  assert.equal((await change(olga, version)).status, 404)
  assert.equal((await change(elena, version)).data.items[0]?.title, 'Other')
  assert.equal((await change(sofia, version)).status, 412)
  assert.equal((await drop(ana)).status, 403)
  assert.equal((await drop(olga)).status, 404)
  assert.equal((await drop(sofia)).status, 204)
  const left = await desk.as(ana).call(tasks.templates, {})
  assert.ok(!left.data.data.some((one) => one.id === id))
  const ofHr = (await desk.as(nuria).call(tasks.templates, {})).data.data
  assert.ok(ofHr.length > 0 && ofHr.every(({ deskName }) => !deskName.startsWith('IT')))
})
