import assert from 'node:assert/strict'
import { after, test } from 'node:test'
import { operations, requests, tags } from '@deskhand/contract'
import { ask } from '../requests/sample.ts'
import { openDesk } from '../testing/desk.ts'
import { ana, elena, olga, sofia } from '../testing/people.ts'

const desk = await openDesk()
after(() => desk.close())

const find = async (name: string) =>
  (await desk.as(sofia).call(tags.list, { query: { q: name } })).data.data.find((one) => one.name === name)
const tagsOf = async (id: string) => (await desk.as(ana).call(requests.get, { params: { id } })).data.tags
const tag = (id: string, ...words: string[]) =>
  desk.as(ana).call(requests.tag, { params: { id }, body: { tags: words } })
const undo = (operationId: string, by = sofia) =>
  desk.as(by).call(operations.undo, { params: { operationId }, body: {} })

/** Merges one word into another; answers the operation. */
async function merge(from: string, into: string): Promise<string> {
  const [one, other] = [await find(from), await find(into)]
  const { data, status } = await desk
    .as(sofia)
    .call(tags.update, { params: { id: one?.id ?? '' }, body: { mergeInto: other?.id ?? '' } })
  assert.equal(status, 200)
  assert.ok(data.operationId)
  return data.operationId
}

test('an undone merge gives each request its own word back, and the vocabulary its other names', async () => {
  const one = await ask(desk, { tags: ['vpn-old', 'loud'] })
  const both = await ask(desk, { tags: ['vpn-new', 'vpn-old'] })
  const other = await ask(desk, { tags: ['vpn-new'] })
  const named = await ask(desk, { tags: ['vpn-oldest'] })
  await merge('vpn-oldest', 'vpn-old')
  await desk.work()
  const operationId = await merge('vpn-old', 'vpn-new')
  await desk.work()
  const since = await ask(desk, { tags: ['vpn-old'] })
  const dropped = await ask(desk, { tags: ['vpn-new', 'calm'] })
  assert.deepEqual(await tagsOf(one.id), ['vpn-new', 'loud'])
  assert.deepEqual((await find('vpn-new'))?.aliases, ['vpn-old', 'vpn-oldest'])

  const { data, status } = await undo(operationId)
  assert.deepEqual([status, data.results.map(({ outcome }) => outcome)], [200, ['changed']])
  await desk.work()
  assert.deepEqual(await Promise.all([one, both, other, named, since, dropped].map(({ id }) => tagsOf(id))), [
    ['vpn-old', 'loud'],
    ['vpn-new', 'vpn-old'],
    ['vpn-new'],
    ['vpn-old'],
    // What was written since means the word it became.
    ['vpn-new'],
    ['vpn-new', 'calm'],
  ])
  assert.deepEqual((await find('vpn-old'))?.aliases, ['vpn-oldest'])
  assert.deepEqual((await find('vpn-new'))?.aliases, [])
  await tag(other.id, 'vpn-old')
  assert.deepEqual(await tagsOf(other.id), ['vpn-old'])
  const again = await undo(operationId)
  assert.equal(again.status, 409)
})

test('a request from which the word was taken meanwhile is left as it is', async () => {
  const { id } = await ask(desk, { tags: ['fan-a'] })
  await ask(desk, { tags: ['fan-b'] })
  const operationId = await merge('fan-a', 'fan-b')
  await desk.work()
  await tag(id, 'quiet')
  assert.equal((await undo(operationId)).status, 200)
  await desk.work()
  assert.deepEqual(await tagsOf(id), ['quiet'])
})

test('undone before the requests have followed, none does', async () => {
  const { id } = await ask(desk, { tags: ['slow-a'] })
  await ask(desk, { tags: ['slow-b'] })
  const operationId = await merge('slow-a', 'slow-b')
  assert.equal((await undo(operationId)).status, 200)
  await desk.work()
  assert.deepEqual(await tagsOf(id), ['slow-a'])
})

test('of two merges into one word each is undone by itself', async () => {
  for (const name of ['cup-a', 'cup-b', 'cup']) await ask(desk, { tags: [name] })
  const [first, second] = [await merge('cup-a', 'cup'), await merge('cup-b', 'cup')]
  await desk.work()
  assert.equal((await undo(first)).status, 200)
  assert.equal((await undo(second)).status, 200)
  await desk.work()
  assert.deepEqual([(await find('cup-a'))?.count, (await find('cup-b'))?.count], [1, 1])
})

test('what was merged on or deleted since is refused with the reason, and nothing changes', async () => {
  const { id } = await ask(desk, { tags: ['oak'] })
  for (const name of ['tree', 'plant']) await ask(desk, { tags: [name] })
  const operationId = await merge('oak', 'tree')
  const on = await merge('tree', 'plant')
  await desk.work()
  const refused = await undo(operationId)
  assert.equal(refused.status, 409)
  assert.match(refused.problem.detail, /“oak” is not where this merge had put it/)
  assert.deepEqual(await tagsOf(id), ['plant'])
  // The other way round each comes off.
  assert.equal((await undo(on)).status, 200)
  assert.equal((await undo(operationId)).status, 200)
  await desk.work()
  assert.deepEqual(await tagsOf(id), ['oak'])

  await ask(desk, { tags: ['elm'] })
  const gone = await merge('elm', 'tree')
  const tree = await find('tree')
  await desk.as(sofia).call(tags.remove, { params: { id: tree?.id ?? '' } })
  assert.equal((await undo(gone)).status, 409)
})

test('is for who did it, and for nobody else', async () => {
  for (const name of ['lamp-a', 'lamp-b']) await ask(desk, { tags: [name] })
  const operationId = await merge('lamp-a', 'lamp-b')
  assert.deepEqual(
    await Promise.all([ana, elena, olga].map(async (by) => (await undo(operationId, by)).status)),
    [404, 404, 404],
  )
})
