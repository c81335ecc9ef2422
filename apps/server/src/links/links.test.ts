import assert from 'node:assert/strict'
import { after, test } from 'node:test'
import { LinkKind, linkKinds, links, type Request } from '@deskhand/contract'
import { ask, put } from '../requests/sample.ts'
import { openDesk } from '../testing/desk.ts'
import { ana, elena, iris, jorge, luis, marta, nuria, sofia } from '../testing/people.ts'
import { written } from './rules.ts'

const desk = await openDesk()
after(() => desk.close())

const link = (who: string, from: Request, type: LinkKind, to: Request | string) =>
  desk.as(who).call(links.add, {
    params: { id: from.id },
    body: { type, requestId: typeof to === 'string' ? to : to.referenceNumber },
  })
const linksOf = async (who: string, { id }: Request) =>
  (await desk.as(who).call(links.list, { params: { id } })).data.data.map(({ type, request }) => [
    type,
    request.referenceNumber,
  ])

test('every kind is read from both ends', async () => {
  for (const type of LinkKind.options) {
    const [one, other] = await Promise.all([ask(desk), ask(desk)])
    assert.equal((await link(ana, one, type, other)).status, 201, type)
    assert.deepEqual(await linksOf(ana, one), [[type, other.referenceNumber]])
    assert.deepEqual(await linksOf(luis, other), [[linkKinds[type], one.referenceNumber]])
    const again = await link(ana, other, linkKinds[type], one)
    assert.equal(again.status, 409, `${type} once more, from the other end`)
  }
})

test('how each kind is written is how its other end is written', () => {
  for (const type of LinkKind.options) {
    assert.deepEqual(written(type, 'a', 'b'), written(linkKinds[type], 'b', 'a'), type)
  }
})

test('not to itself, not to what is not there, one parent only', async () => {
  const [one, two, three] = await Promise.all([ask(desk), ask(desk), ask(desk)])
  assert.deepEqual(
    [(await link(ana, one, 'relates', one)).status, (await link(ana, one, 'relates', 'IT-99999999')).status],
    [422, 404],
  )
  await link(ana, one, 'parent', two)
  const second = await link(ana, one, 'parent', three)
  assert.deepEqual(
    [second.status, second.problem.detail],
    [409, `${one.referenceNumber} has a parent already. Remove that link first.`],
  )
})

test('nobody is their own ancestor, however long the way round', async () => {
  const [a, b, c] = await Promise.all([ask(desk), ask(desk), ask(desk)])
  await link(ana, a, 'parent', b)
  await link(ana, b, 'parent', c)
  const { status, problem } = await link(ana, c, 'parent', a)
  assert.equal(status, 409)
  const chain = [c, a, b, c].map(({ referenceNumber }) => referenceNumber).join(' → ')
  assert.equal(problem.detail, `That would be a circle: ${chain}.`)
  assert.equal((await link(ana, a, 'child', c)).status, 409)
})

test('of two who would close a circle at once, one may', async () => {
  const [a, b] = await Promise.all([ask(desk), ask(desk)])
  const both = await Promise.all([link(ana, a, 'parent', b), link(luis, b, 'parent', a)])
  assert.deepEqual(both.map(({ status }) => status).sort(), [201, 409])
})

test('what one may not see is not shown at the other end', async () => {
  const parent = await ask(desk)
  const child = await ask(desk)
  await link(sofia, parent, 'child', child)
  await put(desk, child.id, { is_confidential: true, access_includes_desk: false })
  assert.deepEqual(await linksOf(ana, parent), [])
  assert.deepEqual(await linksOf(elena, parent), [])
  const foreign = await ask(desk, { serviceDeskCode: 'HR' }, marta)
  assert.equal((await link(ana, parent, 'relates', foreign)).status, 404)
})

test('removed by whoever works on it; forbidden to employees, invisible to others', async () => {
  const [one, two] = await Promise.all([ask(desk), ask(desk)])
  const { data } = await link(ana, one, 'blocks', two)
  const take = (who: string) => desk.as(who).call(links.remove, { params: { id: one.id, linkId: data.id } })
  assert.equal((await link(jorge, one, 'blocks', two)).status, 403)
  assert.equal((await take(jorge)).status, 403)
  for (const who of [nuria, iris]) {
    assert.equal((await take(who)).status, 404, who)
    assert.equal((await link(who, one, 'relates', two)).status, 404, who)
    assert.equal((await desk.as(who).call(links.list, { params: { id: one.id } })).status, 404, who)
  }
  assert.equal((await take(luis)).status, 204)
  assert.equal((await take(luis)).status, 404)
  assert.deepEqual(await linksOf(ana, two), [])
})
