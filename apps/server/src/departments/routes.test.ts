import assert from 'node:assert/strict'
import { after, describe, test } from 'node:test'
import {
  type DepartmentSlice,
  departmentExamples,
  departmentKinds,
  type Route,
  requests,
} from '@deskhand/contract'
import { forgetDeskFacts } from '../desks/access.ts'
import { openDesk } from '../testing/desk.ts'
import { ana, elena, iris, jorge, luis, marta, nuria, omar, pablo, tom } from '../testing/people.ts'
import { served } from './access.ts'

const desk = await openDesk()
after(() => desk.close())

type Sent = {
  status: number
  headers: Record<string, unknown>
  body: Record<string, unknown> & { errors?: { pointer: string }[] }
}

/** Calls a route as anything outside would, and holds what it answers against its promise. */
async function send(
  who: string,
  route: Route,
  id: string | null,
  payload?: object,
  headers: object = {},
): Promise<Sent> {
  const response = await desk.deskhand.app.inject({
    method: route.method,
    url: `/api/v1${route.path.replace(':id', id ?? '')}`,
    headers: { authorization: `Bearer ${await desk.token(who)}`, ...headers },
    ...(payload ? { payload } : {}),
  })
  const body = response.json()
  if (response.statusCode < 400) route.reply.parse(body)
  return { status: response.statusCode, headers: response.headers, body }
}

const staff: Record<string, string> = { it: ana, hr: nuria, finance: pablo, facilities: omar }
const staffOf = (path: string) => staff[path.split('/')[1] ?? ''] ?? ''

describe('each kind has its route, and each route the rules of every request', () => {
  for (const { name, kind, routes } of served) {
    const example: Record<string, unknown> = { ...departmentExamples[kind] }
    const colleague = luis
    const helper = staffOf(routes.create.path)
    test(`${routes.create.path}: asks, shows, lists, refuses, hides`, async () => {
      if (kind === 'OFFBOARDING') example['leaver'] = (await desk.who(luis)).personId
      const made = await send(jorge, routes.create, null, example, { 'idempotency-key': `once-${name}` })
      assert.equal(made.status, 201, JSON.stringify(made.body))
      // What is to be weighed is told once, to whoever asks.
      const { warnings, ...kept } = made.body
      assert.deepEqual(warnings, kind === 'LEAVE' ? [] : undefined)
      const { id, requestId, referenceNumber } = kept
      assert.equal(id, requestId)
      assert.match(String(referenceNumber), /^(IT|HR|FIN|FAC)-\d+$/)
      assert.equal(made.headers['location'], `/api/v1${routes.get.path.replace(':id', String(id))}`)
      const again = await send(jorge, routes.create, null, example, { 'idempotency-key': `once-${name}` })
      assert.equal(again.body['id'], id, 'the same key makes one')

      for (const address of [String(id), String(referenceNumber).toLowerCase()]) {
        const read = await send(jorge, routes.get, address)
        assert.deepEqual([read.status, read.body], [200, kept])
        assert.equal(read.headers['etag'], '"1"')
      }
      const { data: whole } = await desk.as(jorge).call(requests.get, { params: { id: String(id) } })
      assert.equal(whole.referenceNumber, referenceNumber)
      assert.ok(whole.formVersionId || kind === 'HR_ISSUE')

      assert.equal((await send(helper, routes.get, String(id))).status, 200, 'the desk')
      for (const stranger of [tom, iris, ...(helper === ana ? [marta] : [colleague])]) {
        const missing = await send(stranger, routes.get, String(id))
        assert.equal(missing.status, 404, stranger)
        assert.equal(
          (await send(stranger, routes.update, String(id), { summary: 'Mine' })).status,
          404,
          stranger,
        )
      }
      const lists = await Promise.all([jorge, helper, tom].map((who) => send(who, routes.list, null)))
      const found = lists.map(({ body }) => (body['data'] as { id: string }[]).some((one) => one.id === id))
      assert.deepEqual(found, [true, true, false])

      const nothing = await send(jorge, routes.create, null, {})
      assert.ok([400, 422].includes(nothing.status), `an empty one: ${nothing.status}`)
      const strange = await send(jorge, routes.create, null, { ...example, shoeSize: 43 })
      assert.deepEqual(
        strange.body.errors?.map(({ pointer }) => pointer),
        ['/shoeSize'],
      )
    })
  }
})

