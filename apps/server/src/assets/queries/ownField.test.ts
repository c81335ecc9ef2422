import assert from 'node:assert/strict'
import { after, test } from 'node:test'
import { assets } from '@deskhand/contract'
import { openDesk } from '../../testing/desk.ts'
import { ana, marta } from '../../testing/people.ts'
import { addAsset, ownKinds } from '../sample.ts'

const desk = await openDesk()
after(() => desk.close())

const fields = [
  { key: 'memory', label: 'Memory', type: 'number', decimals: 0 },
  { key: 'colour', label: 'Colour', type: 'line' },
]

type Page = { data: { ownField?: unknown }[]; page: { next: string | null } }

/** Things of a kind of their own with so much memory, and all pages of the list in this order. */
async function furnish(memory: readonly (number | null)[]) {
  const { categoryId } = await ownKinds(desk, { fields })
  for (const much of memory)
    await addAsset(desk, { categoryId, ...(much !== null && { customFields: { memory: much } }) })
  return async (sort: string, limit = 2) => {
    const rows: unknown[] = []
    for (let cursor: string | null = ''; cursor !== null; ) {
      const query = { categoryId, sort, limit, ...(cursor && { cursor }) }
      const page: Page = (await desk.as(ana).call(assets.list, { query })).data
      rows.push(...page.data.map(({ ownField }) => ownField ?? null))
      cursor = page.page.next
    }
    return rows
  }
}

test('by an own field, page by page: numbers as numbers, what has none last going up', async () => {
  const list = await furnish([16, 8, null, 128, 8, 64])
  assert.deepEqual(await list('field:memory'), [8, 8, 16, 64, 128, null])
  assert.deepEqual(await list('-field:memory'), [null, 128, 64, 16, 8, 8])
  assert.deepEqual(await list('field:memory', 50), [8, 8, 16, 64, 128, null])
  assert.deepEqual(await list('assetTag', 50), [null, null, null, null, null, null])
})

test('a field that nothing has, a cursor of another order and an employee are refused', async () => {
  await furnish([1])
  const list = (sort: string, who = ana, cursor?: string) =>
    desk.as(who).call(assets.list, { query: { sort, ...(cursor && { cursor }) } })
  const none = await list('field:nobodyHasThis')
  assert.deepEqual([none.status, none.problem.errors?.[0]?.pointer], [422, '?sort'])
  assert.equal((await list('field:no-key')).status, 400)
  assert.equal((await list('field:memory', marta)).status, 403)
  const id = '018f3f2e-5b1a-7c00-8000-000000000001'
  for (const value of ['nothing', '"\\u0000"', '"\\ud800"', '1e999999']) {
    const cursor = Buffer.from(JSON.stringify([value, id])).toString('base64url')
    assert.equal((await list('field:memory', ana, cursor)).status, 400, value)
  }
})

test('narrowed by what own fields hold: numbers as numbers, texts in any case, all of several fields', async () => {
  const { categoryId } = await ownKinds(desk, { fields })
  const add = async (customFields: object) =>
    (await addAsset(desk, { categoryId, customFields } as Parameters<typeof addAsset>[1])).assetTag
  const [small, middle, large, bare] = [
    await add({ memory: 8, colour: 'Black' }),
    await add({ memory: 16, colour: 'grey' }),
    await add({ memory: 128, colour: 'black' }),
    await add({}),
  ]
  const found = async (own: string) => {
    const { data } = await desk.as(ana).call(assets.list, { query: { categoryId, own, sort: 'assetTag' } })
    return data.data.map(({ assetTag }) => assetTag)
  }
  const cases: [string, string[]][] = [
    ['memory:16', [middle]],
    ['memory:16.0', [middle]],
    ['memory:8,memory:128', [small, large]],
    ['memory:>=16', [middle, large]],
    ['memory:<128', [small, middle]],
    ['colour:BLACK', [small, large]],
    ['colour:black,memory:>8', [large]],
    ['memory:much', []],
    ['colour:>b', [middle, large]],
  ]
  for (const [own, tags] of cases) assert.deepEqual(await found(own), tags, own)
  assert.ok(!cases.some(([, tags]) => tags.includes(bare)))
  const list = (own: string, who = ana) => desk.as(who).call(assets.list, { query: { own } })
  const none = await list('nobodyHasThis:1')
  assert.deepEqual([none.status, none.problem.errors?.[0]?.pointer], [422, '?own'])
  for (const own of ['memory', 'memory:', 'no-key:1', 'memory:>='])
    assert.equal((await list(own)).status, 400, own)
  assert.equal((await list('memory:8', marta)).status, 403)
})
