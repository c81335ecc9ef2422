import assert from 'node:assert/strict'
import { after, test } from 'node:test'
import { desks, requests } from '@deskhand/contract'
import { newId } from '../../platform/ids.ts'
import { openDesk } from '../../testing/desk.ts'
import { ana, elena, jorge, luis, marta, nuria, sofia, tom } from '../../testing/people.ts'
import { ask, dueAfter, put } from '../sample.ts'

const desk = await openDesk()
after(() => desk.close())

const idOf = async (email: string) => (await desk.who(email)).personId
/** PostgreSQL writes the same moments in other letters. */
const moments = (value: unknown): unknown =>
  JSON.parse(
    JSON.stringify(value, (_, one: unknown) =>
      typeof one === 'string' && /^\d{4}-\d\d-\d\dT/.test(one) ? new Date(one).toISOString() : one,
    ),
  )
const typesOf = async (code: string) =>
  (await desk.as(jorge).call(desks.requestTypes, { params: { id: code } })).data.data

test('answers with the whole request, where it lies, and its version', async () => {
  const { status, data, headers } = await desk.as(jorge).call(requests.create, {
    body: {
      serviceDeskCode: 'it',
      summary: '  VPN drops  ',
      description: 'Since Monday.',
      tags: ['VPN', 'vpn'],
    },
  })
  assert.equal(status, 201)
  assert.equal(headers['location'], `/api/v1/requests/${data.id}`)
  assert.equal(headers['etag'], '"1"')
  assert.match(data.referenceNumber, /^IT-\d+$/)
  assert.deepEqual(
    [data.summary, data.status, data.priority, data.tags, data.requester.name, data.isUnread],
    ['VPN drops', 'SUBMITTED', 'MEDIUM', ['vpn'], 'Jorge Vidal', false],
  )
})

test('answers with exactly what get answers, for every kind of request', async () => {
  const hr = (await typesOf('HR')).find(
    ({ isConfidential, formVersionId }) => isConfidential && !formVersionId,
  )
  const it = (await typesOf('IT')).find(({ formVersionId }) => !formVersionId)
  assert.ok(hr && it)
  const made = [
    await ask(desk, { description: 'Since Monday 😀', customFields: { floor: 3, lift: true, note: null } }),
    await ask(desk, { requestTypeId: it.id, impact: 'HIGH', urgency: 'HIGH' }),
    await ask(desk, { requestTypeId: hr.id, serviceDeskCode: 'HR', isConfidential: false }),
    await ask(desk, { onBehalfOfId: await idOf(jorge), isConfidential: true }, marta),
  ]
  for (const one of made) {
    const who = one.createdById === one.requesterId ? jorge : marta
    const { data } = await desk.as(who).call(requests.get, { params: { id: one.id } })
    assert.deepEqual(moments(data), moments(one))
  }
  assert.equal(made[2]?.isConfidential, true)
})

test('the kind gives the promise and the priority; impact and urgency, or the sender, decide over it', async () => {
  // No policy promises more for this desk than what each kind says.
  const serviceDeskCode = 'FACILITIES'
  const type = (await typesOf(serviceDeskCode)).find(
    ({ slaHours, defaultPriority, formVersionId }) =>
      slaHours && defaultPriority !== 'HIGH' && !formVersionId,
  )
  assert.ok(type?.slaHours)
  const body = { serviceDeskCode, requestTypeId: type.id }
  const plain = await ask(desk, body)
  assert.equal(plain.priority, type.defaultPriority)
  assert.equal(plain.slaDueAt, await dueAfter(desk, plain.createdAt, type.slaHours))
  assert.equal((await ask(desk, { ...body, impact: 'HIGH' })).priority, 'HIGH')
  assert.equal((await ask(desk, { ...body, impact: 'HIGH', priority: 'LOW' })).priority, 'LOW')
  assert.equal((await ask(desk, { serviceDeskCode })).slaDueAt, null)
})

test('opens the timeline and the log', async () => {
  const { id, referenceNumber } = await ask(desk)
  const { data } = await desk.as(jorge).call(requests.activities, { params: { id } })
  assert.deepEqual(
    data.data.map(({ activityType, message, authorRole, metadata }) => [
      activityType,
      message,
      authorRole,
      metadata,
    ]),
    [
      [
        'SYSTEM',
        'Jorge Vidal opened this request.',
        'Requester',
        { event: 'opened', from: null, to: 'SUBMITTED' },
      ],
    ],
  )
  const events = await desk.rows(jorge, 'select name, subject_ref from app.events where subject_id = $1', [
    id,
  ])
  assert.deepEqual(events, [{ name: 'request.created', subject_ref: referenceNumber }])
})

