import assert from 'node:assert/strict'
import { mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { after, describe, test } from 'node:test'
import {
  businessUnits,
  type FloorPlan,
  FloorPlan as FloorPlanShape,
  floorPlans,
  requests,
} from '@deskhand/contract'
import sharp from 'sharp'
import { multipart } from '../files/sample.ts'
import { askedWith } from '../forms/sample.ts'
import { newId } from '../platform/ids.ts'
import { openDesk } from '../testing/desk.ts'
import { ana, elena, jorge, olga, sofia, tom } from '../testing/people.ts'
import { words } from './words.ts'

const folder = mkdtempSync(join(tmpdir(), 'deskhand-plans-'))
const desk = await openDesk({ folder })
after(async () => {
  await desk.close()
  rmSync(folder, { recursive: true, force: true })
})

const units = (await desk.as(elena).call(businessUnits.list, {})).data.data
const site = units.find(({ kind, name }) => kind === 'SITE' && name === 'Madrid')?.id ?? ''
const region = units.find(({ kind }) => kind !== 'SITE')?.id ?? ''
const drawing = (width = 80, height = 40) =>
  sharp({ create: { width, height, channels: 3, background: '#fff' } })
    .png()
    .toBuffer()

async function add(
  name: string,
  { by = elena, at = site, bytes }: { by?: string; at?: string; bytes?: Uint8Array } = {},
) {
  const body = multipart('plan.png', bytes ?? (await drawing()))
  const response = await desk.deskhand.app.inject({
    method: 'POST',
    url: `/api/v1/management/business-units/${at}/floor-plans?${new URLSearchParams({ name })}`,
    headers: { authorization: `Bearer ${await desk.token(by)}`, ...body.headers },
    payload: body.payload,
  })
  const answer = response.json()
  return {
    status: response.statusCode,
    detail: answer.detail,
    plan: response.statusCode === 201 ? answer : null,
  }
}
const made = async (name: string): Promise<FloorPlan> => FloorPlanShape.parse((await add(name)).plan)
const picture = async (id: string, by: string) =>
  desk.deskhand.app.inject({
    method: 'GET',
    url: `/api/v1/floor-plans/${id}/picture`,
    headers: { authorization: `Bearer ${await desk.token(by)}` },
  })
const list = async (by = jorge) => (await desk.as(by).call(floorPlans.list, {})).data.data

test('a plan is drawn anew, listed by its site, and seen by everybody of the company', async () => {
  const { plan } = await add('Floor 7', { bytes: await drawing(3_000, 1_500) })
  assert.deepEqual([plan.siteName, plan.name, plan.width, plan.height], ['Madrid', 'Floor 7', 2_000, 1_000])
  assert.ok((await list()).some(({ id }) => id === plan.id))
  const shown = await picture(plan.id, jorge)
  assert.deepEqual([shown.statusCode, shown.headers['content-type']], [200, 'image/webp'])
  assert.match(String(shown.headers['content-security-policy']), /sandbox/)
  assert.equal((await sharp(shown.rawPayload).metadata()).format, 'webp')
  assert.equal((await picture(plan.id, tom)).statusCode, 404)
  assert.ok(!(await list(olga)).some(({ id }) => id === plan.id))
})

test('only an admin adds and takes away; another company finds neither site nor plan', async () => {
  const plan = await made('Floor 8')
  for (const by of [jorge, ana, sofia]) {
    assert.equal((await add('Mine', { by })).status, 403, by)
    assert.equal((await desk.as(by).call(floorPlans.remove, { params: { id: plan.id } })).status, 403)
  }
  assert.equal((await add('Theirs', { by: olga })).status, 404)
  assert.equal((await desk.as(olga).call(floorPlans.remove, { params: { id: plan.id } })).status, 404)
  assert.equal((await desk.as(elena).call(floorPlans.remove, { params: { id: plan.id } })).status, 204)
  assert.equal((await desk.as(elena).call(floorPlans.remove, { params: { id: plan.id } })).status, 404)
  assert.ok(!(await list()).some(({ id }) => id === plan.id))
  assert.equal((await picture(plan.id, jorge)).statusCode, 200, 'pins on it stay readable')
})

test('one of the same name takes the place of the former', async () => {
  const first = await made('Floor 9')
  const second = await made('FLOOR 9')
  const names = (await list()).filter(({ name }) => name.toLowerCase() === 'floor 9')
  assert.deepEqual(
    names.map(({ id }) => id),
    [second.id],
  )
  assert.equal((await picture(first.id, jorge)).statusCode, 200)
})

describe('what is no plan is refused, and nothing is kept', () => {
  const cases: [string, Parameters<typeof add>[1], number, RegExp][] = [
    ['words', { bytes: Buffer.from('Not a picture') }, 415, /picture/],
    [
      'a drawing that could hold a script',
      { bytes: Buffer.from('<svg xmlns="http://www.w3.org/2000/svg"><script>alert(1)</script></svg>') },
      415,
      /picture/,
    ],
    [
      'half a picture',
      { bytes: Buffer.from('89504e470d0a1a0a0000000d49484452', 'hex') },
      422,
      /cannot be read/,
    ],
    ['a region', { at: region }, 422, /are of sites/],
    ['no site at all', { at: newId() }, 404, new RegExp(words.noSuchSite)],
  ]
  for (const [name, how, status, sentence] of cases) {
    test(name, async () => {
      const refused = await add(`Refused ${name}`, how)
      assert.equal(refused.status, status, refused.detail)
      assert.match(refused.detail, sentence)
      assert.ok(!(await list()).some((one) => one.name === `Refused ${name}`))
    })
  }
})

describe('a pin is an answer', async () => {
  const plan = await made('Floor 5')
  const { typeId } = await askedWith(desk, {
    sections: [{ key: 'main', fields: [{ key: 'where', type: 'pin', label: 'Where', isRequired: true }] }],
  })
  const ask = (where: unknown) =>
    desk.as(jorge).call(requests.create, {
      body: { requestTypeId: typeId, summary: 'It drips', customFields: { where } as never },
    })

  test('that the desk reads on the plan, also once the plan is replaced', async () => {
    const { data } = await ask({ planId: plan.id, x: 420, y: 1000 })
    await made('Floor 5')
    const { data: seen } = await desk.as(ana).call(requests.get, { params: { id: data.id } })
    assert.deepEqual(
      seen.answers.map(({ label, type, text, value }) => [label, type, text, value]),
      [['Where', 'pin', 'Madrid, Floor 5', { planId: plan.id, x: 420, y: 1000 }]],
    )
  })

  const cases: [string, unknown, RegExp][] = [
    ['missing', null, /Put the pin for “Where”/],
    ['off the plan', { planId: plan.id, x: 1001, y: 0 }, /1000 at the most/],
    ['between two thousandths', { planId: plan.id, x: 1.5, y: 0 }, /Check customFields/],
    ['on no plan', { planId: newId(), x: 1, y: 1 }, /no such floor plan/],
    ['a word', 'in the kitchen', /Put a pin/],
  ]
  for (const [name, where, sentence] of cases) {
    test(`refused: ${name}`, async () => {
      const { status, problem } = await ask(where)
      assert.ok(status === 422 || status === 400, String(status))
      assert.match(JSON.stringify(problem), sentence)
    })
  }
})
