import assert from 'node:assert/strict'
import { after, test } from 'node:test'
import { assets, type BodyIn } from '@deskhand/contract'
import { newId } from '../../platform/ids.ts'
import { openDesk } from '../../testing/desk.ts'
import { ana, elena, iris, jorge, nuria } from '../../testing/people.ts'
import { addAsset, ownKinds } from '../sample.ts'
import { words } from '../words.ts'

const desk = await openDesk()
after(() => desk.close())

const add = (who: string, body: object) =>
  desk.as(who).call(assets.create, { body: body as BodyIn<typeof assets.create> })

test('adds a thing with the next tag of its category, the days of its model, and the first event of its stream', async () => {
  const { categoryId, modelId, roomId, prefix } = await ownKinds(desk)
  const { status, data, headers } = await add(ana, {
    modelId,
    serialNumber: 'PF-1',
    purchaseDate: '2024-01-31',
    purchaseCost: { amount: '0129900', currency: 'EUR' },
    locationId: roomId,
  })
  assert.equal(status, 201)
  assert.equal(headers['location'], `/api/v1/assets/${data.id}`)
  assert.deepEqual(
    [data.assetTag, data.categoryId, data.status, data.subStatus, data.warrantyEndsOn, data.endOfLifeOn],
    [`${prefix}-00001`, categoryId, 'IN_STOCK', 'AVAILABLE', '2027-01-31', '2029-01-31'],
  )
  assert.deepEqual(
    [data.modelName, data.locationName, data.mayChange, data.version],
    [`Model ${prefix}`, `Room ${prefix}`, true, 1],
  )
  assert.deepEqual(data.locationPath, [`Site ${prefix}`, `Room ${prefix}`])
  const [event] = await desk.rows<{
    name: string
    changes: Record<string, unknown>
    version: number
    at: Date
  }>(ana, 'select name, changes, subject_version as version, at from app.events where subject_id = $1', [
    data.id,
  ])
  assert.deepEqual(
    [event?.name, event?.version, event?.at.toISOString()],
    ['asset.created', 1, data.createdAt],
  )
  assert.deepEqual(event?.changes['purchaseCost'], [null, { amount: '129900', currency: 'EUR' }])
  assert.equal('personId' in (event?.changes ?? {}), false)
})

test('tags go on where something took the next one by hand, and none is given twice', async () => {
  const { categoryId, prefix } = await ownKinds(desk)
  await add(ana, { categoryId, assetTag: `${prefix.toLowerCase()}-00002` })
  const made = await Promise.all(Array.from({ length: 6 }, () => addAsset(desk, { categoryId })))
  assert.deepEqual(
    made.map(({ assetTag }) => assetTag).sort(),
    [1, 3, 4, 5, 6, 7].map((number) => `${prefix}-0000${number}`),
  )
})

test('a tag or serial number that exists names the thing that has it, also when two say it at once', async () => {
  const { categoryId, prefix } = await ownKinds(desk)
  const first = await addAsset(desk, { categoryId, serialNumber: 'same-1', name: 'The first' })
  const serial = await add(ana, { categoryId, serialNumber: 'SAME-1' })
  assert.deepEqual(
    [serial.status, serial.problem.detail, serial.problem.conflicts?.[0]?.subjectRef],
    [409, `${first.assetTag} (The first) has this serial number already.`, first.assetTag],
  )
  const tag = await add(ana, { categoryId, assetTag: first.assetTag.toLowerCase() })
  assert.deepEqual([tag.status, tag.problem.errors?.[0]?.pointer], [409, '/assetTag'])
  const both = await Promise.all([1, 2].map(() => add(ana, { categoryId, assetTag: `${prefix}-TWIN` })))
  assert.deepEqual(both.map(({ status }) => status).sort(), [201, 409])
})

