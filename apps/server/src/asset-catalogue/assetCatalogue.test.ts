import assert from 'node:assert/strict'
import { after, describe, test } from 'node:test'
import { assetCatalogue, assets, type BodyIn, type FormField } from '@deskhand/contract'
import { addAsset } from '../assets/sample.ts'
import { openDesk } from '../testing/desk.ts'
import { ana, elena, iris, jorge, nuria } from '../testing/people.ts'
import { addCategory, addModel, ownWord } from './sample.ts'

const desk = await openDesk()
after(() => desk.close())

const change = (id: string, body: BodyIn<typeof assetCatalogue.changeCategory>, who = elena) =>
  desk.as(who).call(assetCatalogue.changeCategory, { params: { id }, body })
const changeModel = (id: string, body: BodyIn<typeof assetCatalogue.changeModel>, who = ana) =>
  desk.as(who).call(assetCatalogue.changeModel, { params: { id }, body })
const memory: BodyIn<typeof assetCatalogue.addCategory>['fields'] = [
  { key: 'memory', type: 'number', label: 'Memory', unit: 'GB', isRequired: true },
]
const deskId = async (code: string) =>
  (await desk.rows<{ id: string }>(elena, 'select id from app.desks where code = $1', [code]))[0]?.id ?? ''

describe('categories', () => {
  test('an own kind of thing is a category with fields, which its things are asked at once', async () => {
    const category = await addCategory(desk, {
      name: `Beehive ${ownWord()}`,
      tagPrefix: 'bh9',
      tagDigits: 3,
      icon: 'box',
      fields: memory,
      bearsData: true,
      depreciation: { method: 'STRAIGHT_LINE', months: 48, residualPercent: 10 },
      lifetimeMonths: 60,
    })
    assert.deepEqual(
      [category.tagPrefix, category.nextNumber, category.policyVersion, category.isActive, category.version],
      ['BH9', 1, 1, true, 1],
    )
    assert.deepEqual(category.depreciation, { method: 'STRAIGHT_LINE', months: 48, residualPercent: 10 })
    const refused = await desk.as(ana).call(assets.create, { body: { categoryId: category.id } })
    assert.deepEqual([refused.status, refused.problem.errors?.[0]?.pointer], [422, '/customFields/memory'])
    const thing = await addAsset(desk, { categoryId: category.id, customFields: { memory: 32 } })
    assert.equal(thing.assetTag, 'BH9-001')
    const { data } = await desk.as(ana).call(assetCatalogue.categories)
    const listed = data.data.find(({ id }) => id === category.id)
    assert.deepEqual([listed?.assetCount, listed?.modelCount, listed?.nextNumber], [1, 0, 2])
  })

  test('says what its models ask for beside, each field once', async () => {
    const { id: categoryId } = await addCategory(desk, { fields: memory })
    const disk = { key: 'disk', type: 'number' as const, label: 'Disk' }
    const ports = { key: 'ports', type: 'line' as const, label: 'Connectors' }
    await addModel(desk, { categoryId, fields: [disk] })
    await addModel(desk, { categoryId, fields: [disk, ports] })
    const { data } = await desk.as(ana).call(assetCatalogue.categories)
    assert.deepEqual(
      data.data.flatMap((one) => (one.id === categoryId ? one.modelFields : [])),
      [ports, disk].map(({ key, label }) => ({ key, label })),
    )
  })

  test('a name or prefix that another has is refused with its name', async () => {
    const one = await addCategory(desk)
    const same = await desk.as(elena).call(assetCatalogue.addCategory, {
      body: { name: one.name.toUpperCase(), tagPrefix: 'ELSE1' },
    })
    assert.equal(same.status, 409)
    assert.deepEqual(
      [same.problem.errors?.[0]?.pointer, same.problem.conflicts?.[0]?.subjectRef],
      ['/name', one.name],
    )
    const prefix = await desk.as(elena).call(assetCatalogue.addCategory, {
      body: { name: ownWord(), tagPrefix: one.tagPrefix.toLowerCase() },
    })
    assert.equal(prefix.status, 409)
    assert.match(prefix.problem.detail ?? '', new RegExp(`“${one.name}” begin with ${one.tagPrefix}`))
  })

  test('of two who take one prefix at once, one is told', async () => {
    const both = await Promise.all(
      [1, 2].map(() =>
        desk.as(elena).call(assetCatalogue.addCategory, { body: { name: ownWord(), tagPrefix: 'RACE' } }),
      ),
    )
    assert.deepEqual(both.map(({ status }) => status).sort(), [201, 409])
  })

  test('another wording of the policy is its next version; the same is none', async () => {
    const { id } = await addCategory(desk, { policyText: 'Take care.', requiresAcceptance: true })
    assert.equal((await change(id, { policyText: 'Take care of it.' })).data.policyVersion, 2)
    assert.equal((await change(id, { policyText: 'Take care of it.' })).data.version, 2)
    assert.equal((await change(id, { lifetimeMonths: 12 })).data.policyVersion, 2)
    assert.equal((await change(id, { policyText: null })).data.policyVersion, 3)
  })

  test('fields that do not fit together are named, and nothing is changed', async () => {
    const category = await addCategory(desk, { fields: memory })
    const twice = await change(category.id, { fields: [...memory, ...memory] })
    assert.deepEqual([twice.status, twice.problem.errors?.[0]?.pointer], [422, '/fields/1/key'])
    const secret: FormField = {
      key: 'pin',
      type: 'line',
      label: 'PIN',
      isRequired: false,
      isEncrypted: true,
    }
    assert.equal((await change(category.id, { fields: [secret] })).status, 400)
    const model = await addModel(desk, {
      categoryId: category.id,
      fields: [{ key: 'ports', type: 'number', label: 'Ports' }],
    })
    const clash = await change(category.id, { fields: [{ key: 'ports', type: 'line', label: 'Ports' }] })
    assert.equal(clash.status, 422)
    assert.match(clash.problem.detail ?? '', new RegExp(`With the fields of ${model.name}`))
    const asIt = await changeModel(model.id, { fields: [{ key: 'memory', type: 'line', label: 'Again' }] })
    assert.deepEqual([asIt.status, asIt.problem.errors?.[0]?.pointer], [422, '/fields/0/key'])
  })

  test('a field that things have something in keeps its type', async () => {
    const { id } = await addCategory(desk, { fields: memory })
    const asLine: BodyIn<typeof assetCatalogue.changeCategory> = {
      fields: [{ key: 'memory', type: 'line', label: 'Memory' }],
    }
    await addAsset(desk, { categoryId: id, customFields: { memory: 16 } })
    const refused = await change(id, asLine)
    assert.equal(refused.status, 422)
    assert.match(refused.problem.detail ?? '', /“Memory”/)
    assert.equal((await change(id, { fields: [{ ...memory[0], label: 'RAM' } as never] })).status, 200)
  })

  test('is deleted while nothing is of it, else retired: nothing new is of it, and it can come back', async () => {
    const remove = (id: string) => desk.as(elena).call(assetCatalogue.retireCategory, { params: { id } })
    const empty = await addCategory(desk)
    assert.equal((await remove(empty.id)).status, 204)
    assert.equal((await change(empty.id, { name: 'Anything' })).status, 404)
    const used = await addCategory(desk)
    await addAsset(desk, { categoryId: used.id })
    assert.equal((await remove(used.id)).status, 204)
    assert.equal((await remove(used.id)).status, 204)
    const refused = await desk.as(ana).call(assets.create, { body: { categoryId: used.id } })
    assert.equal(refused.status, 422)
    const again = await change(used.id, { isActive: true })
    assert.deepEqual([again.status, again.data.isActive, again.data.version], [200, true, 3])
    await addAsset(desk, { categoryId: used.id })
  })

  test('whoever saw an older version is told, with what it is now', async () => {
    const { id } = await addCategory(desk)
    await change(id, { icon: 'key' })
    const stale = await desk.as(elena).call(assetCatalogue.changeCategory, {
      params: { id },
      headers: { 'if-match': '"1"' },
      body: { icon: 'tool' },
    })
    assert.equal(stale.status, 412)
  })

  test('is forbidden to technicians, and not there for another company', async () => {
    const category = await addCategory(desk)
    assert.equal((await change(category.id, { icon: 'key' }, ana)).status, 403)
    assert.equal((await desk.as(jorge).call(assetCatalogue.categories)).status, 403)
    const theirs = await desk.as(iris).call(assetCatalogue.categories)
    assert.equal(
      theirs.data.data.some(({ id }) => id === category.id),
      false,
    )
  })
})

