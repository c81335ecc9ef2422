import assert from 'node:assert/strict'
import { after, describe, test } from 'node:test'
import {
  checkDefinition,
  custody,
  FormDefinition,
  forms,
  requestAssets,
  requests,
  withThingFacts,
} from '@deskhand/contract'
import { makeThing } from '../custody/sample.ts'
import { askedWith } from '../forms/sample.ts'
import { openDesk } from '../testing/desk.ts'
import { ana, jorge, luis, marta } from '../testing/people.ts'

const desk = await openDesk()
after(() => desk.close())

const definition = FormDefinition.parse({
  sections: [
    {
      key: 'main',
      fields: [
        { key: 'device', type: 'asset', label: 'Device', isRequired: true },
        {
          key: 'serial',
          type: 'line',
          label: 'Serial',
          fromThing: { answer: 'device', fact: 'serialNumber' },
        },
        { key: 'what', type: 'line', label: 'What', fromThing: { answer: 'device', fact: 'name' } },
      ],
    },
  ],
})
const { typeId: requestTypeId } = await askedWith(desk, definition)
async function given(to: string, name: string) {
  const thing = await makeThing(desk, { name, deskCode: 'IT' })
  const { personId } = await desk.who(to)
  await desk.as(ana).call(custody.checkOut, { params: { id: thing.id }, body: { personId } })
  return thing.id
}
const [mine, theirs] = [await given(jorge, 'Jorge’s laptop'), await given(marta, 'Marta’s laptop')]
const item = async (who: string, onBehalfOfId?: string) =>
  (
    await desk.as(who).call(forms.item, {
      params: { id: requestTypeId },
      query: onBehalfOfId ? { onBehalfOfId } : {},
    })
  ).data.form
const ask = (who: string, device: string) =>
  desk.as(who).call(requests.create, {
    body: { requestTypeId, summary: 'It hums', customFields: { device, what: 'It hums' } },
  })

test('the form offers what whoever it is for has, with what is known of it', async () => {
  const form = await item(jorge)
  const thing = form?.things.find(({ id }) => id === mine)
  assert.equal(thing?.name, 'Jorge’s laptop')
  assert.ok(thing?.assetTag)
  assert.ok(!form?.things.some(({ id }) => id === theirs))
  const forMarta = await item(ana, (await desk.who(marta)).personId)
  assert.ok(forMarta?.things.some(({ id }) => id === theirs))
})

test('the thing that was chosen is linked to the request, and read by its name', async () => {
  const { status, data } = await ask(jorge, mine)
  assert.equal(status, 201)
  const tag = (await item(jorge))?.things.find(({ id }) => id === mine)?.assetTag
  for (const who of [jorge, ana]) {
    const whole = (await desk.as(who).call(requests.get, { params: { id: data.id } })).data
    assert.equal(whole.answers[0]?.text, `Jorge’s laptop (${tag})`, who)
  }
  const linked = (await desk.as(luis).call(requestAssets.list, { params: { id: data.id } })).data.data
  assert.deepEqual(
    linked.map(({ id }) => id),
    [mine],
  )
  const second = await given(jorge, 'Monitor')
  const body = { customFields: { device: second, what: 'It hums' } }
  await desk.as(ana).call(requests.update, { params: { id: data.id }, body })
  const now = (await desk.as(luis).call(requestAssets.list, { params: { id: data.id } })).data.data
  assert.deepEqual(new Set(now.map(({ id }) => id)), new Set([mine, second]))
})

test('a thing that one does not see is refused, naming the field', async () => {
  for (const device of [theirs, '0190a000-0000-7000-8000-000000000001']) {
    const { status, problem } = await ask(jorge, device)
    assert.deepEqual([status, problem.errors?.[0]?.pointer], [422, '/customFields/device'])
  }
  const { status, problem } = await ask(jorge, 'LT-1')
  assert.deepEqual([status, problem.errors?.[0]?.message], [422, 'Choose a thing.'])
})

test('an id that is none is refused in words for a person as well', async () => {
  const { typeId } = await askedWith(desk, {
    sections: [{ key: 'main', fields: [{ key: 'who', type: 'person', label: 'Who' }] }],
  })
  const body = { requestTypeId: typeId, summary: 'Somebody', customFields: { who: 'the boss' } }
  const { status, problem } = await desk.as(jorge).call(requests.create, { body })
  assert.deepEqual([status, problem.errors?.[0]?.message], [422, 'Choose a person.'])
})

describe('what begins with a thing', () => {
  const thing = (id: string, serialNumber: string | null) => ({
    id,
    name: `Name ${id}`,
    assetTag: `T-${id}`,
    serialNumber,
    model: null,
    place: null,
  })
  const things = [thing('a', 'SN-1'), thing('b', 'SN-2'), thing('c', null)]
  const choose = (before: Record<string, string | null>, device: string | null) =>
    withThingFacts(definition, before, { ...before, device }, things)

  test('says its fact, follows it, and keeps what somebody wrote', () => {
    const first = choose({}, 'a')
    assert.deepEqual(first, { device: 'a', serial: 'SN-1', what: 'Name a' })
    assert.deepEqual(choose({ ...first, what: 'My own words' } as never, 'b'), {
      device: 'b',
      serial: 'SN-2',
      what: 'My own words',
    })
    assert.deepEqual(choose(first as never, 'c'), { device: 'c', serial: null, what: 'Name c' })
    assert.deepEqual(choose(first as never, null), { device: null, serial: null, what: null })
  })

  test('needs a field of things in the same form, and is a line or a text', () => {
    const faults = (field: object) =>
      checkDefinition(
        FormDefinition.parse({
          sections: [
            {
              key: 'main',
              fields: [
                { key: 'device', type: 'asset', label: 'Device' },
                { key: 'other', type: 'line', label: 'Other' },
                { key: 'it', label: 'It', ...field },
              ],
            },
          ],
        }),
      ).map(({ pointer }) => pointer)
    const from = (answer: string) => ({ fromThing: { answer, fact: 'model' } })
    assert.deepEqual(faults({ type: 'line', ...from('device') }), [])
    assert.deepEqual(faults({ type: 'line', ...from('other') }), ['/sections/0/fields/2/fromThing'])
    assert.deepEqual(faults({ type: 'line', ...from('nothing') }), ['/sections/0/fields/2/fromThing'])
    assert.deepEqual(faults({ type: 'number', ...from('device') }), ['/sections/0/fields/2/fromThing'])
  })
})