test('the desk, the manager and an admin ask in somebody’s name; nobody else does', async () => {
  const onBehalfOfId = await idOf(jorge)
  for (const who of [ana, sofia, marta, elena]) {
    const made = await ask(desk, { onBehalfOfId }, who)
    assert.equal(made.requester.name, 'Jorge Vidal')
    assert.notEqual(made.createdById, made.requesterId)
  }
  for (const who of [nuria, jorge]) {
    const { status } = await desk.as(who).call(requests.create, {
      body: {
        serviceDeskCode: 'IT',
        summary: 'Hello',
        onBehalfOfId: await idOf(who === jorge ? marta : jorge),
      },
    })
    assert.equal(status, 403)
  }
  const { data } = await desk.as(jorge).call(requests.activities, {
    params: { id: (await ask(desk, { onBehalfOfId }, ana)).id },
  })
  assert.equal(data.data[0]?.message, 'Ana Ruiz opened this for Jorge Vidal.')
})

test('who asked for it in another’s name still sees it when it is confidential', async () => {
  const made = await ask(desk, { onBehalfOfId: await idOf(jorge), isConfidential: true }, elena)
  assert.deepEqual(made.access, { includesDesk: true, people: [made.createdBy] })
  assert.equal((await desk.as(elena).call(requests.get, { params: { id: made.id } })).status, 200)
})

test('says moments as reading says them, in milliseconds and with a Z', async () => {
  const made = await ask(desk)
  const read = (await desk.as(jorge).call(requests.get, { params: { id: made.id } })).data
  for (const moment of ['createdAt', 'slaDueAt', 'updatedAt'] as const) {
    assert.match(made[moment] ?? '', /^\d{4}-\d\d-\d\dT\d\d:\d\d:\d\d\.\d{3}Z$/, moment)
    assert.equal(read[moment], made[moment])
  }
})

test('refuses a desk, a kind or a person that is not there, by field', async () => {
  const hrType = (await typesOf('HR'))[0]?.id ?? ''
  const tomId = await idOf(tom)
  const cases: [object, string][] = [
    [{ serviceDeskCode: 'NOPE' }, '/serviceDeskCode'],
    [{ serviceDeskCode: undefined, serviceDeskId: newId() }, '/serviceDeskId'],
    [{ serviceDeskCode: 'IT', requestTypeId: hrType }, '/requestTypeId'],
    [{ serviceDeskCode: undefined, requestTypeId: newId() }, '/requestTypeId'],
    [{ onBehalfOfId: newId() }, '/onBehalfOfId'],
    [{ onBehalfOfId: tomId }, '/onBehalfOfId'],
  ]
  for (const [body, pointer] of cases) {
    const { status, problem } = await desk.as(ana).call(requests.create, {
      body: { serviceDeskCode: 'IT', summary: 'Hello', ...body },
    })
    assert.deepEqual([status, problem.errors?.[0]?.pointer], [422, pointer], JSON.stringify(body))
  }
  const unknown = { serviceDeskCode: 'NOPE', summary: 'Hello' }
  const { problem } = await desk.as(ana).call(requests.create, { body: unknown })
  assert.match(problem.detail, /^There is no such desk\. Take one of .*\bHR\b/)
})

test('refuses what is not in the contract, naming each field, and makes nothing', async () => {
  const count = async () => (await desk.rows(jorge, 'select count(*) from app.requests'))[0]
  const before = await count()
  const bad: [object, string][] = [
    [{ summary: '' }, '/summary'],
    [{ summary: 'two\nlines' }, '/summary'],
    [{ summary: 'x'.repeat(501) }, '/summary'],
    [{ priority: 'HUGE' }, '/priority'],
    [{ status: 'RESOLVED' }, '/status'],
    [{ companyId: newId() }, '/companyId'],
    [{ createdById: newId() }, '/createdById'],
    [{ tags: Array.from({ length: 21 }, (_, at) => `t${at}`) }, '/tags'],
    [{ customFields: { deep: { er: 1 } } }, '/customFields/deep'],
    [{ serviceDeskCode: undefined }, '/serviceDeskId'],
  ]
  for (const [body, pointer] of bad) {
    const { status, problem } = await desk.as(jorge).call(requests.create, {
      body: { serviceDeskCode: 'IT', summary: 'Hello', ...body },
    })
    assert.deepEqual([status, problem.errors?.[0]?.pointer], [400, pointer], JSON.stringify(body))
  }
  assert.deepEqual(await count(), before)
})

