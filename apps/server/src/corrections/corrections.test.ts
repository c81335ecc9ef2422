import assert from 'node:assert/strict'
import { after, describe, test } from 'node:test'
import { type BodyIn, corrections, requests } from '@deskhand/contract'
import { ask, inState, put } from '../requests/sample.ts'
import { openDesk } from '../testing/desk.ts'
import { ana, elena, jorge, marta, nuria, olga, pablo, sofia } from '../testing/people.ts'

const desk = await openDesk()
after(() => desk.close())

type Changes = BodyIn<typeof corrections.propose>['changes']
const now = () => new Date().toISOString()
const solved = { ...inState.RESOLVED, resolved_at: now(), closed_at: now() }
const refused = { ...inState.REJECTED, closed_at: now() }

/** A request that was closed a moment ago, behind everybody's back. */
async function closed(state: Record<string, unknown> = solved, who = jorge) {
  const request = await ask(desk, {}, who)
  await put(desk, request.id, state)
  return request
}
const propose = (id: string, changes: Changes, who = elena, reason = 'It was written down wrongly.') =>
  desk.as(who).call(corrections.propose, { params: { id }, body: { reason, changes } })
const proposed = async (id: string, changes: Changes) => (await propose(id, changes)).data.id
const confirm = (id: string, who = sofia) => desk.as(who).call(corrections.confirm, { params: { id } })
const refuse = (id: string, who = sofia) =>
  desk.as(who).call(corrections.refuse, { params: { id }, body: { reason: 'It was right.' } })
const withdraw = (id: string, who = elena) => desk.as(who).call(corrections.withdraw, { params: { id } })
const whole = async (id: string, who = elena) =>
  (await desk.as(who).call(requests.get, { params: { id } })).data
const lines = async (id: string, who = jorge) =>
  (await desk.as(who).call(requests.activities, { params: { id } })).data.data
const workaround = { resolutionCode: 'WORKAROUND' }

describe('proposing', () => {
  test('changes nothing yet, and stands with who leads the desk', async () => {
    const { id } = await closed()
    const { status, data } = await propose(id, workaround)
    assert.equal(status, 201)
    assert.deepEqual(
      [data.state, data.changes, data.can],
      ['PROPOSED', { resolutionCode: ['FIXED', 'WORKAROUND'] }, ['withdraw']],
    )
    assert.equal((await whole(id)).resolutionCode, 'FIXED')
    const waiting = (await desk.as(sofia).call(corrections.waiting)).data.data
    assert.deepEqual(waiting.find((one) => one.id === data.id)?.can, ['decide'])
    assert.equal((await desk.as(ana).call(corrections.waiting)).status, 403)
    const ofIt = (await desk.as(ana).call(corrections.ofRequest, { params: { id } })).data.data
    assert.deepEqual(
      ofIt.map((one) => [one.id, one.can]),
      [[data.id, []]],
    )
    assert.equal((await desk.as(jorge).call(corrections.ofRequest, { params: { id } })).status, 403)
  })

  test('is refused while the request is not closed, while one waits, and where nothing would change', async () => {
    const open = await ask(desk)
    assert.equal((await propose(open.id, workaround)).status, 409)
    const { id } = await closed()
    assert.equal((await propose(id, { resolutionCode: 'FIXED' })).status, 422)
    await proposed(id, workaround)
    const again = await propose(id, { summary: 'Another title' })
    assert.equal(again.status, 409)
    assert.match(again.problem.detail, /waits already/)
  })

  test('is for admins, and invisible to another company', async () => {
    const { id } = await closed()
    for (const who of [jorge, ana, sofia]) assert.equal((await propose(id, workaround, who)).status, 403, who)
    assert.equal((await propose(id, workaround, olga)).status, 404)
  })

  test('names the field that does not belong to the state, and the one that it needs', async () => {
    const { id } = await closed()
    const cases: [Changes, number, string][] = [
      [{ status: 'REJECTED' }, 422, 'rejectionReason'],
      [{ status: 'WAITING' }, 422, 'waitReason'],
      [{ status: 'ACTION_REQUIRED' }, 422, 'question'],
      [{ status: 'IN_PROGRESS', resolutionText: 'So.' }, 400, 'resolutionText'],
      [{ question: 'Why?' }, 400, 'question'],
      [{ resolutionCode: 'NO_SUCH' }, 422, 'resolutionCode'],
      [{ status: 'WAITING', waitReason: 'DATE', waitUntil: '2020-01-01T00:00:00Z' }, 422, 'waitUntil'],
    ]
    for (const [changes, status, field] of cases) {
      const outcome = await propose(id, changes)
      assert.equal(outcome.status, status, JSON.stringify(changes))
      assert.equal(outcome.problem.errors?.[0]?.pointer, `/changes/${field}`)
    }
  })

  test('makes nothing untouched again, and nothing approved that nobody approved', async () => {
    const { id } = await closed()
    for (const status of ['SUBMITTED', 'APPROVED'] as const) {
      const { status: code, problem } = await propose(id, { status })
      assert.equal(code, 409)
      assert.ok(problem.allowed?.includes('IN_PROGRESS') && !problem.allowed.includes(status))
    }
  })
})