test('a change by the rules of every change, and by what was seen', async () => {
  const { routes } = servedAs('softwareRequests')
  const { body } = await send(jorge, routes.create, null, departmentExamples.SOFTWARE)
  const id = String(body['id'])
  const put = (who: string, payload: object, headers = {}) => send(who, routes.update, id, payload, headers)
  assert.equal((await put(jorge, { softwareName: 'Blender' }, { 'if-match': '"7"' })).status, 412)
  const changed = await put(jorge, { softwareName: 'Blender', costCenter: null }, { 'if-match': '"1"' })
  assert.deepEqual(
    [changed.status, changed.body['softwareName'], changed.body['costCenter'], changed.body['licence']],
    [200, 'Blender', null, 'NEW'],
  )
  assert.equal(changed.headers['etag'], '"2"')
  // What the new answers hide falls away by itself; what is named and hidden is refused.
  await put(jorge, { costCenter: '4100' })
  const without = await put(jorge, { licence: 'EXISTING' })
  assert.deepEqual([without.status, without.body['costCenter']], [200, null])
  const hidden = await put(jorge, { costCenter: '4100' })
  assert.deepEqual([hidden.status, hidden.body.errors?.[0]?.pointer], [422, '/costCenter'])
  await desk.as(ana).call(requests.transition, { params: { id }, body: { to: 'IN_PROGRESS' } })
  assert.equal((await put(jorge, { softwareName: 'Gimp' })).status, 409, 'the desk has begun')
  assert.equal((await put(ana, { softwareName: 'Gimp' })).status, 200)
})

test('by the route of another kind it is not there', async () => {
  const { body } = await send(
    jorge,
    servedAs('softwareRequests').routes.create,
    null,
    departmentExamples.SOFTWARE,
  )
  for (const name of ['hardwareRequests', 'leaveRequests'] as const) {
    assert.equal((await send(jorge, servedAs(name).routes.get, String(body['id']))).status, 404)
    assert.equal(
      (await send(jorge, servedAs(name).routes.update, String(body['id']), { summary: 'x' })).status,
      404,
    )
  }
})

test('what a company does not offer is refused with a sentence', async () => {
  await desk.rows(jorge, `update app.request_types set is_active = false where kind = 'VENDOR'`)
  forgetDeskFacts(desk.deskhand.platform, (await desk.who(jorge)).companyId)
  const { status, body } = await send(
    jorge,
    servedAs('vendorRequests').routes.create,
    null,
    departmentExamples.VENDOR,
  )
  assert.equal(status, 409)
  assert.match(String(body['detail']), /does not offer this/)
})

test('without a form, nothing is taken that only a form keeps encrypted', async () => {
  await desk.rows(jorge, `update app.request_types set form_id = null where kind = 'PERSONAL_DETAILS'`)
  forgetDeskFacts(desk.deskhand.platform, (await desk.who(jorge)).companyId)
  const { routes } = servedAs('personalDetailChanges')
  const body = { summary: 'Another bank', change: 'BANK' }
  const refused = await send(jorge, routes.create, null, { ...body, iban: 'ES9121000418450200051332' })
  assert.deepEqual([refused.status, refused.body.errors?.[0]?.pointer], [422, '/iban'])
  assert.equal((await send(jorge, routes.create, null, body)).status, 201)
})

test('an issue report is confidential from birth: for HR and who asked, and for nobody else', async () => {
  const { routes } = servedAs('issueReports')
  const open = { ...departmentExamples.HR_ISSUE, isConfidential: false }
  assert.equal((await send(jorge, routes.create, null, open)).status, 422, 'nobody can ask for less')
  const { body } = await send(jorge, routes.create, null, departmentExamples.HR_ISSUE)
  assert.equal(body['isConfidential'], true)
  const id = String(body['id'])
  assert.equal((await send(nuria, routes.get, id)).status, 200)
  for (const who of [elena, ana, marta]) assert.equal((await send(who, routes.get, id)).status, 404, who)
})

function servedAs(name: DepartmentSlice) {
  const found = served.find((one) => one.name === name)
  if (!found) throw new Error(`${name} is not served as ${departmentKinds[name]}.`)
  return found
}
