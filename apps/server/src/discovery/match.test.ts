import assert from 'node:assert/strict'
import { after, describe, test } from 'node:test'
import { assets, type Conflict, discovery, software, usualRules } from '@deskhand/contract'
import { newId } from '../platform/ids.ts'
import { openDesk } from '../testing/desk.ts'
import { ana, elena, jorge, olga } from '../testing/people.ts'
import { fullContent, hex, type Machine, newMachine, ownToken, post, reportOf, softwares } from './sample.ts'
import { words } from './words.ts'

const desk = await openDesk({ logLevel: 'error' })
after(() => desk.close())
const { path } = await ownToken(desk)

const send = (machine: Machine, content: object = fullContent(machine), over = {}) =>
  post(desk, path, machine, reportOf(machine, content, over))
const thingOf = async (serial: string) =>
  (await desk.as(ana).call(assets.bySerial, { params: { serial } })).data
const conflictOf = async (name: string): Promise<Conflict | undefined> =>
  (await desk.as(ana).call(discovery.conflicts, { query: { limit: 200 } })).data.data.find(
    ({ device }) => device?.name === name,
  )
const resolve = (id: string, body: Parameters<typeof bodyOf>[0], who = ana) =>
  desk.as(who).call(discovery.resolve, { params: { id }, body: bodyOf(body) })
const bodyOf = (
  body: { as: 'MATCH'; assetId: string } | { as: 'CREATE'; categoryId?: string } | { as: 'IGNORE' },
) => body
const setRules = async (over: Partial<typeof usualRules>) =>
  desk.as(elena).call(discovery.setRules, { body: { ...usualRules, ...over } })

/** A category that the reports of laptops fall into. */
const probe = newMachine()
await send(probe)
const { categoryId } = await thingOf(probe.serial)

test('a thing that somebody wrote down is found by its serial number, in any case', async () => {
  const machine = newMachine()
  const { data } = await desk.as(ana).call(assets.create, {
    body: { categoryId, serialNumber: machine.serial.toLowerCase(), name: 'Marta’s' },
  })
  await send(machine)
  const thing = await thingOf(machine.serial)
  assert.deepEqual([thing.id, thing.name, thing.source], [data.id, 'Marta’s', 'manual'])
  assert.equal(thing.modelName, 'Latitude 7440', 'what was empty is written')
})

test('what a person wrote, and what is locked, agents leave alone; what they wrote themselves they keep up', async () => {
  const machine = newMachine()
  await send(machine)
  const { id } = await thingOf(machine.serial)
  await send({ ...machine, name: 'renamed-1' })
  assert.equal((await thingOf(machine.serial)).name, 'renamed-1')
  await desk.as(ana).call(assets.change, { params: { id }, body: { name: 'The loan laptop' } })
  await send({ ...machine, name: 'renamed-2' })
  assert.equal((await thingOf(machine.serial)).name, 'The loan laptop')
  await desk.as(ana).call(assets.change, { params: { id }, body: { name: null, lockedFields: ['name'] } })
  await send({ ...machine, name: 'renamed-3' })
  assert.equal((await thingOf(machine.serial)).name, null)
})

test('a disk that moved into another machine keeps to its UUID; two with one serial number ask', async () => {
  const first = newMachine()
  await send(first)
  const twin = newMachine({ serial: first.serial })
  await send(twin)
  const conflict = await conflictOf(twin.name)
  assert.equal(conflict?.kind, 'CONTRADICTION')
  assert.equal(conflict.candidates[0]?.serialNumber, first.serial)
  assert.equal(conflict.candidates[0]?.by, 'SERIAL')
  await send(twin)
  assert.equal((await conflictOf(twin.name))?.count, 2, 'the same again is the same line')
})

test('an agent that was installed anew is the same thing, by its UUID', async () => {
  const machine = newMachine()
  await send(machine)
  const { id } = await thingOf(machine.serial)
  await send({ ...machine, deviceid: `again-${hex(4)}`, agentId: newId() })
  const { data } = await desk.as(ana).call(discovery.inventory, { params: { id } })
  assert.equal(data.devices, 2)
})

test('a machine without serial number and UUID is known by its network card', async () => {
  const bare = { serial: '', uuid: '' }
  const machine = newMachine(bare)
  await send(machine)
  const [row] = await desk.rows<{ id: string }>(
    elena,
    'select asset_id as id from app.devices where key = $1',
    [`Computer ${machine.deviceid}`],
  )
  const again = newMachine({ ...bare, mac: machine.mac })
  await send(again)
  const { data } = await desk.as(ana).call(discovery.inventory, { params: { id: row?.id ?? '' } })
  assert.deepEqual([data.name, data.devices], [again.name, 2])
})

test('two that say nothing of themselves do not become one', async () => {
  const machine = newMachine({ serial: 'To be filled by O.E.M.', uuid: '' })
  await send(machine, { softwares: [] })
  assert.equal((await conflictOf(machine.name))?.kind, 'NOTHING_TO_MATCH')
})

test('many first reports of one machine at once make one thing', async () => {
  const machine = newMachine()
  const all = await Promise.all(
    Array.from({ length: 6 }, (_, at) => send({ ...machine, deviceid: `burst-${at}-${machine.name}` })),
  )
  assert.deepEqual(new Set(all.map(({ statusCode }) => statusCode)), new Set([200]))
  const { data } = await desk.as(ana).call(assets.list, { query: { q: machine.serial } })
  assert.equal(data.data.length, 1)
})

