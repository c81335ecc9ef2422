import assert from 'node:assert/strict'
import { test } from 'node:test'
import { type Mover, type RequestStatus, requestStates } from '@deskhand/contract'
import { afterBusinessTime, officeHours } from '../platform/clock/businessTime.ts'
import { logOf } from './log.ts'
import type { Activity, Request } from './shapes.ts'
import { makeWorld } from './world.ts'

const now = new Date('2026-11-20T11:43:00Z')
const world = makeWorld(now)
const [harbour, foxglove] = world.companies
const ofHarbour = world.requests.filter(({ companyId }) => companyId === harbour?.id)
const deskOf = new Map(world.desks.map((desk) => [desk.id, desk]))
const typeOf = new Map(world.requestTypes.map((type) => [type.id, type]))
const personOf = new Map(world.people.map((person) => [person.id, person]))
const byEmail = new Map(world.people.map((person) => [person.email, person]))
const timelines = Map.groupBy(world.activities, ({ requestId }) => requestId)
const timelineOf = ({ id }: Request) => timelines.get(id) ?? []
const reference = (request: Request) => `${deskOf.get(request.serviceDeskId)?.prefix}-${request.number}`
const isOpen = ({ status, closedAt }: Request) => !closedAt && status !== 'RESOLVED' && status !== 'REJECTED'
const openOf = (email: string) =>
  world.requests.filter((request) => isOpen(request) && request.requesterId === byEmail.get(email)?.id)

test('is the same for the same day, whatever the hour', () => {
  assert.deepEqual(makeWorld(new Date('2026-11-20T00:30:00Z')), world)
  assert.notDeepEqual(makeWorld(new Date('2026-11-21T11:43:00Z')).requests[0], world.requests[0])
})

test('has the people and requests that the design names', () => {
  const people = world.people.filter(({ companyId }) => companyId === harbour?.id)
  assert.equal(people.length, 240)
  assert.equal(world.people.length - people.length, 14)
  assert.equal(ofHarbour.length, 3400)
  assert.equal(world.requests.length - ofHarbour.length, 120)
  assert.equal(world.accounts.length, world.people.length + 1)
  assert.deepEqual(new Set(people.map(({ site }) => site)), new Set(['Madrid', 'Porto', 'Bilbao']))
  assert.ok(world.activities.length > 15_000 && world.activities.length < 32_000)
  assert.equal(new Set(world.accounts.map(({ email }) => email)).size, world.accounts.length)
})

test('gives the known people their parts', () => {
  const roleOf = (email: string) => {
    const member = world.deskMembers.find(({ personId }) => personId === byEmail.get(email)?.id)
    return member ? `${deskOf.get(member.deskId)?.code} ${member.role}` : 'none'
  }
  const parts = ['ana', 'luis', 'sofia', 'nuria', 'pablo', 'omar', 'marta', 'jorge', 'elena'].map((name) =>
    roleOf(`${name}@harbour.example`),
  )
  assert.deepEqual(parts, [
    'IT TECHNICIAN',
    'IT TECHNICIAN',
    'IT SUPERVISOR',
    'HR TECHNICIAN',
    'FINANCE TECHNICIAN',
    'FACILITIES TECHNICIAN',
    'none',
    'none',
    'none',
  ])
  assert.equal(roleOf('iris@foxglove.example'), 'IT TECHNICIAN')
  assert.deepEqual(
    world.people.filter(({ isAdmin }) => isAdmin).map(({ email }) => email),
    ['elena@harbour.example', 'olga@foxglove.example'],
  )
  assert.ok(byEmail.has('tom@foxglove.example'))
  assert.equal(byEmail.get('jorge@harbour.example')?.managerId, byEmail.get('marta@harbour.example')?.id)
  assert.ok(
    world.accounts.some(({ email, isSuperAdmin }) => isSuperAdmin && email === 'root@deskhand.example'),
  )
})

test('everybody has a manager of their own company, up to the top and without circles', () => {
  for (const person of world.people) {
    const above = new Set<string>()
    for (let one = person; one.managerId; ) {
      assert.ok(!above.has(one.managerId), `${person.email} is above themselves`)
      above.add(one.managerId)
      const manager = personOf.get(one.managerId)
      assert.ok(manager && manager.companyId === person.companyId)
      one = manager
    }
  }
  assert.equal(world.people.filter(({ managerId }) => !managerId).length, 2)
})

test('numbers have no gaps, follow the time, and end where the stories are', () => {
  for (const requests of Map.groupBy(world.requests, (request) => request.serviceDeskId).values()) {
    requests.sort((a, b) => a.number - b.number)
    requests.forEach((request, index) => {
      const before = requests[index - 1]
      if (!before) return
      assert.equal(request.number, before.number + 1)
      assert.ok(request.createdAt >= before.createdAt)
    })
  }
  const told = new Map(ofHarbour.map((request) => [reference(request), request.summary]))
  assert.match(told.get('IT-4921') ?? '', /^VPN drops every 20 minutes since this morning/)
  assert.match(told.get('IT-4907') ?? '', /^New starter kit for Inés Prat, 1 December/)
  assert.match(told.get('IT-4899') ?? '', /^Projector in room Ebro/)
  assert.ok(!told.has('IT-4922'))
})