describe('models', () => {
  test('says how many there are, how many are free, what they are and when they were repaired', async () => {
    const { id: categoryId } = await addCategory(desk, { fields: memory })
    const model = await addModel(desk, { categoryId, minimumInStock: 2, warrantyMonths: 24 }, ana)
    const low = { query: { categoryId, isLow: 'true' } } as const
    assert.equal((await desk.as(ana).call(assetCatalogue.models, low)).data.data.length, 1)
    const customFields = { memory: 8 }
    await addAsset(desk, { modelId: model.id, customFields, purchaseDate: '2026-01-05' })
    await addAsset(desk, { modelId: model.id, customFields, purchaseDate: '2024-01-05' })
    assert.equal((await desk.as(ana).call(assetCatalogue.models, low)).data.data.length, 0)
    const { data } = await desk.as(ana).call(assetCatalogue.model, { params: { id: model.id } })
    assert.deepEqual([data.assetCount, data.availableCount], [2, 2])
    assert.deepEqual(data.byStatus, [{ status: 'IN_STOCK', count: 2 }])
    assert.deepEqual(
      data.allFields.map(({ key }) => key),
      ['memory'],
    )
    assert.deepEqual(data.repairsByAge[0], { year: 1, things: 2, repairs: 0 })
  })

  test('is found by its words, page by page', async () => {
    const { id: categoryId } = await addCategory(desk)
    const word = ownWord()
    for (const name of ['One', 'Three', 'Two']) await addModel(desk, { categoryId, name: `${word} ${name}` })
    const query = { q: word.toLowerCase(), limit: '2' }
    const first = await desk.as(ana).call(assetCatalogue.models, { query })
    assert.deepEqual(
      first.data.data.map(({ name }) => name),
      [`${word} One`, `${word} Three`],
    )
    const cursor = first.data.page.next ?? ''
    const second = await desk.as(ana).call(assetCatalogue.models, { query: { ...query, cursor } })
    assert.deepEqual(
      [second.data.data.map(({ name }) => name), second.data.page.next],
      [[`${word} Two`], null],
    )
  })

  test('is once for each manufacturer', async () => {
    const { id: categoryId } = await addCategory(desk)
    const { data: maker } = await desk
      .as(ana)
      .call(assetCatalogue.addManufacturer, { body: { name: ownWord() } })
    const model = await addModel(desk, { categoryId, manufacturerId: maker.id }, ana)
    const again = await desk.as(ana).call(assetCatalogue.addModel, {
      body: { categoryId, manufacturerId: maker.id, name: model.name },
    })
    assert.deepEqual([again.status, again.problem.conflicts?.[0]?.subjectId], [409, model.id])
    await addModel(desk, { categoryId, name: model.name }, ana)
    const taken = await desk
      .as(ana)
      .call(assetCatalogue.addManufacturer, { body: { name: maker.name.toLowerCase() } })
    assert.equal(taken.status, 409)
  })

  test('stays in its category while things are of it', async () => {
    const [one, other] = [await addCategory(desk), await addCategory(desk)]
    const model = await addModel(desk, { categoryId: one.id })
    assert.equal((await changeModel(model.id, { categoryId: other.id })).status, 200)
    await addAsset(desk, { modelId: model.id })
    const refused = await changeModel(model.id, { categoryId: one.id })
    assert.deepEqual([refused.status, refused.problem.errors?.[0]?.pointer], [422, '/categoryId'])
  })

  test('is kept by the technicians of the desk of its category; retired and brought back by admins', async () => {
    const category = await addCategory(desk, { deskId: await deskId('HR') })
    const model = await addModel(desk, { categoryId: category.id }, nuria)
    assert.equal((await changeModel(model.id, { notes: 'Ours' }, ana)).status, 403)
    assert.equal((await changeModel(model.id, { notes: 'Ours' }, nuria)).status, 200)
    assert.equal((await changeModel(model.id, { isActive: false }, nuria)).status, 403)
    assert.equal((await changeModel(model.id, { isActive: false }, elena)).status, 200)
    const retire = await desk.as(elena).call(assetCatalogue.retireModel, { params: { id: model.id } })
    assert.equal(retire.status, 204)
    assert.equal((await changeModel(model.id, { notes: 'Gone' }, elena)).status, 404)
  })
})
