import assert from 'node:assert/strict'
import { after, test } from 'node:test'
import { Can, type Request, type Route, requests } from '@deskhand/contract'
import { newId } from '../platform/ids.ts'
import { type Call, openDesk } from '../testing/desk.ts'
import { ana, elena, jorge, luis, marta, nuria, sofia } from '../testing/people.ts'
import { ask, inState } from './sample.ts'

const desk = await openDesk()
after(() => desk.close())

const daysAgo = (days: number) => new Date(Date.now() - days * 86_400_000)
const idOf = async (email: string) => (await desk.who(email)).personId
const [anaId, tiagoId, nuriaId, martaId] = [
  await idOf(ana),
  (
    await desk.rows<{ id: string }>(
      jorge,
      `select id from app.people where first_name = 'Tiago' and last_name = 'Moreira'`,
    )
  )[0]?.id ?? '',
  await idOf(nuria),
  await idOf(marta),
]

/** What each action is as a call. Files have their own tests. */
const calls: Record<Exclude<Can, 'attach'>, (who: string) => [Route, object | undefined]> = {
  update: () => [requests.update, { summary: 'Another title' }],
  comment: () => [requests.comment, { message: 'Hello' }],
  note: () => [requests.comment, { message: 'Hello', isInternal: true }],
  take: (who) => [requests.assign, { assignedToId: who }],
  assign: () => [requests.assign, { assignedToId: tiagoId }],
  prioritise: () => [requests.prioritise, { priority: 'CRITICAL' }],
  tag: () => [requests.tag, { tags: ['new'] }],
  seal: (who) => [requests.seal, { isConfidential: true, personIds: [who, martaId] }],
  withdraw: () => [requests.withdraw, {}],
  confirm: () => [requests.close, undefined],
  close: () => [requests.close, undefined],
  reopen: () => [requests.reopen, { reason: 'It is back.' }],
  appeal: () => [requests.appeal, { reason: 'My manager agrees.' }],
  delete: () => [requests.remove, undefined],
  restore: () => [requests.restore, undefined],
}

const closed = { ...inState.RESOLVED, closed_at: daysAgo(3) }
const standings: Record<string, Record<string, unknown>> = {
  ...inState,
  'IN_PROGRESS, held': { ...inState.IN_PROGRESS, assigned_to_id: anaId },
  'closed lately': closed,
  'closed for long': { ...closed, closed_at: daysAgo(30) },
  'closed rejection': { ...inState.REJECTED, closed_at: daysAgo(1) },
  'in the trash': { ...inState.IN_PROGRESS, deleted_at: daysAgo(1) },
  confidential: { ...inState.IN_PROGRESS, is_confidential: true },
  'asked by a stranger to the desk': { ...inState.SUBMITTED, requester_id: nuriaId, created_by_id: nuriaId },
  'asked by a manager': { ...inState.SUBMITTED, created_by_id: martaId },
}

/** A copy of one request for each action, written behind everybody's back. */
async function copies(of: Request, fields: Record<string, unknown>, count: number): Promise<string[]> {
  const names = Object.keys(fields)
  const ids = Array.from({ length: count }, newId)
  await desk.rows(
    jorge,
    `insert into app.requests (company_id, id, reference_number, number, service_desk_id, requester_email, summary,
       status_changed_at, requester_id, created_by_id, ${names.filter((name) => !own.has(name)).join(', ')})
     select r.company_id, c.id, 'C-' || left(c.id::text, 30), -nextval('app.event_ids'), r.service_desk_id, r.requester_email,
       r.summary, now() - interval '1 day', coalesce(f.requester_id, r.requester_id),
       coalesce(f.created_by_id, r.created_by_id), ${names
         .filter((name) => !own.has(name))
         .map((name) => `f.${name}`)
         .join(', ')}
     from app.requests r, unnest($2::uuid[]) c(id), jsonb_populate_record(null::app.requests, $3::jsonb) f where r.id = $1`,
    [of.id, ids, JSON.stringify(fields)],
  )
  return ids
}
const own = new Set(['requester_id', 'created_by_id'])

const template = await ask(desk)
const people = [jorge, marta, ana, luis, sofia, elena, nuria]

for (const [name, fields] of Object.entries(standings)) {
  test(`can says what the server then allows: ${name}`, async () => {
    const actions = Can.options.filter((action) => action !== 'attach')
    for (const who of people) {
      const myId = await idOf(who)
      const ids = await copies(template, fields, actions.length + 1)
      const seen = await desk.as(who).call(requests.get, { params: { id: ids[actions.length] ?? '' } })
      const can = new Set<Can>(seen.status === 200 ? seen.data.can : [])
      await Promise.all(
        actions.map(async (action, at) => {
          const [route, body] = calls[action](myId)
          // One call for all routes has no narrower type than this.
          const call = { params: { id: ids[at] }, ...(body ? { body } : {}) } as unknown as Call<Route>
          const { status, text } = await desk.as(who).call<Route>(route, call)
          // Closing is one route for two: who confirms, and who closes.
          const expected =
            action === 'confirm' || action === 'close'
              ? can.has('confirm') || can.has('close')
              : can.has(action)
          // Taking what one has is no refusal, but it changes nothing either.
          const isDone = status < 400 && !(action === 'take' && JSON.parse(text).version === 1)
          assert.equal(isDone, expected, `${who} ${action}: ${status} ${text.slice(0, 200)}`)
          if (status >= 400)
            assert.ok([403, 404, 409].includes(status), `${who} ${action}: ${status} ${text.slice(0, 200)}`)
        }),
      )
    }
  })
}
