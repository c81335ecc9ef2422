import assert from 'node:assert/strict'
import { mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { after, describe, test } from 'node:test'
import { type BodyIn, type FormDefinitionIn, files, forms, requests } from '@deskhand/contract'
import sharp from 'sharp'
import { multipart } from '../../files/sample.ts'
import { askedWith, laptopForm } from '../../forms/sample.ts'
import { newId } from '../../platform/ids.ts'
import { openDesk } from '../../testing/desk.ts'
import { ana, elena, jorge, marta, sofia, tom } from '../../testing/people.ts'

const folder = mkdtempSync(join(tmpdir(), 'deskhand-answers-'))
const desk = await openDesk({ folder })
after(async () => {
  await desk.close()
  rmSync(folder, { recursive: true, force: true })
})

const { typeId, form } = await askedWith(desk, laptopForm)
type Answers = BodyIn<typeof requests.create>['customFields']
const ask = (customFields: Answers, more: Partial<BodyIn<typeof requests.create>> = {}, who = jorge) =>
  desk.as(who).call(requests.create, {
    body: { requestTypeId: typeId, ...(customFields && { customFields }), ...more },
  })
const laptop = { device: 'LAPTOP', screenSize: 14 }

test('answers are kept with the version that they were asked with, and read in its words', async () => {
  const keeper = (await desk.who(marta)).personId
  const { data } = await ask({ ...laptop, price: { amount: '90000', currency: 'EUR' }, keeper, reason: '' })
  assert.equal(data.summary, 'New Laptop')
  assert.equal(data.formVersionId, form.published?.id)
  assert.deepEqual(data.customFields, { ...laptop, price: { amount: '90000', currency: 'EUR' }, keeper })
  const shown = data.answers.map(({ label, type, text }) => `${label} (${type}): ${text}`)
  assert.deepEqual(shown, [
    'Device (choice): Laptop',
    'Screen size (number): 14 inch',
    'Price (money): 900.00 EUR',
    'Who keeps it (person): Marta Gil',
  ])
  const { data: later } = await desk.as(ana).call(requests.get, { params: { id: data.id } })
  assert.deepEqual(later.answers, data.answers)
  assert.deepEqual(later.customFields, data.customFields)
})

test('an old request keeps its labels when the form goes on', async () => {
  const { typeId: other, form: first } = await askedWith(desk, laptopForm)
  const before = (await ask(laptop, { requestTypeId: other })).data
  const renamed: FormDefinitionIn = {
    ...laptopForm,
    sections: laptopForm.sections.map((section) => ({
      ...section,
      fields: section.fields.map((field) =>
        field.key === 'device' ? { ...field, label: 'Machine' } : field,
      ),
    })),
  }
  await desk.as(elena).call(forms.saveVersion, { params: { id: first.id }, body: { definition: renamed } })
  assert.equal(
    (await ask(laptop, { requestTypeId: other })).data.answers[0]?.label,
    'Device',
    'a draft asks nobody',
  )
  await desk.as(elena).call(forms.publish, { params: { id: first.id }, body: {} })
  const now = (await ask(laptop, { requestTypeId: other })).data
  const then = (await desk.as(jorge).call(requests.get, { params: { id: before.id } })).data
  assert.deepEqual([then.answers[0]?.label, now.answers[0]?.label], ['Device', 'Machine'])
  assert.notEqual(then.formVersionId, now.formVersionId)
})

describe('what does not fit is refused by its field, and nothing is made', () => {
  const person = newId()
  const cases: [string, Answers, string, RegExp][] = [
    ['nothing at all', undefined, '/customFields/device', /Choose an answer for “Device”/],
    ['what conditions require', { device: 'LAPTOP' }, '/customFields/screenSize', /Fill in “Screen size”/],
    [
      'what conditions hide',
      { device: 'PHONE', screenSize: 14 },
      '/customFields/screenSize',
      /is not asked with these answers/,
    ],
    [
      'what conditions require by an amount',
      { ...laptop, price: { amount: '100001', currency: 'EUR' } },
      '/customFields/reason',
      /Fill in “Reason”/,
    ],
    [
      'another currency',
      { ...laptop, price: { amount: '1', currency: 'GBP' } },
      '/customFields/price',
      /EUR or USD/,
    ],
    ['a wrong type', { device: 'LAPTOP', screenSize: '14' }, '/customFields/screenSize', /A number/],
    ['too much', { device: 'LAPTOP', screenSize: 19 }, '/customFields/screenSize', /At most 18/],
    ['a choice that is none', { device: 'CAR' }, '/customFields/device', /^Choose one of [A-Z, ]+\.$/],
    ['a field that is not there', { ...laptop, colour: 'red' }, '/customFields/colour', /no such field/],
    ['a person who is not there', { ...laptop, keeper: person }, '/customFields/keeper', /no such person/],
    ['a file that is not there', { ...laptop, photo: [person] }, '/customFields/photo', /files/],
    ['a pattern', { ...laptop, costPin: '12' }, '/customFields/costPin', /expected form/],
  ]
  for (const [name, customFields, pointer, message] of cases) {
    test(name, async () => {
      const count = () => desk.rows(jorge, 'select count(*) from app.requests')
      const before = await count()
      const { status, problem } = await ask(customFields)
      assert.equal(status, 422)
      const fault = problem.errors?.find((one) => one.pointer === pointer)
      assert.match(fault?.message ?? JSON.stringify(problem.errors), message)
      assert.deepEqual(await count(), before)
    })
  }

  test('another company’s person', async () => {
    const { status } = await ask({ ...laptop, keeper: (await desk.who(tom)).personId })
    assert.equal(status, 422)
  })

  test('all of it at once', async () => {
    const { problem } = await ask({ device: 'LAPTOP', screenSize: 9, colour: 'red', costPin: 'x' })
    assert.deepEqual(problem.errors?.map(({ pointer }) => pointer).sort(), [
      '/customFields/colour',
      '/customFields/costPin',
      '/customFields/screenSize',
    ])
  })
})

describe('encrypted answers', () => {
  test('lie nowhere in the open and leave only where somebody asks to see them', async () => {
    const pin = 'QXZW7391'
    const { data, text } = await ask({ ...laptop, costPin: pin }, {}, marta)
    assert.ok(!text.includes(pin))
    const mark = data.answers.find(({ key }) => key === 'costPin')
    assert.deepEqual([mark?.isEncrypted, mark?.value, mark?.text], [true, null, null])
    assert.ok(!('costPin' in data.customFields))
    await desk.as(ana).call(requests.update, {
      params: { id: data.id },
      body: { customFields: { ...laptop, costPin: 'QXZW8402' } },
    })
    const headers = { 'idempotency-key': 'look' }
    const reveal = (who: string) => desk.as(who).call(requests.reveal, { params: { id: data.id }, headers })
    assert.deepEqual((await reveal(marta)).data, { answers: { costPin: 'QXZW8402' } })
    assert.deepEqual((await reveal(ana)).data, { answers: { costPin: 'QXZW8402' } })
    assert.equal((await reveal(elena)).status, 403, 'an admin who does not work at the desk')
    assert.equal((await reveal(jorge)).status, 404)
    assert.equal((await reveal(tom)).status, 404)
    for (const table of ['requests', 'events', 'request_activities', 'idempotency_keys', 'request_secrets']) {
      const [row] = await desk.rows<{ all: string | null }>(
        marta,
        `select string_agg(t::text, ' ') as all from app.${table} t where t::text ~ 'QXZW'`,
      )
      assert.equal(row?.all, null, table)
    }
    const [looks] = await desk.rows(
      marta,
      `select count(*)::int as times from app.events where name = 'request.answers_revealed' and subject_id = $1`,
      [data.id],
    )
    assert.deepEqual(looks, { times: 2 })
  })

  test('do not exist for the database’s role outside requester and desk', async () => {
    const { data } = await ask({ ...laptop, costPin: 'QXZW1111' }, {}, marta)
    assert.equal(
      (await desk.as(elena).call(requests.get, { params: { id: data.id } })).data.answers.length,
      2,
    )
    assert.equal(
      (await desk.as(sofia).call(requests.get, { params: { id: data.id } })).data.answers.length,
      3,
    )
  })

  test('stay when a change does not name them, and go when it says null', async () => {
    const { data } = await ask({ ...laptop, costPin: 'QXZW2222' }, {}, marta)
    const change = (customFields: Answers) =>
      desk.as(marta).call(requests.update, { params: { id: data.id }, body: { customFields } })
    assert.equal((await change({ ...laptop, screenSize: 15 })).data.answers.length, 3)
    assert.equal((await change({ ...laptop, costPin: null })).data.answers.length, 2)
  })

  test('an admin without the desk changes the others and not these', async () => {
    const { data } = await ask({ ...laptop, costPin: 'QXZW3333' }, {}, marta)
    const change = (customFields: Answers) =>
      desk.as(elena).call(requests.update, { params: { id: data.id }, body: { customFields } })
    assert.equal((await change({ ...laptop, screenSize: 16 })).status, 200)
    assert.equal((await change({ ...laptop, costPin: 'QXZW4444' })).status, 403)
  })
})

test('a technician corrects answers; the log and the timeline say which', async () => {
  const { data } = await ask({ ...laptop, price: { amount: '1', currency: 'EUR' } })
  const put = (customFields: Answers) =>
    desk.as(ana).call(requests.update, { params: { id: data.id }, body: { customFields } })
  const { data: changed } = await put({ device: 'LAPTOP', screenSize: 16, costPin: 'QXZW5555' })
  assert.deepEqual(changed.customFields, { device: 'LAPTOP', screenSize: 16 })
  const [event] = await desk.rows<{ changes: object; data: object }>(
    ana,
    `select changes, data from app.events where subject_id = $1 and name = 'request.updated'`,
    [data.id],
  )
  assert.deepEqual(event?.changes, {
    'customFields.screenSize': [14, 16],
    'customFields.price': [{ amount: '1', currency: 'EUR' }, null],
    'customFields.costPin': ['(encrypted)', '(encrypted)'],
  })
  assert.deepEqual(event?.data, { fields: ['customFields'] })
  const { data: lines } = await desk.as(jorge).call(requests.activities, { params: { id: data.id } })
  assert.equal(lines.data.at(-1)?.message, 'Ana Ruiz changed “Screen size” and “Price” and “Cost PIN”.')
  assert.equal((await put({ device: 'PHONE', screenSize: 16 })).status, 422)
  assert.equal(
    (await put({ device: 'LAPTOP', screenSize: 16 })).data.version,
    changed.version,
    'nothing changed',
  )
})

test('a file waits for its request, is taken with the answer, and is nobody else’s', async () => {
  const png = await sharp({ create: { width: 4, height: 4, channels: 3, background: 'red' } })
    .png()
    .toBuffer()
  const stage = async (who: string, name: string, bytes: Buffer | string) => {
    const body = multipart(name, bytes)
    const response = await desk.deskhand.app.inject({
      method: 'POST',
      url: '/api/v1/uploads',
      headers: { authorization: `Bearer ${await desk.token(who)}`, ...body.headers },
      payload: body.payload,
    })
    assert.equal(response.statusCode, 201, response.body)
    return files.stage.reply.parse(response.json())
  }
  const photo = await stage(jorge, 'door.png', png)
  assert.equal((await ask({ ...laptop, photo: [photo.id] }, {}, marta)).status, 422)
  const { data } = await ask({ ...laptop, photo: [photo.id] })
  assert.deepEqual(
    data.answers.at(-1)?.files.map(({ fileName }) => fileName),
    ['door.png'],
  )
  const { data: attached } = await desk.as(ana).call(files.list, { params: { id: data.id } })
  assert.deepEqual(
    attached.data.map(({ fileName }) => fileName),
    ['door.png'],
  )
  assert.equal((await ask({ ...laptop, photo: [photo.id] })).status, 422, 'taken already')
  const text = await stage(jorge, 'notes.txt', 'not a picture')
  const refused = await ask({ ...laptop, photo: [text.id] })
  assert.match(refused.problem.detail, /Only pictures/)
  assert.equal(
    (await desk.as(ana).call(requests.get, { params: { id: data.id } })).data.answers.at(-1)?.files.length,
    1,
  )
})

test('kinds without a form take what they always took', async () => {
  const { data } = await desk.as(jorge).call(requests.create, {
    body: { serviceDeskCode: 'IT', summary: 'Plain', customFields: { 'Floor no': 3, lift: true } },
  })
  assert.deepEqual(
    [data.customFields, data.answers, data.formVersionId],
    [{ 'Floor no': 3, lift: true }, [], null],
  )
})

test('asking for somebody else goes by what is known of them', async () => {
  const { typeId: forSales } = await askedWith(desk, {
    sections: [
      {
        key: 'main',
        fields: [
          {
            key: 'why',
            type: 'line',
            label: 'Why',
            showWhen: { match: 'all', parts: [{ fact: 'email', is: 'is', value: marta }] },
            isRequired: true,
          },
        ],
      },
    ],
  })
  const forMarta = (customFields: Answers) =>
    desk.as(ana).call(requests.create, {
      body: {
        requestTypeId: forSales,
        summary: 'For Marta',
        onBehalfOfId: martaId,
        ...(customFields && { customFields }),
      },
    })
  const martaId = (await desk.who(marta)).personId
  assert.equal((await forMarta(undefined)).status, 422)
  assert.equal((await forMarta({ why: 'She asked' })).status, 201)
  assert.equal((await ask(undefined, { requestTypeId: forSales, summary: 'For me' })).status, 201)
})