describe('confirming', () => {
  test('writes it with both people, and what stays settled stays closed', async () => {
    const { id } = await closed()
    const before = await whole(id)
    const { data } = await confirm(await proposed(id, { ...workaround, summary: 'VPN drops' }))
    assert.deepEqual([data.state, data.decidedBy?.name, data.can], ['CONFIRMED', 'Sofía Prieto', []])
    const after = await whole(id)
    assert.deepEqual(
      [after.resolutionCode, after.resolutionText, after.summary, after.closedAt, after.resolvedAt],
      ['WORKAROUND', before.resolutionText, 'VPN drops', before.closedAt, before.resolvedAt],
    )
    const line = (await lines(id)).at(-1)
    assert.match(
      line?.message ?? '',
      /^Sofía Prieto confirmed a correction of .* by Elena Duarte: It was written/,
    )
    const [event] = await desk.rows<{ actor: string; data: Record<string, string>; changes: object }>(
      elena,
      `select actor_name as actor, data, changes from app.events where subject_id = $1 and name = 'request.corrected'`,
      [id],
    )
    assert.deepEqual(
      [event?.actor, event?.data['proposedById'], Object.keys(event?.changes ?? {}).sort()],
      ['Sofía Prieto', (await desk.who(elena)).personId, ['resolutionCode', 'summary']],
    )
  })

  const other: [string, Record<string, unknown>, Changes, boolean][] = [
    [
      'resolved → rejected',
      solved,
      { status: 'REJECTED', rejectionReason: 'It was never ours to solve.' },
      true,
    ],
    [
      'rejected → resolved',
      refused,
      { status: 'RESOLVED', ...workaround, resolutionText: 'It was done all the same.' },
      true,
    ],
    ['resolved → review', solved, { status: 'IN_REVIEW' }, false],
    ['resolved → returned', solved, { status: 'ACTION_REQUIRED', question: 'Is it still there?' }, false],
    ['rejected → started', refused, { status: 'IN_PROGRESS' }, false],
    ['rejected → waiting', refused, { status: 'WAITING', waitReason: 'VENDOR' }, false],
  ]
  for (const [name, state, changes, staysClosed] of other) {
    test(`${name}: the state with what belongs to it, and nothing of the old one`, async () => {
      const { id } = await closed(state)
      assert.equal((await confirm(await proposed(id, changes))).status, 200)
      const after = await whole(id)
      assert.equal(after.status, changes.status)
      assert.equal(after.closedAt !== null, staysClosed)
      assert.equal(after.resolutionCode, changes.resolutionCode ?? null)
      assert.equal(after.rejectionReason, changes.rejectionReason ?? null)
      assert.deepEqual(
        [after.question, after.waitReason],
        [changes.question ?? null, changes.waitReason ?? null],
      )
      assert.equal(after.reopenCount, 0, 'a correction is no reopening')
      assert.equal(after.sla === null, staysClosed)
      const [moved] = await desk.rows<{ data: { details: { correction?: boolean } } }>(
        elena,
        `select data from app.events where subject_id = $1 and name = 'request.moved'`,
        [id],
      )
      assert.equal(moved?.data.details.correction, true)
      await desk.work()
      assert.equal((await whole(id)).status, changes.status)
    })
  }

  test('takes another person than who proposed it, and not who asked for it', async () => {
    const { id } = await closed()
    const correction = await proposed(id, workaround)
    const own = await confirm(correction, elena)
    assert.equal(own.status, 403)
    assert.match(own.problem.detail, /Somebody else/)
    for (const who of [jorge, ana]) assert.equal((await confirm(correction, who)).status, 403, who)
    const theirs = await closed(solved, sofia)
    assert.equal((await confirm(await proposed(theirs.id, workaround))).status, 403)
    assert.equal((await confirm(correction, olga)).status, 404)
    // Not even the database lets one person be both.
    await assert.rejects(
      desk.rows(
        elena,
        `update app.corrections set state = 'CONFIRMED', decided_by_id = proposed_by_id where id = $1`,
        [correction],
      ),
      /corrections_two_people/,
    )
  })

  test('happens once, and not where the request has changed since', async () => {
    const { id } = await closed()
    const correction = await proposed(id, workaround)
    await put(desk, id, { resolution_code: 'FULFILLED' })
    const changed = await confirm(correction)
    assert.equal(changed.status, 409)
    assert.match(changed.problem.detail, /not what it was/)
    await put(desk, id, { resolution_code: 'FIXED' })
    assert.equal((await confirm(correction)).status, 200)
    for (const again of [confirm, refuse]) assert.equal((await again(correction)).status, 409)
    const reopened = await closed()
    const late = await proposed(reopened.id, workaround)
    await desk.as(jorge).call(requests.reopen, { params: { id: reopened.id }, body: { reason: 'Again.' } })
    assert.equal((await confirm(late)).status, 409)
    assert.equal((await refuse(late)).status, 200, 'and can be put away')
  })
})

