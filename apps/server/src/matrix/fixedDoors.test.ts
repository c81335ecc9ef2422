import assert from 'node:assert/strict'
import { after, test } from 'node:test'
import { approvals, merges, type RequestState, requestStates, requests, snoozes } from '@deskhand/contract'
import { askLaptop, policy, roundOf, tokenIn } from '../approvals/sample.ts'
import { drain, runScheduleNow } from '../platform/jobs/drain.ts'
import { ask, inState, put } from '../requests/sample.ts'
import { schedules } from '../requests/schedules.ts'
import { openDesk } from '../testing/desk.ts'
import { ana, jorge, marta } from '../testing/people.ts'

/** Doors that lead to one state, or that nobody stands at: from each of the eight states they end where the table has it. */
const desk = await openDesk()
after(() => desk.close())
await policy(desk, [{ name: 'Manager', approvers: [{ kind: 'MANAGER' }] }])

const states = requestStates.states
const open = ['SUBMITTED', 'IN_REVIEW', 'ACTION_REQUIRED', 'APPROVED', 'IN_PROGRESS', 'WAITING'] as const
type Ends = Partial<Record<RequestState, RequestState>>
type Answer = { status: number; text: string }
type Door = {
  name: string
  /** Where it leads from a state; from the others it leads nowhere. */
  ends: Ends
  begin?: () => Promise<string>
  /** What is reviewed is whether everybody agrees. */
  isApproval?: boolean
  /** What an illegal one is answered; nothing where nobody is answered, or where it is no move there. */
  refused?: { status: 409 }
  go: (id: string) => Promise<Answer | undefined>
}

const all = (from: readonly RequestState[], to: RequestState): Ends =>
  Object.fromEntries(from.map((one) => [one, to]))
const longAgo = new Date(Date.now() - 9 * 86_400_000)
const old = { status_changed_at: new Date(Date.now() - 300 * 86_400_000), wait_until: longAgo }

/** A desk's own question must be answered first, whatever the last of those who were asked says. */
const vote = (decision: 'APPROVED' | 'REJECTED', by: 'app' | 'link'): Door => ({
  name: `a vote (${decision}) by ${by}`,
  ends: {
    IN_REVIEW: decision,
    ACTION_REQUIRED: decision === 'REJECTED' ? 'REJECTED' : 'ACTION_REQUIRED',
  },
  begin: async () => (await askLaptop(desk)).id,
  isApproval: true,
  refused: { status: 409 },
  async go(id) {
    const body = { decision, ...(decision === 'REJECTED' ? { comment: 'No.' } : {}) }
    if (by === 'link') {
      const token = await tokenIn(desk, id, marta)
      return desk.call(approvals.decideByLink, { params: { token }, body })
    }
    const { id: round } = await roundOf(desk, id)
    return desk.as(marta).call(approvals.decide, { params: { id: round }, body })
  },
})

const doors: Door[] = [
  {
    name: 'withdraw',
    ends: all(open, 'RESOLVED'),
    refused: { status: 409 },
    go: (id) => desk.as(jorge).call(requests.withdraw, { params: { id }, body: {} }),
  },
  {
    name: 'reopen',
    ends: { RESOLVED: 'IN_PROGRESS' },
    refused: { status: 409 },
    go: (id) => desk.as(jorge).call(requests.reopen, { params: { id }, body: { reason: 'So.' } }),
  },
  {
    name: 'appeal',
    ends: { REJECTED: 'IN_REVIEW' },
    refused: { status: 409 },
    go: (id) => desk.as(jorge).call(requests.appeal, { params: { id }, body: { reason: 'So.' } }),
  },
  {
    name: 'the requester’s reply',
    ends: { ACTION_REQUIRED: 'IN_REVIEW' },
    go: (id) => desk.as(jorge).call(requests.comment, { params: { id }, body: { message: 'Here.' } }),
  },
  {
    name: 'the desk’s reply',
    ends: {},
    go: (id) => desk.as(ana).call(requests.comment, { params: { id }, body: { message: 'Here.' } }),
  },
  {
    name: 'taking it',
    ends: {},
    go: async (id) => {
      const { personId } = await desk.who(ana)
      return desk.as(ana).call(requests.assign, { params: { id }, body: { assignedToId: personId } })
    },
  },
  {
    name: 'a merge into another',
    ends: all(open, 'RESOLVED'),
    refused: { status: 409 },
    go: async (id) => {
      const { id: into } = await ask(desk)
      return desk.as(ana).call(merges.merge, { params: { id: into }, body: { requestIds: [id] } })
    },
  },
  {
    name: 'a merge and its taking back',
    ends: {},
    go: async (id) => {
      const { id: into } = await ask(desk)
      await desk.as(ana).call(merges.merge, { params: { id: into }, body: { requestIds: [id] } })
      await desk.as(ana).call(merges.unmerge, { params: { id: into }, body: { requestIds: [id] } })
      return undefined
    },
  },
  {
    name: 'sleeping and waking',
    ends: {},
    go: async (id) => {
      await desk.as(ana).call(snoozes.snooze, { params: { id }, body: { untilReply: true } })
      await desk.as(ana).call(snoozes.wake, { params: { id } })
      return undefined
    },
  },
  {
    name: 'the timers',
    ends: { ACTION_REQUIRED: 'RESOLVED', WAITING: 'IN_PROGRESS' },
    go: async (id) => {
      await put(desk, id, old)
      const { platform } = desk.deskhand
      // One after the other, as their hours have it: each leaves to the next hour what another is at.
      for (const schedule of schedules) {
        await runScheduleNow(platform.pools, schedule)
        await drain({ ...platform, reactions: [], schedules })
      }
      return undefined
    },
  },
  vote('APPROVED', 'app'),
  vote('REJECTED', 'app'),
  vote('APPROVED', 'link'),
  vote('REJECTED', 'link'),
]

const reviewOf = (from: RequestState) =>
  from === 'IN_REVIEW' || from === 'ACTION_REQUIRED' ? { review_kind: 'APPROVAL' } : { review_kind: null }

for (const { name, ends, begin, isApproval, refused, go } of doors) {
  test(`from each of the eight states: ${name}`, async () => {
    for (const from of states) {
      const id = begin ? await begin() : (await ask(desk)).id
      await put(desk, id, { ...inState[from], ...(isApproval ? reviewOf(from) : {}) })
      const answer = await go(id)
      const { status } = (await desk.as(ana).call(requests.get, { params: { id } })).data
      assert.equal(status, ends[from] ?? from, `${from}: ${answer?.text}`)
      if (!answer) continue
      const wanted = ends[from] || !refused ? 2 : 4
      assert.equal(Math.floor(answer.status / 100), wanted, `${from}: ${answer.text}`)
      if (wanted === 2) continue
      assert.equal(answer.status, refused?.status, `${from}: ${answer.text}`)
      assert.ok(Array.isArray(JSON.parse(answer.text).allowed), `${from}: ${answer.text}`)
    }
  })
}

test('whatever moved what in all of this, every line of the log is a cell of the table', async () => {
  const moves = await desk.rows<{ from: RequestState; to: RequestState }>(
    jorge,
    `select distinct data ->> 'from' as from, data ->> 'to' as to from app.events
     where name = 'request.moved' and data #>> '{details,undone}' is null`,
  )
  for (const { from, to } of moves) assert.ok(requestStates.find(from, to), `${from} → ${to}`)
})
