import assert from 'node:assert/strict'
import { after, describe, test } from 'node:test'
import { type BodyIn, bulkEdits, customFields, type FormDefinitionIn, requests } from '@deskhand/contract'
import { askedWith, laptopForm } from '../forms/sample.ts'
import { transact } from '../platform/db/transaction.ts'
import { ask, put } from '../requests/sample.ts'
import { openDesk } from '../testing/desk.ts'
import { ana, elena, jorge, marta, nuria, sofia, tom } from '../testing/people.ts'
import { keyOf } from './rules.ts'

const desk = await openDesk()
after(() => desk.close())

type New = BodyIn<typeof customFields.create>
const noted: FormDefinitionIn = {
  sections: [{ key: 'main', fields: [{ key: 'note', type: 'line', label: 'Note' }] }],
}
/** A kind of request of its own, so that no other test meets its fields. */
async function standing(...fields: Omit<New, 'requestTypeId'>[]) {
  const { typeId: requestTypeId } = await askedWith(desk, noted)
  const made = []
  for (const field of fields)
    made.push((await desk.as(elena).call(customFields.create, { body: { ...field, requestTypeId } })).data)
  const { id } = await ask(desk, { requestTypeId })
  return { id, requestTypeId, fields: made }
}
let count = 0
function unique(name: string) {
  count += 1
  return `own_${name}${count}`
}
const fill = (by: string, id: string, values: BodyIn<typeof customFields.fill>['customFields']) =>
  desk.as(by).call(customFields.fill, { params: { id }, body: { customFields: values } })
const read = async (by: string, id: string) =>
  (await desk.as(by).call(customFields.ofRequest, { params: { id } })).data.data
const whole = async (by: string, id: string) =>
  (await desk.as(by).call(requests.get, { params: { id } })).data

test('labels make keys, accents and signs aside', () => {
  const cases = [
    ['Cost object', 'own_costObject'],
    ['Größe (cm)', 'own_groECm'],
    ['3rd party', 'own_field3rdParty'],
    ['日本', 'own_field'],
  ]
  for (const [label = '', key] of cases) assert.equal(keyOf(label), key)
})

test('with the version that was seen, nothing is written over what somebody else saved since', async () => {
  const floor = unique('floor')
  const { id } = await standing({ key: floor, label: 'Floor', type: 'line' })
  const { etag } = (await desk.as(ana).call(customFields.ofRequest, { params: { id } })).headers
  const given = { params: { id }, headers: { 'if-match': String(etag) } }
  const first = await desk
    .as(ana)
    .call(customFields.fill, { ...given, body: { customFields: { [floor]: '2' } } })
  assert.equal(first.status, 200)
  const late = await desk
    .as(ana)
    .call(customFields.fill, { ...given, body: { customFields: { [floor]: '3' } } })
  assert.equal(late.status, 412)
  const { version } = await whole(ana, id)
  assert.deepEqual(late.problem.current, { data: await read(ana, id), version })
  assert.equal((await read(ana, id)).find(({ key }) => key === floor)?.value, '2')
  const again = { ...given, headers: { 'if-match': `"${version}"` } }
  const mine = await desk
    .as(ana)
    .call(customFields.fill, { ...again, body: { customFields: { [floor]: '3' } } })
  assert.equal(mine.status, 200)
  assert.equal(mine.headers['etag'], `"${version + 1}"`)
})

test('a field stands on the requests of its kind, is filled in by the desk and read as `customFields`', async () => {
  const building = unique('building')
  const { id, fields } = await standing({
    key: building,
    label: 'Building',
    type: 'choice',
    options: [
      { value: 'north', label: 'North wing' },
      { value: 'south', label: 'South wing' },
    ],
  })
  const before = await whole(ana, id)
  const { status, data } = await fill(ana, id, { [building]: 'north' })
  assert.equal(status, 200)
  const field = data.data.find(({ key }) => key === building)
  assert.deepEqual([field?.value, field?.text, field?.mayEdit], ['north', 'North wing', true])
  const now = await whole(ana, id)
  assert.deepEqual([now.customFields[building], now.version], ['north', before.version + 1])
  assert.deepEqual(now.answers, [], 'it is no answer to a form')
  const [event] = await desk.rows<{ changes: object }>(
    ana,
    `select changes from app.events where subject_id = $1 and name = 'custom_field.filled_in'`,
    [id],
  )
  assert.deepEqual(event?.changes, { [`customFields.${building}`]: [null, 'north'] })
  const [made] = fields
  assert.ok(made)
  await desk.as(elena).call(customFields.change, {
    params: { id: made.id },
    body: { options: [{ value: 'north', label: 'North house' }] },
  })
  assert.equal((await read(ana, id)).find(({ key }) => key === building)?.text, 'North house')
  const other = await ask(desk)
  assert.ok(!(await read(ana, other.id)).some(({ key }) => key === building))
  assert.equal((await fill(ana, other.id, { [building]: 'north' })).status, 422)
})