/** Who may have made a move: the requester's side, the desk's, or the system. */
function moversOf(activity: Activity): Mover[] {
  if (!activity.authorId) return ['system']
  if (activity.authorRole === 'Requester') return ['requester']
  return activity.authorRole?.endsWith('supervisor') ? ['technician', 'supervisor'] : ['technician']
}
const isStatus = (value: string | undefined | null): value is RequestStatus =>
  requestStates.states.some((state) => state === value)

test('every timeline replays to the state of its request, by legal moves of those who may make them', () => {
  for (const request of world.requests) {
    let status: RequestStatus | null = null
    let closed: Date | null = null
    for (const activity of timelineOf(request)) {
      const { event, from, to } = activity.metadata
      if (event === 'opened') status = 'SUBMITTED'
      if (event === 'closed') closed = activity.createdAt
      if (activity.activityType !== 'STATUS_CHANGE') continue
      assert.ok(isStatus(from) && isStatus(to) && from === status, `${reference(request)} moved from ${from}`)
      assert.equal(requestStates.refusal(from, to), null, reference(request))
      assert.equal(
        requestStates.refusalBy(from, to, moversOf(activity)),
        null,
        `${reference(request)} ${from} → ${to}`,
      )
      if (to === 'WAITING') assert.ok(activity.metadata.waitReason)
      if (to === 'ACTION_REQUIRED') assert.ok(activity.metadata.question)
      if (to === 'RESOLVED') assert.ok(activity.metadata.resolutionCode && activity.metadata.resolutionText)
      if (to === 'REJECTED') assert.ok(activity.metadata.reason)
      assert.equal(closed, null)
      status = to
    }
    assert.equal(status, request.status, reference(request))
    assert.deepEqual(closed, request.closedAt)
  }
})

test('times are in order and none lies after now', () => {
  for (const request of world.requests) {
    const { createdAt, firstResponseAt, resolvedAt, closedAt, updatedAt } = request
    const times = [createdAt, firstResponseAt, resolvedAt, closedAt, updatedAt, now].filter(
      (time) => time !== null,
    )
    assert.deepEqual(
      times,
      times.toSorted((a, b) => a.getTime() - b.getTime()),
      reference(request),
    )
    const entries = timelineOf(request).map((activity) => activity.createdAt.getTime())
    assert.ok(entries.length >= 1 && entries.length <= 30)
    assert.ok(
      entries.every((time, index) => index === 0 || time > (entries[index - 1] ?? 0)),
      reference(request),
    )
    assert.equal(entries[0], createdAt.getTime())
    assert.ok((personOf.get(request.requesterId)?.createdAt ?? now) < createdAt)
  }
})

test('due times are those of the product’s working hours', () => {
  for (const request of world.requests.filter((_, index) => index % 50 === 0)) {
    const hours = typeOf.get(request.requestTypeId)?.slaHours ?? 0
    const zone = world.companies.find(({ id }) => id === request.companyId)?.zone ?? ''
    const off = Math.abs(
      request.slaDueAt.getTime() -
        afterBusinessTime(officeHours(zone), request.createdAt.getTime(), hours * 3_600_000),
    )
    assert.ok(off < 2, reference(request))
  }
})

test('who works on a request belongs to its desk; confidential types stay confidential', () => {
  const seats = new Set(world.deskMembers.map(({ deskId, personId }) => `${deskId} ${personId}`))
  for (const request of world.requests) {
    const { serviceDeskId, assignedToId } = request
    if (assignedToId) assert.ok(seats.has(`${serviceDeskId} ${assignedToId}`))
    if (request.status === 'IN_PROGRESS' || request.status === 'WAITING') assert.ok(assignedToId)
    assert.equal(request.isConfidential, typeOf.get(request.requestTypeId)?.isConfidential)
    for (const { authorId, authorRole } of timelineOf(request))
      if (authorRole && authorRole !== 'Requester') assert.ok(seats.has(`${serviceDeskId} ${authorId}`))
  }
})

test('every resolution is one that its desk knows', () => {
  const known = new Set(
    world.resolutionCodes.map(({ companyId, deskId, code }) => `${companyId} ${deskId} ${code}`),
  )
  for (const { companyId, serviceDeskId, resolutionCode: code } of world.requests)
    if (code)
      assert.ok(
        [null, serviceDeskId].some((desk) => known.has(`${companyId} ${desk} ${code}`)),
        code,
      )
})

