import assert from 'node:assert/strict'
import { after, test } from 'node:test'
import { requests } from '@deskhand/contract'
import { newId } from '../../platform/ids.ts'
import { openDesk } from '../../testing/desk.ts'
import { ana, elena, iris, jorge, marta, nuria } from '../../testing/people.ts'
import { ask } from '../sample.ts'

const desk = await openDesk()
after(() => desk.close())

const idOf = async (who: string) => (await desk.who(who)).personId
const read = async (by: string, id: string, query = {}) =>
  desk.as(by).call(requests.ofPerson, { params: { id }, query })

test('a person’s requests are theirs alone, newest first, by pages', async () => {
  const asked = [await ask(desk), await ask(desk), await ask(desk)].map(({ id }) => id)
  const id = await idOf(jorge)
  const first = (await read(ana, id, { limit: 2 })).data
  const second = (await read(ana, id, { limit: 2, cursor: first.page.next ?? '' })).data
  const all = [...first.data, ...second.data]
  assert.deepEqual(
    all.slice(0, 3).map((one) => one.id),
    asked.toReversed(),
  )
  assert.ok(all.every(({ requesterId }) => requesterId === id))
})

test('each reader gets what they may see of them', async () => {
  const id = await idOf(jorge)
  const { id: secret } = await ask(desk, { isConfidential: true })
  const has = async (who: string) => (await read(who, id)).data.data.some((one) => one.id === secret)
  assert.deepEqual([await has(ana), await has(elena), await has(nuria)], [true, false, false])
})

test('it is for who works on requests; nobody there, and nobody of another company', async () => {
  const id = await idOf(jorge)
  assert.equal((await read(marta, id)).status, 403)
  for (const [by, whom] of [
    [iris, id],
    [ana, newId()],
    [ana, 'nobody'],
  ] as const)
    assert.equal((await read(by, whom)).status, 404)
})