test('what the desk keeps to itself does not exist for whoever asked, by any door', async () => {
  const [secret, shown] = [unique('secret'), unique('shown')]
  const { id } = await standing(
    { key: secret, label: 'Between us', type: 'line' },
    { key: shown, label: 'In their sight', type: 'line', shownTo: 'EVERYBODY' },
  )
  await fill(ana, id, { [secret]: 'QXZ-1', [shown]: 'open' })
  assert.deepEqual(
    (await read(jorge, id))
      .filter(({ key }) => [secret, shown].includes(key))
      .map(({ key, mayEdit }) => [key, mayEdit]),
    [[shown, false]],
  )
  const { text } = await desk.as(jorge).call(requests.get, { params: { id } })
  assert.ok(text.includes('open') && !text.includes('QXZ-1'))
  const { text: timeline } = await desk.as(jorge).call(requests.activities, { params: { id } })
  assert.ok(timeline.includes('In their sight') && !timeline.includes('Between us'))
  assert.equal((await fill(jorge, id, { [secret]: 'x' })).status, 422, 'as if there were none')
  assert.equal((await fill(jorge, id, { [shown]: 'x' })).status, 403)
  const readBy = async (email: string) => {
    const { companyId, personId } = await desk.who(email)
    return transact(desk.deskhand.platform.pools.app, { companyId, personId }, (tx) =>
      tx.query(
        `select v.value from app.custom_field_values v join app.custom_fields f on f.id = v.field_id where f.key = $1`,
        [secret],
      ),
    )
  }
  assert.deepEqual([await readBy(ana), await readBy(jorge)], [[{ value: 'QXZ-1' }], []])
})

test('whoever asked fills in what is theirs; a stranger finds no request', async () => {
  const key = unique('room')
  const { id } = await standing({
    key,
    label: 'Room',
    type: 'line',
    shownTo: 'EVERYBODY',
    editedBy: 'EVERYBODY',
  })
  assert.equal((await fill(jorge, id, { [key]: '4.12' })).status, 200)
  assert.equal((await whole(ana, id)).customFields[key], '4.12')
  assert.equal((await fill(jorge, id, { [key]: null })).status, 200)
  assert.ok(!(key in (await whole(ana, id)).customFields))
  for (const who of [marta, nuria, tom]) assert.equal((await fill(who, id, { [key]: 'x' })).status, 404, who)
})

describe('what does not fit is refused by its field, and nothing is stored', () => {
  const cases: [New['type'], unknown, RegExp][] = [
    ['number', 'four', /A number/],
    ['date', '2026-02-31', /day|date/i],
    ['choice', 'west', /Choose one of north\./],
    ['person', '00000000-0000-7000-8000-000000000000', /no such person/],
    ['yesNo', 'perhaps', /yes|no/i],
  ]
  for (const [type, value, message] of cases) {
    test(String(type), async () => {
      const key = unique(String(type))
      const { id } = await standing({
        key,
        label: 'Field',
        type,
        ...(type === 'choice' && { options: [{ value: 'north', label: 'North' }] }),
      })
      const { status, problem } = await fill(ana, id, { [key]: value as string })
      assert.equal(status, 422)
      assert.equal(problem.errors?.[0]?.pointer, `/customFields/${key}`)
      assert.match(problem.errors?.[0]?.message ?? '', message)
      assert.ok(!(key in (await whole(ana, id)).customFields))
    })
  }
})

test('what is needed keeps the desk from resolving, alone and in bulk, and not whoever takes it back', async () => {
  const key = unique('measured')
  const { id, requestTypeId } = await standing({ key, label: 'Measured', type: 'yesNo', isRequired: true })
  const other = await ask(desk, { requestTypeId })
  const assigned_to_id = (await desk.who(ana)).personId
  for (const one of [id, other.id]) await put(desk, one, { status: 'IN_PROGRESS', assigned_to_id })
  const done = { to: 'RESOLVED', resolutionCode: 'FIXED', resolutionText: 'Done.' } as const
  const resolve = () => desk.as(ana).call(requests.transition, { params: { id }, body: done })
  const { status, problem } = await resolve()
  assert.deepEqual([status, problem.errors?.[0]?.pointer], [422, `/customFields/${key}`])
  assert.match(problem.detail, /“Measured” before you resolve it/)
  const { data } = await desk
    .as(ana)
    .call(bulkEdits.edit, { body: { requestIds: [id], action: { transition: done }, dryRun: true } })
  assert.equal(data.refused, 1)
  await fill(ana, id, { [key]: false })
  assert.equal((await resolve()).status, 200)
  assert.equal((await fill(ana, id, { [key]: true })).status, 409, 'settled')
  assert.equal(
    (await desk.as(jorge).call(requests.withdraw, { params: { id: other.id }, body: {} })).status,
    200,
  )
})