test('what is open now is what a demo needs', () => {
  const open = ofHarbour.filter(isOpen)
  assert.ok(open.length >= 110 && open.length <= 140, `${open.length} are open`)
  for (const state of ['SUBMITTED', 'IN_REVIEW', 'ACTION_REQUIRED', 'IN_PROGRESS', 'WAITING'])
    assert.ok(open.filter(({ status }) => status === state).length >= 4, state)
  const assigned = (email: string) =>
    open.filter(({ assignedToId }) => assignedToId === byEmail.get(email)?.id)
  assert.ok(assigned('ana@harbour.example').length >= 8)
  assert.ok(assigned('luis@harbour.example').length >= 6)
  assert.ok(open.filter(({ assignedToId }) => !assignedToId).length >= 8)
  const running = open.filter(({ status }) => status === 'SUBMITTED' || status === 'IN_PROGRESS')
  assert.ok(running.filter(({ slaDueAt }) => slaDueAt < now).length >= 3)
  assert.ok(running.filter(({ slaDueAt }) => slaDueAt.toISOString().startsWith('2026-11-20')).length >= 3)

  const marta = openOf('marta@harbour.example')
  assert.equal(marta.filter(({ status }) => status === 'ACTION_REQUIRED').length, 1)
  assert.equal(marta.length, 4)
  assert.equal(openOf('jorge@harbour.example').length, 3)
  const cases = world.requests.filter((request) =>
    typeOf.get(request.requestTypeId)?.name.startsWith('HR issue'),
  )
  assert.ok(cases.length >= 18 && cases.length <= 24 && cases.filter(isOpen).length >= 3)
})

test('nothing of one company appears in the other', () => {
  const home = new Map(
    [...world.people, ...world.desks, ...world.teams, ...world.requestTypes, ...world.requests].map(
      ({ id, companyId }) => [id, companyId] as const,
    ),
  )
  for (const row of world.requests) {
    const ids = [
      row.serviceDeskId,
      row.requestTypeId,
      row.requesterId,
      row.createdById,
      row.assignedToId,
      row.assignedTeamId,
    ]
    for (const id of ids) if (id) assert.equal(home.get(id), row.companyId)
  }
  const strangers = /Porto|Madrid|Bilbao|Nuria|Iker|Gorka|Rui\b|Leo Brandt|María Soto|harbour/
  for (const row of world.activities) {
    assert.equal(home.get(row.requestId), row.companyId)
    if (row.authorId) assert.equal(home.get(row.authorId), row.companyId)
    if (row.companyId === foxglove?.id) assert.doesNotMatch(row.message, strangers)
  }
})

test('words have no open slots, and searching means something', () => {
  const ids = [...world.people, ...world.requests, ...world.activities].map(({ id }) => id)
  assert.equal(new Set(ids).size, ids.length)
  assert.ok(
    ids.every((id) => /^[0-9a-f]{8}-[0-9a-f]{4}-7[0-9a-f]{3}-[89ab][0-9a-f]{3}-[0-9a-f]{12}$/.test(id)),
  )
  const texts = world.requests.map((request) => `${request.summary} ${request.description}`)
  const all = [...texts, ...world.activities.map(({ message }) => message)]
  assert.ok(all.every((text) => text.trim().length > 3 && !/[{}]|undefined|null/.test(text)))
  const counts = ['vpn', 'printer', 'badge', 'payroll'].map(
    (word) => texts.filter((text) => text.toLowerCase().includes(word)).length,
  )
  assert.ok(
    counts.every((count) => count > 20 && count < 600),
    counts.join(', '),
  )
})

test('is sound on every kind of day', () => {
  for (const day of ['2026-01-01', '2026-03-30', '2026-08-16', '2026-10-25', '2027-02-01', '2028-02-29']) {
    const other = makeWorld(new Date(`${day}T07:00:00Z`))
    const open = other.requests.filter(
      (request) => isOpen(request) && request.companyId === other.companies[0]?.id,
    )
    assert.ok(open.length >= 110 && open.length <= 140, `${open.length} are open on ${day}`)
    for (const state of ['SUBMITTED', 'IN_REVIEW', 'ACTION_REQUIRED', 'IN_PROGRESS', 'WAITING'])
      assert.ok(open.filter(({ status }) => status === state).length >= 4, `${state} on ${day}`)
    for (const { createdAt } of other.activities)
      assert.ok(createdAt.getTime() < Date.parse(`${day}T00:30:00Z`))
  }
})

test('the log says who had it before and who has it then', () => {
  const given = logOf(world, harbour?.id ?? '').filter(({ name }) => name === 'request.assigned')
  const pairs = given.map(({ changes }) => Object.values(changes as Record<string, [unknown, unknown]>))
  assert.ok(given.length > 1000)
  assert.ok(pairs.every((changed) => changed.length > 0 && changed.every(([from, to]) => from !== to)))
  assert.ok(pairs.some((changed) => changed.some(([from, to]) => from !== null && to !== null)))
})
