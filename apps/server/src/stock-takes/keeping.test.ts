import assert from 'node:assert/strict'
import { after, describe, test } from 'node:test'
import { type BodyIn, custody, equipment, locations, notifications, stockTakes } from '@deskhand/contract'
import { makeCategory, makePlace, makeThing } from '../custody/sample.ts'
import { clock } from '../platform/clock/clock.ts'
import { openDesk } from '../testing/desk.ts'
import { ana, elena, jorge, luis, marta, olga, sofia } from '../testing/people.ts'
import { deedsOf } from './sample.ts'

const desk = await openDesk()
after(() => desk.close())
const deeds = deedsOf(desk)
const { move, get } = deeds

const inDays = (days: number) =>
  new Date(clock.now().getTime() + days * 86_400_000).toISOString().slice(0, 10)
const refused = (body: Partial<BodyIn<typeof stockTakes.create>>) =>
  desk.as(sofia).call(stockTakes.create, { body: { name: 'Winter', ...body } })
const change = (by: string, id: string, body: BodyIn<typeof stockTakes.change>, version?: number) =>
  desk.as(by).call(stockTakes.change, {
    params: { id },
    body,
    ...(version !== undefined && { headers: { 'if-match': `"${version}"` } }),
  })

describe('what is prepared', () => {
  test('names departments that somebody belongs to, and a day that is not past', async () => {
    for (const { pointer, ...body } of [
      { departments: ['Alchemy'], pointer: '/departments' },
      { dueOn: inDays(-2), pointer: '/dueOn' },
    ]) {
      const { status, text } = await refused(body)
      assert.equal(status, 422)
      assert.match(text, new RegExp(`"pointer":"${pointer}"`))
    }
    assert.equal((await deeds.prepare({ dueOn: inDays(2) })).dueOn, inDays(2))
  })
  test('keeps its places: one that a stock-take names is not deleted', async () => {
    const locationId = await makePlace(desk)
    const it = await deeds.prepare({ locationIds: [locationId] })
    const { status } = await desk.as(elena).call(locations.remove, { params: { id: locationId } })
    assert.equal(status, 409)
    assert.deepEqual(
      (await get(sofia, it.id)).data.locations.map(({ id }) => id),
      [locationId],
    )
  })
  test('reads as what was named, also where that was deleted before it was kept', async () => {
    const [locationId, categoryId] = [await makePlace(desk), await makeCategory(desk)]
    const it = await deeds.prepare({ locationIds: [locationId], categoryIds: [categoryId] })
    await desk.rows(sofia, 'delete from app.locations where id = $1', [locationId])
    await desk.rows(sofia, 'delete from app.asset_categories where id = $1', [categoryId])
    const { locations: places, categories } = (await get(sofia, it.id)).data
    assert.deepEqual(places, [{ id: locationId, name: 'A place that was deleted' }])
    assert.deepEqual(categories, [{ id: categoryId, name: 'A category that was deleted' }])
    assert.equal((await move(it.id, 'ACTIVE')).status, 422)
  })
})

describe('changing', () => {
  test('is for name, day, note and who counts, and says what changed', async () => {
    const it = await deeds.prepare({ note: 'Top shelves' })
    const { personId } = await desk.who(luis)
    const { data } = await change(sofia, it.id, {
      name: 'Spring',
      dueOn: inDays(5),
      note: null,
      assigneeIds: [personId],
    })
    assert.deepEqual(
      [data.name, data.dueOn, data.note, data.assignees.map(({ id }) => id), data.version],
      ['Spring', inDays(5), null, [personId], it.version + 1],
    )
    const [event] = await desk.rows<{ data: unknown }>(
      sofia,
      `select data from app.events where subject_id = $1 and name = 'stock_take.changed'`,
      [it.id],
    )
    assert.deepEqual(event?.data, { fields: ['name', 'assigneeIds', 'dueOn', 'note'] })
    // The same once more is no change.
    assert.equal((await change(sofia, it.id, { name: 'Spring' })).data.version, data.version)
  })
  test('is refused for what is old, past, unknown or over', async () => {
    const it = await deeds.prepare({})
    const { personId } = await desk.who(marta)
    const answers = [
      await change(sofia, it.id, { name: 'Spring' }, it.version + 1),
      await change(sofia, it.id, { dueOn: inDays(-2) }),
      await change(sofia, it.id, { assigneeIds: [personId] }),
      await change(ana, it.id, { name: 'Spring' }),
      await change(olga, it.id, { name: 'Spring' }),
    ]
    assert.deepEqual(
      answers.map(({ status }) => status),
      [412, 422, 422, 403, 404],
    )
    await move(it.id, 'CANCELLED')
    assert.equal((await change(sofia, it.id, { name: 'Spring' })).status, 409)
    assert.equal((await get(sofia, it.id)).data.name, 'Winter')
  })
})

describe('asking who has what was not found', () => {
  const ask = (by: string, id: string) => desk.as(by).call(stockTakes.askHolders, { params: { id } })
  const news = async (who: string) =>
    (await desk.as(who).call(notifications.list, { query: { limit: 200 } })).data.data.filter(
      ({ kind }) => kind === 'thing_asked',
    )

  test('tells each of them once, and a yes in the review counts', async () => {
    const categoryId = await makeCategory(desk)
    const things = []
    for (let at = 0; at < 2; at++) {
      const thing = await makeThing(desk, { categoryId })
      const { personId } = await desk.who(marta)
      await desk.as(ana).call(custody.checkOut, { params: { id: thing.id }, body: { personId } })
      things.push(thing)
    }
    const it = await deeds.begin({ categoryIds: [categoryId] })
    await move(it.id, 'REVIEW')
    const before = (await news(marta)).length
    assert.equal((await ask(sofia, it.id)).data.asksHolders, true)
    await desk.work()
    const [told, ...more] = await news(marta)
    assert.equal(more.length, before)
    assert.match(
      told?.title ?? '',
      new RegExp(
        `asks whether you have ${things.map(({ assetTag }) => assetTag).sort()[0]} and one more thing$`,
      ),
    )
    assert.equal((await news(jorge)).length, 0)

    await desk.as(marta).call(equipment.confirm, { params: { id: things[0]?.id ?? '' } })
    await desk.work()
    const { counts } = (await get(sofia, it.id)).data
    assert.deepEqual([counts.selfConfirmed, counts.missing], [1, 1])
  })
  test('is refused where nobody has any of it, before it begins, and to whom it is not', async () => {
    const [locationId, categoryId] = [await makePlace(desk), await makeCategory(desk)]
    await makeThing(desk, { locationId, categoryId })
    const prepared = await deeds.prepare({ locationIds: [locationId] })
    assert.equal((await ask(sofia, prepared.id)).status, 409)
    await move(prepared.id, 'ACTIVE')
    const answers = [await ask(sofia, prepared.id), await ask(ana, prepared.id), await ask(olga, prepared.id)]
    assert.deepEqual(
      answers.map(({ status }) => status),
      [409, 403, 404],
    )
  })
})