test('PUT and POST of requests take them beside the answers to a form, and neither touches the other', async () => {
  const { typeId } = await askedWith(desk, laptopForm)
  const key = unique('project')
  await desk.as(elena).call(customFields.create, {
    body: {
      key,
      label: 'Project',
      type: 'line',
      requestTypeId: typeId,
      shownTo: 'EVERYBODY',
      editedBy: 'EVERYBODY',
    },
  })
  const laptop = { device: 'LAPTOP', screenSize: 14 }
  const { data: made, status } = await desk
    .as(jorge)
    .call(requests.create, { body: { requestTypeId: typeId, customFields: { ...laptop, [key]: 'Quay' } } })
  assert.equal(status, 201)
  assert.deepEqual(made.customFields, { ...laptop, [key]: 'Quay' })
  assert.deepEqual((await whole(jorge, made.id)).customFields, made.customFields)
  const change = (values: BodyIn<typeof requests.update>['customFields']) =>
    desk.as(ana).call(requests.update, { params: { id: made.id }, body: { customFields: values } })
  const { data: answered } = await change({ ...made.customFields, screenSize: 15 } as never)
  assert.deepEqual(answered.customFields, { device: 'LAPTOP', screenSize: 15, [key]: 'Quay' })
  const { data: noted } = await change({ [key]: 'Pier' })
  assert.deepEqual(noted.customFields, { device: 'LAPTOP', screenSize: 15, [key]: 'Pier' })
  assert.equal((await change({ ...laptop, own_nowhere: 1 })).status, 422)
})

test('a line of filters finds by them: a value, its name, or that anything is there', async () => {
  const key = unique('wing')
  const label = `Wing ${count}`
  const { id } = await standing({
    key,
    label,
    type: 'choice',
    options: [{ value: 'n', label: 'North wing' }],
  })
  await fill(ana, id, { [key]: 'n' })
  const find = async (where: string, who = ana) =>
    (await desk.as(who).call(requests.list, { query: { where, limit: 200 } })).data.data.map((one) => one.id)
  for (const where of [
    `field:"${label}=north wing"`,
    `field:"${key}=n"`,
    `field:${key.slice(4)}`,
    `field:"${label}" is:open`,
  ])
    assert.deepEqual(await find(where), [id], where)
  assert.deepEqual(await find(`field:"${label}=south"`), [])
  assert.ok(!(await find(`-field:"${label}"`)).includes(id))
  assert.deepEqual(await find(`field:"${key}=n"`, jorge), [], 'it is hidden from whoever asked')
})

test('fields are made, changed and retired by admins; what is in them is kept', async () => {
  const key = unique('kept')
  const { id, fields } = await standing({ key, label: 'Kept', type: 'line' })
  const [field] = fields
  assert.ok(field)
  await fill(ana, id, { [key]: 'still here' })
  const params = { id: field.id }
  assert.equal((await desk.as(elena).call(customFields.retire, { params })).status, 204)
  assert.ok(!(await read(ana, id)).some((one) => one.key === key))
  assert.equal((await fill(ana, id, { [key]: 'x' })).status, 422)
  const change = (body: BodyIn<typeof customFields.change>, who = elena, ifMatch?: string) =>
    desk
      .as(who)
      .call(customFields.change, { params, body, ...(ifMatch && { headers: { 'if-match': ifMatch } }) })
  assert.equal((await change({ isActive: true }, elena, '"1"')).status, 412)
  const { data } = await change({ isActive: true })
  assert.deepEqual([data.isActive, data.valueCount], [true, 1])
  assert.equal((await whole(ana, id)).customFields[key], 'still here')
  assert.equal((await change({ editedBy: 'EVERYBODY' })).status, 422, 'nobody fills in what they do not see')
  assert.equal((await change({ options: [{ value: 'a', label: 'A' }] })).status, 422)
  for (const who of [jorge, ana, sofia]) assert.equal((await change({ label: 'Mine' }, who)).status, 403, who)
  const create = (body: New) => desk.as(elena).call(customFields.create, { body })
  assert.equal((await create({ key, label: 'Again', type: 'line' })).status, 409)
  assert.equal((await create({ label: 'None', type: 'choice' })).status, 422)
})
