import assert from 'node:assert/strict'
import { after, test } from 'node:test'
import { type BodyIn, licences } from '@deskhand/contract'
import { newId } from '../platform/ids.ts'
import { openDesk } from '../testing/desk.ts'
import { ana, iris, jorge, tom } from '../testing/people.ts'
import { addLicence, readLicence, somePeople } from './sample.ts'

const desk = await openDesk()
after(() => desk.close())

const change = (id: string, body: BodyIn<typeof licences.change>, by = ana, ifMatch?: string) =>
  desk
    .as(by)
    .call(licences.change, { params: { id }, body, ...(ifMatch && { headers: { 'if-match': ifMatch } }) })

test('is added with all that is known of it, changed, and each change is told', async () => {
  const { personId } = await desk.who(ana)
  const licence = await addLicence(desk, {
    name: 'Whiteboard',
    publisher: 'Miro',
    seats: 4,
    minimumFree: 5,
    ownerId: personId,
    term: { startsOn: '2026-01-01' },
  })
  assert.deepEqual(
    [licence.free, licence.isLow, licence.owner?.id, licence.term?.state, licence.isOver],
    [4, true, personId, 'ACTIVE', false],
  )
  const { data } = await change(licence.id, { seats: 9, supplier: 'Iberia' })
  assert.deepEqual([data.free, data.isLow, data.supplier, data.version], [9, false, 'Iberia', 2])
  assert.equal((await change(licence.id, { seats: 10 }, ana, '"1"')).status, 412)
  assert.equal((await change(licence.id, { supplier: 'Iberia' })).status, 200)
  const events = await desk.as(ana).call(licences.events, { params: { id: licence.id } })
  assert.deepEqual(
    events.data.data.map(({ name }) => name),
    ['licence.updated', 'licence.term_added', 'licence.created'],
  )
  assert.deepEqual(events.data.data[0]?.changes['seats'], [4, 9])
})

test('what does not fit names its field and changes nothing', async () => {
  const licence = await addLicence(desk, { seats: 3 })
  for (const personId of await somePeople(desk, 2))
    await desk.as(ana).call(licences.assign, { params: { id: licence.id }, body: { personId } })
  const before = await readLicence(desk, licence.id)
  const theirs = (await desk.who(iris)).personId
  for (const [body, pointer] of [
    [{ seats: 1 }, '/seats'],
    [{ ownerId: theirs }, '/ownerId'],
    [{ softwareTitleId: newId() }, '/softwareTitleId'],
  ] as const) {
    const { status, problem } = await change(licence.id, body)
    assert.deepEqual([status, problem.errors?.[0]?.pointer], [422, pointer])
  }
  assert.equal((await change(licence.id, { kind: 'PER_DEVICE' })).status, 409)
  assert.deepEqual(await readLicence(desk, licence.id), before)
})

test('the list is searched, filtered and sorted, page by page; of another company it has nothing', async () => {
  await addLicence(desk, { name: 'Zebra designer', seats: 1, minimumFree: 2, kind: 'FLOATING' })
  const list = async (query: object, by = ana) =>
    (await desk.as(by).call(licences.list, { query: { limit: 200, ...query } })).data.data
  assert.deepEqual(
    (await list({ q: 'zebra' })).map(({ name }) => name),
    ['Zebra designer'],
  )
  assert.ok((await list({ isLow: 'true' })).every(({ isLow }) => isLow))
  assert.ok((await list({ kind: 'FLOATING' })).every(({ kind }) => kind === 'FLOATING'))
  const ended = await list({ state: 'ENDED' })
  assert.ok(ended.length > 0 && ended.every(({ isOver }) => isOver))
  for (const sort of ['name', '-name', 'free', '-free', 'ends', '-ends'] as const) {
    const whole = (await list({ sort })).map(({ id }) => id)
    const paged: string[] = []
    let cursor: string | undefined
    do {
      const { data } = await desk
        .as(ana)
        .call(licences.list, { query: { sort, limit: 7, ...(cursor && { cursor }) } })
      paged.push(...data.data.map(({ id }) => id))
      cursor = data.page.next ?? undefined
    } while (cursor)
    assert.deepEqual(paged, whole, sort)
  }
  const free = (await list({ sort: '-free' })).map((one) => one.free)
  assert.deepEqual(
    free,
    free.toSorted((one, other) => other - one),
  )
  assert.deepEqual(await list({ q: 'zebra' }, iris), [])
  for (const who of [jorge, tom]) assert.equal((await desk.as(who).call(licences.list)).status, 403, who)
})

test('one that is retired is in a list of its own', async () => {
  const { id } = await addLicence(desk)
  assert.equal((await desk.as(jorge).call(licences.retire, { params: { id } })).status, 403)
  assert.equal((await desk.as(iris).call(licences.retire, { params: { id } })).status, 404)
  assert.equal((await desk.as(ana).call(licences.retire, { params: { id } })).status, 200)
  assert.equal((await desk.as(ana).call(licences.retire, { params: { id } })).status, 409)
  assert.equal((await change(id, { seats: 9 })).status, 409)
  const retired = await desk.as(ana).call(licences.list, { query: { isRetired: 'true', limit: 200 } })
  assert.ok(retired.data.data.some((one) => one.id === id))
})
