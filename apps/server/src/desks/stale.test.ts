import assert from 'node:assert/strict'
import { after, test } from 'node:test'
import { deskManagement, desks, forms, notifications } from '@deskhand/contract'
import { openDesk } from '../testing/desk.ts'
import { ana, elena } from '../testing/people.ts'

const desk = await openDesk()
after(() => desk.close())
const admin = desk.as(elena)
const against = (version: unknown) => ({ 'if-match': `"${version}"` })
const it = async () =>
  (await admin.call(deskManagement.listDesks)).data.data.find(({ code }) => code === 'IT') ?? assert.fail()
const idOf = async () => ({ id: (await it()).id })

/** A change, the version that its editor saw, and a change by somebody else in between. */
type Case = {
  version: () => Promise<number | string>
  change: (headers?: Record<string, string>) => Promise<{ status: number; problem: { current?: unknown } }>
  between: () => Promise<{ status: number }>
}

const aCategory = async () =>
  (await admin.call(deskManagement.allCategories)).data.data.find(({ isActive }) => isActive) ?? assert.fail()
const aType = async () =>
  (await admin.call(deskManagement.listRequestTypes)).data.data.find(({ isActive }) => isActive) ??
  assert.fail()
let count = 0
const name = () => `Name ${++count}`

const category = await aCategory()
const type = await aType()
const cases: Record<string, Case> = {
  'a desk': {
    version: async () => (await it()).version,
    change: async (headers = {}) =>
      admin.call(deskManagement.updateDesk, { params: await idOf(), headers, body: { promise: name() } }),
    between: async () =>
      admin.call(deskManagement.updateDesk, { params: await idOf(), body: { description: name() } }),
  },
  'who works at a desk': {
    version: async () => (await admin.call(desks.members, { params: await idOf() })).data.version,
    change: async (headers = {}) => seat(headers, 0),
    between: async () => seat({}, 1),
  },
  'a category': {
    version: async () => (await aCategory()).version,
    change: (headers = {}) =>
      admin.call(deskManagement.updateCategory, {
        params: { id: category.id },
        headers,
        body: { description: name() },
      }),
    between: () =>
      admin.call(deskManagement.updateCategory, { params: { id: category.id }, body: { icon: name() } }),
  },
  'a kind of request': {
    version: async () =>
      (await admin.call(deskManagement.getRequestType, { params: { id: type.id } })).data.version,
    change: (headers = {}) =>
      admin.call(deskManagement.updateRequestType, {
        params: { id: type.id },
        headers,
        body: { promise: name() },
      }),
    between: () =>
      admin.call(deskManagement.updateRequestType, {
        params: { id: type.id },
        body: { description: name() },
      }),
  },
  'the priorities': {
    version: async () => (await admin.call(deskManagement.priorities)).data.version,
    change: (headers = {}) =>
      admin.call(deskManagement.updatePriority, {
        params: { id: 'HIGH' },
        headers,
        body: { name: name() },
      }),
    between: () =>
      admin.call(deskManagement.updatePriority, { params: { id: 'LOW' }, body: { name: name() } }),
  },
  'the codes of a desk': {
    version: async () => (await admin.call(desks.resolutionCodes)).data.version,
    change: async (headers = {}) => codes(headers),
    between: async () => codes({}),
  },
  'what one is told about': {
    version: async () => (await desk.as(ana).call(notifications.preferences)).data.version,
    change: (headers = {}) => tell(headers, 'request_new'),
    between: () => tell({}, 'request_replied'),
  },
}

async function seat(headers: Record<string, string>, least: 0 | 1) {
  const { id, members } = await it()
  const wanted = members.map((one, at) => ({
    personId: one.id,
    role: at === least ? flip(one.role) : one.role,
  }))
  return admin.call(deskManagement.setMembers, { params: { id }, headers, body: { members: wanted } })
}
const flip = (role: 'TECHNICIAN' | 'SUPERVISOR') =>
  role === 'TECHNICIAN' ? ('SUPERVISOR' as const) : ('TECHNICIAN' as const)

async function codes(headers: Record<string, string>) {
  const { id } = await it()
  const body = { serviceDeskId: id, codes: [{ code: 'SWAPPED', name: name() }] }
  return admin.call(deskManagement.setResolutionCodes, { headers, body })
}

async function tell(headers: Record<string, string>, kind: 'request_new' | 'request_replied') {
  const { data } = await desk.as(ana).call(notifications.preferences)
  const turned = { ...data.kinds[kind], inApp: !data.kinds[kind].inApp }
  const body = { kinds: { ...data.kinds, [kind]: turned } }
  return desk.as(ana).call(notifications.setPreferences, { headers, body })
}

for (const [what, { version, change, between }] of Object.entries(cases)) {
  test(`${what}: against what is there it is changed, against what was there 412 with what is there now`, async () => {
    const first = await version()
    assert.equal((await change(against(first))).status, 200)
    const second = await version()
    assert.notEqual(second, first)
    assert.equal((await between()).status, 200)
    const now = await version()
    const late = await change(against(second))
    assert.deepEqual([late.status, Reflect.get(Object(late.problem.current), 'version')], [412, now])
    assert.equal(await version(), now, 'nothing was changed')
    assert.equal((await change(against(now))).status, 200)
  })
}

test('what is taken out goes only in the version that one saw', async () => {
  const { id } = await idOf()
  const params = { params: { id }, headers: against(0) }
  assert.equal((await admin.call(deskManagement.retireDesk, params)).status, 412)
  const gone = { params: { id: category.id }, headers: against(0) }
  assert.equal((await admin.call(deskManagement.retireCategory, gone)).status, 412)
  const kind = { params: { id: type.id }, headers: against(0) }
  assert.equal((await admin.call(deskManagement.retireRequestType, kind)).status, 412)
})

test('a record answers with its version as ETag; a form that is given to a kind counts as a change of it', async () => {
  const read = await admin.call(deskManagement.getRequestType, { params: { id: type.id } })
  assert.equal(read.headers['etag'], `"${read.data.version}"`)
  const { id } = await idOf()
  const one = await admin.call(desks.get, { params: { id } })
  assert.equal(one.headers['etag'], `"${one.data.version}"`)
  const { data } = await admin.call(forms.create, { body: { name: 'For this kind' } })
  const attached = await admin.call(forms.update, {
    params: { id: data.id },
    body: { requestTypeIds: [type.id] },
  })
  assert.equal(attached.status, 200)
  const again = await admin.call(deskManagement.getRequestType, { params: { id: type.id } })
  assert.ok(again.data.version > read.data.version)
})