describe('refusing and taking back', () => {
  test('leave the request as it is, and the next can be proposed', async () => {
    const { id } = await closed()
    const { data } = await refuse(await proposed(id, workaround))
    assert.deepEqual([data.state, data.refusal], ['REFUSED', 'It was right.'])
    const taken = await withdraw(await proposed(id, workaround))
    assert.deepEqual(
      [taken.data.state, taken.data.decidedBy?.id],
      ['WITHDRAWN', (await desk.who(elena)).personId],
    )
    assert.equal((await whole(id)).resolutionCode, 'FIXED')
    assert.equal((await propose(id, workaround)).status, 201)
    assert.ok(!(await lines(id)).some(({ message }) => /correct/.test(message)), 'who asked learns nothing')
  })

  test('are for the second person and for the first, once, in their own company', async () => {
    const { id } = await closed()
    const correction = await proposed(id, workaround)
    assert.equal((await refuse(correction, elena)).status, 403)
    assert.equal((await withdraw(correction, sofia)).status, 403)
    for (const who of [jorge, ana]) assert.equal((await refuse(correction, who)).status, 403, who)
    for (const act of [refuse, withdraw]) assert.equal((await act(correction, olga)).status, 404)
    assert.equal((await withdraw(correction)).status, 200)
    for (const act of [withdraw, refuse])
      assert.equal((await act(correction, act === refuse ? sofia : elena)).status, 409)
  })
})

test('no rank opens what is confidential: it takes an admin of its desk, and for others it does not exist', async () => {
  const request = await ask(desk, { serviceDeskCode: 'HR', isConfidential: true }, marta)
  await put(desk, request.id, solved)
  const { id } = request
  assert.equal((await propose(id, workaround)).status, 404)
  await desk.rows(nuria, 'update app.people set is_admin = true where id = $1', [
    (await desk.who(nuria)).personId,
  ])
  const { status, data } = await propose(id, workaround, nuria)
  assert.equal(status, 201)
  for (const who of [sofia, elena]) {
    assert.equal((await desk.as(who).call(corrections.ofRequest, { params: { id } })).status, 404, who)
    assert.equal((await confirm(data.id, who)).status, 404, who)
    const { text } = await desk.as(who).call(corrections.waiting)
    assert.ok(!text.includes(data.id), who)
  }
  await desk.rows(
    nuria,
    `insert into app.desk_members (company_id, person_id, desk_id, role)
     select company_id, id, $2, 'SUPERVISOR' from app.people where id = $1`,
    [(await desk.who(pablo)).personId, request.serviceDeskId],
  )
  assert.equal((await confirm(data.id, pablo)).status, 200)
  assert.equal((await whole(id, nuria)).resolutionCode, 'WORKAROUND')
})