test('own fields are held against those of category and model', async () => {
  const { categoryId } = await ownKinds(desk, {
    fields: [
      {
        key: 'plate',
        type: 'line',
        label: 'Number plate',
        isRequired: true,
        isEncrypted: false,
        maxLength: 10,
      },
      { key: 'driver', type: 'person', label: 'Driver', isRequired: false },
    ],
  })
  const { personId } = await desk.who(jorge)
  const cases: [object, string][] = [
    [{}, '/customFields/plate'],
    [{ plate: 'far too long for a plate' }, '/customFields/plate'],
    [{ plate: 'M 1', wheels: 4 }, '/customFields/wheels'],
    [{ plate: 'M 1', driver: newId() }, '/customFields/driver'],
  ]
  for (const [customFields, pointer] of cases) {
    const { status, problem } = await add(ana, { categoryId, customFields })
    assert.deepEqual([status, problem.errors?.[0]?.pointer], [422, pointer])
  }
  const { data } = await add(ana, { categoryId, customFields: { plate: 'M 1', driver: personId } })
  assert.deepEqual(data.customFields, { plate: 'M 1', driver: personId })
})

test('refuses kinds and places that are not there, and states that are none to begin with', async () => {
  const { categoryId, modelId } = await ownKinds(desk)
  const other = await ownKinds(desk)
  const cases: [object, number, string][] = [
    [{}, 400, '/categoryId'],
    [{ categoryId: newId() }, 422, '/categoryId'],
    [{ modelId: newId() }, 422, '/modelId'],
    [{ categoryId: other.categoryId, modelId }, 422, '/categoryId'],
    [{ categoryId, locationId: newId() }, 422, '/locationId'],
    [{ categoryId, costCenterId: newId() }, 422, '/costCenterId'],
    [{ categoryId, status: 'DEPLOYED' }, 400, '/status'],
    [{ categoryId, subStatus: 'STOLEN' }, 422, '/subStatus'],
    [{ categoryId, purchaseCost: { amount: '-1', currency: 'EUR' } }, 400, '/purchaseCost'],
  ]
  for (const [body, status, pointer] of cases) {
    const outcome = await add(ana, body)
    assert.deepEqual(
      [outcome.status, outcome.problem.errors?.[0]?.pointer],
      [status, pointer],
      JSON.stringify(body),
    )
  }
})

test('for technicians of the desk that keeps them; not for employees, other desks or another company', async () => {
  const [hr] = await desk.rows<{ id: string }>(elena, `select id from app.desks where code = 'HR'`)
  const { categoryId } = await ownKinds(desk, { deskId: hr?.id })
  assert.equal((await add(jorge, { categoryId })).status, 403)
  assert.equal((await add(ana, { categoryId })).status, 403)
  assert.equal((await add(nuria, { categoryId })).status, 201)
  assert.equal((await add(elena, { categoryId })).status, 201)
  assert.equal((await add(iris, { categoryId })).status, 422)
})

test('a currency that there is none of, a field that cannot be locked and a tag that is a path are refused by name', async () => {
  const { categoryId } = await ownKinds(desk)
  const cases: [object, string][] = [
    [{ purchaseCost: { amount: '100', currency: 'ZZZ' } }, '/purchaseCost/currency'],
    [{ lockedFields: ['name', 'nope'] }, '/lockedFields/1'],
    [{ assetTag: '../X' }, '/assetTag'],
    [{ assetTag: 'A/B' }, '/assetTag'],
  ]
  for (const [body, pointer] of cases) {
    const { status, problem } = await add(ana, { categoryId, ...body })
    assert.deepEqual([status, problem.errors?.map((one) => one.pointer)], [400, [pointer]], pointer)
  }
  const fine = await add(ana, {
    categoryId,
    assetTag: `Ü 1.2_${newId().slice(-6)}`,
    lockedFields: ['name'],
    purchaseCost: { amount: '100', currency: 'EUR' },
  })
  assert.equal(fine.status, 201)
})

test('where a category has no number left, that is said', async () => {
  const { categoryId } = await ownKinds(desk)
  await desk.rows(ana, 'update app.asset_categories set next_number = 2147483647 where id = $1', [categoryId])
  const { status, problem } = await add(ana, { categoryId })
  assert.deepEqual([status, problem.detail], [409, words.noTags])
})