test('the same Idempotency-Key makes one request; another body under it is refused', async () => {
  const headers = { 'idempotency-key': newId() }
  const body = { serviceDeskCode: 'IT', summary: 'Only once' }
  const send = (more = {}) => desk.as(jorge).call(requests.create, { headers, body: { ...body, ...more } })
  const [first, second] = await Promise.all([send(), send()])
  const third = await send()
  assert.deepEqual([first.status, second.status, third.status], [201, 201, 201])
  assert.equal(first.text, second.text)
  assert.equal(first.text, third.text)
  assert.equal(third.headers['etag'], '"1"')
  assert.equal((await send({ summary: 'Something else' })).status, 422)
  const made = await desk.rows(jorge, `select id from app.requests where summary = 'Only once'`)
  assert.equal(made.length, 1)
})

test('two hundred at once get the next two hundred numbers of their desks, without a gap', async () => {
  const last = async () =>
    Object.fromEntries(
      (
        await desk.rows<{ code: string; number: number }>(
          jorge,
          `select d.code, max(r.number) as number from app.requests r join app.desks d on d.id = r.service_desk_id
           group by d.code`,
        )
      ).map(({ code, number }) => [code, number]),
    )
  const before = await last()
  const codes = ['IT', 'IT', 'IT', 'HR']
  const people = [jorge, marta, ana, luis, sofia]
  /** A machine that is too busy for all of them says so after three seconds, and is asked again. */
  const send = async (at: number) => {
    for (;;) {
      const outcome = await desk.as(people[at % 5] ?? jorge).call(requests.create, {
        // Every tenth fails after its number could have been drawn.
        body: {
          serviceDeskCode: codes[at % 4],
          summary: `No. ${at}`,
          ...(at % 10 === 9 ? { onBehalfOfId: newId() } : {}),
        },
      })
      if (outcome.status !== 409) return outcome
    }
  }
  const outcomes = await Promise.all(Array.from({ length: 200 }, (_, at) => send(at)))
  for (const code of ['IT', 'HR']) {
    const numbers = outcomes
      .filter(({ status }) => status === 201)
      .filter(({ data }) => data.deskCode === code)
      .map(({ data }) => Number(data.referenceNumber.split('-')[1]))
      .sort((one, other) => one - other)
    const first = (before[code] ?? 0) + 1
    assert.deepEqual(
      numbers,
      Array.from(numbers, (_, at) => first + at),
    )
  }
  assert.equal(outcomes.filter(({ status }) => status === 201).length, 180)
})

test('a person who is blocked cannot be asked for, one who was invited can', async () => {
  const [ines] = await desk.rows<{ id: string }>(jorge, `select id from app.people where state = 'INVITED'`)
  const [blocked] = await desk.rows<{ id: string }>(
    jorge,
    `update app.people set state = 'BLOCKED' where email = 'ruth.kim@harbour.example' returning id`,
  )
  assert.ok(ines && blocked)
  assert.equal((await ask(desk, { onBehalfOfId: ines.id }, ana)).requesterId, ines.id)
  const { problem } = await desk.as(ana).call(requests.create, {
    body: { serviceDeskCode: 'IT', summary: 'Hello', onBehalfOfId: blocked.id },
  })
  assert.equal(problem.detail, 'Ruth Kim is blocked and cannot ask for anything.')
})

test('each company counts for itself', async () => {
  const theirs = await ask(desk, {}, tom)
  assert.match(theirs.referenceNumber, /^IT-/)
  assert.equal((await desk.as(jorge).call(requests.get, { params: { id: theirs.id } })).status, 404)
  await put(desk, theirs.id, { summary: 'Changed from another company' })
  const { data } = await desk.as(tom).call(requests.get, { params: { id: theirs.id } })
  assert.equal(data.summary, 'VPN drops every 20 minutes')
})
