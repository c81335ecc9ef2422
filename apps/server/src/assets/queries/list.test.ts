import assert from 'node:assert/strict'
import { after, test } from 'node:test'
import { assets } from '@deskhand/contract'
import { openDesk } from '../../testing/desk.ts'
import { ana } from '../../testing/people.ts'
import { addAsset, ownKinds } from '../sample.ts'

const desk = await openDesk()
after(() => desk.close())

test('the first page says how many there are, whatever its size; later pages and the past do not count', async () => {
  const { categoryId } = await ownKinds(desk)
  for (const name of ['one', 'two', 'three']) await addAsset(desk, { categoryId, name })
  const list = async (query: object) =>
    (await desk.as(ana).call(assets.list, { query: { categoryId, limit: 2, ...query } })).data
  const first = await list({})
  assert.deepEqual([first.data.length, first.page.totalEstimate], [2, 3])
  const second = await list({ cursor: first.page.next ?? '' })
  assert.deepEqual([second.data.length, second.page.next, second.page.totalEstimate], [1, null, null])
  assert.equal((await list({ limit: 3 })).page.totalEstimate, 3)
  assert.equal((await list({ q: 'two' })).page.totalEstimate, 1)
})