test('a copied disk reports under the name of another machine, and asks', async () => {
  const machine = newMachine()
  await send(machine)
  const thing = await thingOf(machine.serial)
  const copy = newMachine({ deviceid: machine.deviceid, agentId: machine.agentId })
  await send(copy)
  const conflict = await conflictOf(machine.name)
  assert.deepEqual([conflict?.kind, conflict?.reason], ['CONTRADICTION', words.cloned])
  assert.equal((await thingOf(machine.serial)).version, thing.version)
  await resolve(conflict?.id ?? '', { as: 'CREATE' })
  await send(copy)
  assert.notEqual((await thingOf(copy.serial)).id, thing.id)
})

describe('the inbox', () => {
  const inTheInbox = async () => {
    const first = newMachine()
    await send(first)
    const twin = newMachine({ serial: first.serial })
    await send(twin)
    const conflict = await conflictOf(twin.name)
    assert.ok(conflict)
    return { first, twin, conflict }
  }

  test('matches: from then on the device belongs to the thing', async () => {
    const { first, twin, conflict } = await inTheInbox()
    const { id } = await thingOf(first.serial)
    const { data } = await resolve(conflict.id, { as: 'MATCH', assetId: id })
    assert.deepEqual([data.resolution, data.assetId], ['MATCHED', id])
    await send(twin)
    assert.equal(await conflictOf(twin.name), undefined)
    const again = await resolve(conflict.id, { as: 'IGNORE' })
    assert.deepEqual([again.status, again.problem.detail], [409, words.isResolved])
  })
  test('makes a thing of it, without the serial number that another has', async () => {
    const { twin, conflict } = await inTheInbox()
    const { status, problem } = await resolve(conflict.id, { as: 'CREATE' })
    assert.deepEqual([status, problem.detail], [409, words.serialTaken])
    assert.ok(twin)
  })
  test('ignores: the device reports into nothing', async () => {
    const { twin, conflict } = await inTheInbox()
    await resolve(conflict.id, { as: 'IGNORE' })
    await send(twin)
    assert.equal(await conflictOf(twin.name), undefined)
  })
  test('is for technicians, and of the company', async () => {
    const { first, conflict } = await inTheInbox()
    const { id } = await thingOf(first.serial)
    assert.equal((await resolve(conflict.id, { as: 'MATCH', assetId: id }, jorge)).status, 403)
    assert.equal((await resolve(conflict.id, { as: 'MATCH', assetId: id }, olga)).status, 404)
    const { status, problem } = await resolve(conflict.id, { as: 'MATCH', assetId: newId() })
    assert.deepEqual([status, problem.errors?.[0]?.pointer], [422, '/assetId'])
  })
})

describe('the rules', () => {
  test('can say that nothing is made, and what waits is settled by a later match', async () => {
    await setRules({ makesThings: false })
    const machine = newMachine()
    await send(machine)
    assert.equal((await conflictOf(machine.name))?.kind, 'UNMATCHED')
    const { data } = await desk
      .as(ana)
      .call(assets.create, { body: { categoryId, serialNumber: machine.serial } })
    await send(machine)
    assert.equal(await conflictOf(machine.name), undefined)
    assert.equal((await thingOf(machine.serial)).id, data.id)
    await setRules({})
  })
  test('can lock a field of everything, and name a category for a kind', async () => {
    const { data } = await setRules({ lockedFields: ['modelId'], categories: { SERVER: categoryId } })
    assert.deepEqual(data.lockedFields, ['modelId'])
    const machine = newMachine()
    const hardware = { name: machine.name, uuid: machine.uuid, chassis_type: 'Server' }
    await send(machine, { hardware })
    assert.equal((await thingOf(machine.serial)).categoryId, categoryId)
    await setRules({})
  })
  test('are the admin’s, and say which category does not exist', async () => {
    assert.equal((await desk.as(ana).call(discovery.setRules, { body: usualRules })).status, 403)
    const { status, problem } = await setRules({ categories: { LAPTOP: newId() } })
    assert.deepEqual([status, problem.errors?.[0]?.pointer], [422, '/categories'])
  })
})

test('a title is forbidden, counts as another, and comes apart again', async () => {
  const machine = newMachine()
  const [one, two] = [`Torrent ${hex(3)}a`, `Torrent ${hex(3)}b`]
  await send(machine, fullContent(machine, { softwares: softwares(`${one}@1.0`, `${two}@2.0`) }))
  const find = async (q: string) => (await desk.as(ana).call(software.list, { query: { q } })).data.data[0]
  const [a, b] = [await find(one), await find(two)]
  assert.ok(a && b)
  await desk.as(ana).call(software.change, { params: { id: a.id }, body: { isForbidden: true } })
  const merged = await desk
    .as(ana)
    .call(software.change, { params: { id: b.id }, body: { mergedIntoId: a.id } })
  assert.equal(merged.data.mergedIntoName, one)
  assert.equal(await find(two), undefined, 'it stands under the other’s name')
  const { data } = await desk.as(ana).call(software.get, { params: { id: a.id } })
  assert.deepEqual(data.versions.map(({ softwareVersion }) => softwareVersion).sort(), ['1.0', '2.0'])
  const { id } = await thingOf(machine.serial)
  const installed = (await desk.as(ana).call(software.ofAsset, { params: { id } })).data.data
  assert.ok(installed.every(({ name, isForbidden }) => name === one && isForbidden))
  const itself = await desk
    .as(ana)
    .call(software.change, { params: { id: a.id }, body: { mergedIntoId: a.id } })
  assert.equal(itself.status, 422)
  await desk.as(ana).call(software.change, { params: { id: b.id }, body: { mergedIntoId: null } })
  assert.equal((await find(two))?.installs, 1)
  assert.equal((await desk.as(jorge).call(software.list)).status, 403)
  assert.equal((await desk.as(olga).call(software.get, { params: { id: a.id } })).status, 404)
})
