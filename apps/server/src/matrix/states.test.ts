import assert from 'node:assert/strict'
import { after, before, test } from 'node:test'
import { bulkEdits, macros, type RequestState, requestStates, requests, rules } from '@deskhand/contract'
import { newId } from '../platform/ids.ts'
import { isRefusal, waysFrom, wayTo } from '../requests/moveRules.ts'
import { moversOf, type Standing } from '../requests/rules.ts'
import { ask, inState, saidFor } from '../requests/sample.ts'
import { addRule, clear } from '../rules/sample.ts'
import { type Desk, openDesk } from '../testing/desk.ts'
import { ana, elena, jorge, sofia } from '../testing/people.ts'

/**
 * The table of states, all 64 cells of it, through each door that names a state: what comes of a cell is what the table
 * and its guards say, whichever way it is asked for. Doors that lead to one state only have a file of their own.
 */
const desk: Desk = await openDesk()
before(() => clear(desk))
after(() => desk.close())

const states = requestStates.states
type Cell = { id: string; from: RequestState; to: RequestState }
type Outcome = { status: number; detail?: string | undefined; allowed?: readonly string[] | undefined }
type Door = {
  name: string
  who: string
  /** What a state that it is in already comes to: a move like any other, or nothing to do. */
  same: 'refused' | 'nothing'
  /** It has no words to say along with the move. */
  isMute?: boolean
  /** States that cannot be asked for at this door at all. */
  never?: readonly RequestState[]
  send: (cells: readonly Cell[]) => Promise<Outcome[]>
}

/** A withdrawal takes a reason alone. */
const said = (to: RequestState, who: string) => (who === jorge ? { reason: 'So.' } : saidFor(to))

/** Reading why it was refused where it was not would fail the test. */
const of = (outcome: {
  status: number
  problem: { detail: string; allowed?: string[] | undefined }
}): Outcome => {
  const { status } = outcome
  if (status < 400) return { status }
  const { detail, allowed } = outcome.problem
  return { status, detail, allowed }
}

/** A few at a time: more at once the server sends away. */
async function each(cells: readonly Cell[], ask: (cell: Cell) => Promise<Outcome>): Promise<Outcome[]> {
  const outcomes: Outcome[] = []
  for (let at = 0; at < cells.length; at += 8)
    outcomes.push(...(await Promise.all(cells.slice(at, at + 8).map(ask))))
  return outcomes
}

const transitions = (who: string): Door => ({
  name: `POST /requests/:id/transitions and the board, as ${who}`,
  who,
  same: 'refused',
  send: (cells) =>
    each(cells, async ({ id, to }) => {
      const body = { to, ...said(to, who) }
      const outcome = await desk.as(who).call(requests.transition, { params: { id }, body })
      return of(outcome)
    }),
})

const put = (who: string): Door => ({
  name: `PUT /requests/:id with a status alone, as ${who}`,
  who,
  same: 'refused',
  isMute: true,
  send: (cells) =>
    each(cells, async ({ id, to }) => {
      const outcome = await desk.as(who).call(requests.update, { params: { id }, body: { status: to } })
      return of(outcome)
    }),
})

/** As programs send back what they read: the state beside the other fields, all as they are. */
const putBack = (who: string): Door => ({
  name: `PUT /requests/:id with a status beside its other fields, as ${who}`,
  who,
  same: 'nothing',
  isMute: true,
  send: (cells) =>
    each(cells, async ({ id, to }) => {
      const body = { summary: template.summary, status: to }
      const outcome = await desk.as(who).call(requests.update, { params: { id }, body })
      return of(outcome)
    }),
})

const bulk = (who: string): Door => ({
  name: `POST /requests/bulk, as ${who}`,
  who,
  same: 'refused',
  async send(cells) {
    const outcomes = new Map<Cell, Outcome>()
    for (const to of states) {
      const those = cells.filter((cell) => cell.to === to)
      const { data } = await desk.as(who).call(bulkEdits.edit, {
        body: { requestIds: those.map(({ id }) => id), action: { transition: { to, ...said(to, who) } } },
      })
      for (const [at, cell] of those.entries()) {
        const { status, detail, allowed } = data.results[at] ?? {}
        outcomes.set(cell, {
          status: status ?? 0,
          detail: detail ?? undefined,
          allowed: allowed ?? undefined,
        })
      }
    }
    return cells.map((cell) => outcomes.get(cell) ?? { status: 0 })
  },
})

const macro = (who: string): Door => ({
  name: `POST /requests/:id/macros/:macroId, as ${who}`,
  who,
  same: 'refused',
  async send(cells) {
    const [it] = await desk.rows<{ id: string }>(jorge, `select id from app.desks where code = 'IT'`)
    const made = new Map<RequestState, string>()
    for (const to of states) {
      const body = {
        serviceDeskId: it?.id ?? '',
        name: `${who} to ${to}`,
        steps: { move: { to, ...said(to, who) } },
      }
      made.set(to, (await desk.as(sofia).call(macros.add, { body })).data.id)
    }
    return each(cells, async ({ id, to }) => {
      const params = { id, macroId: made.get(to) ?? '' }
      const outcome = await desk.as(who).call(macros.run, { params })
      return of(outcome)
    })
  },
})

/** A rule has nobody to answer: what came of it stands in its log. */
const rule: Door = {
  name: 'the action of a rule',
  who: sofia,
  same: 'nothing',
  // Nothing leads to the one, and to the other only a round of approval: refused when they are saved.
  never: ['SUBMITTED', 'APPROVED'],
  async send(cells) {
    for (const to of new Set(cells.map((cell) => cell.to)))
      await addRule(desk, {
        name: to,
        trigger: { on: 'CHANGED', fields: ['tag'] },
        condition: { match: 'all', parts: [{ field: 'tag', is: 'is', value: `to-${to}` }] },
        actions: { move: { to, ...said(to, sofia) } },
      })
    for (const { id, to } of cells)
      await desk.as(ana).call(requests.tag, { params: { id }, body: { tags: [`to-${to}`] } })
    await desk.work()
    await clear(desk)
    return each(cells, async ({ id }) => {
      const [run] = (await desk.as(elena).call(rules.ofRequest, { params: { id } })).data.data
      return run?.outcome === 'REFUSED'
        ? { status: 409, detail: run.detail ?? undefined }
        : { status: run ? 200 : 0 }
    })
  },
}

const template = await ask(desk)

/** A request for every cell, written behind everybody's back. */
async function everyCell(without: readonly RequestState[] = []): Promise<Cell[]> {
  const cells = states.flatMap((from) =>
    states.filter((to) => !without.includes(to)).map((to): Cell => ({ id: newId(), from, to })),
  )
  await desk.rows(
    jorge,
    `insert into app.requests (company_id, id, reference_number, number, service_desk_id, requester_email, summary,
       status_changed_at, requester_id, created_by_id, status, review_kind, question, wait_reason, resolution_code,
       resolution_text, rejection_reason)
     select r.company_id, f.id, 'C-' || left(f.id::text, 30), -nextval('app.event_ids'), r.service_desk_id, r.requester_email,
       r.summary, now() - interval '1 day', r.requester_id, r.created_by_id, f.status, f.review_kind, f.question,
       f.wait_reason, f.resolution_code, f.resolution_text, f.rejection_reason
     from app.requests r, jsonb_populate_recordset(null::app.requests, $2::jsonb) f where r.id = $1`,
    [template.id, JSON.stringify(cells.map(({ id, from }) => ({ id, ...inState[from] })))],
  )
  return cells
}

const [jorgeId] = [(await desk.who(jorge)).personId]
const standing = (from: RequestState): Standing => ({
  serviceDeskId: template.serviceDeskId,
  requesterId: jorgeId,
  createdById: jorgeId,
  isConfidential: false,
  status: from,
  reviewKind: from === 'IN_REVIEW' ? 'TRIAGE' : null,
  assignedToId: null,
  appealCount: 0,
  statusChangedAt: new Date(Date.now() - 86_400_000),
  closedAt: null,
  deletedAt: null,
  openMandatoryTasks: [],
  reopenDays: 14,
  appealDays: 10,
})

/** What the table, which moveRules.test.ts holds letter by letter, says of a cell. */
function expected({ from, to }: Cell, { who, same, isMute }: Door): Outcome {
  if (from === to && same === 'nothing') return { status: 200 }
  const desks = new Map(who === jorge ? [] : [[template.serviceDeskId, roleOf(who)] as const])
  const movers = moversOf({ id: who === jorge ? jorgeId : newId(), isAdmin: false, desks }, standing(from))
  const now = new Date()
  const way = wayTo(to, standing(from), movers, now)
  if (!isRefusal(way)) return { status: isMute && way.requires.length > 0 ? 422 : 200 }
  if (way.code === 'forbidden') return { status: 403, detail: way.sentence }
  const allowed = waysFrom(standing(from), movers, now).map((one) => one.to)
  return { status: 409, detail: way.sentence, allowed }
}
const roleOf = (who: string) => (who === sofia ? 'SUPERVISOR' : 'TECHNICIAN')

/** The state that is there already is no move at any door (decisions 78 and 109): refused or not, nothing of it is written. */
async function diagonalIsSilent(cells: readonly Cell[], door: Door) {
  const same = cells.filter(({ from, to }) => from === to).map(({ id }) => id)
  const events = await desk.rows<{ name: string }>(
    jorge,
    'select name from app.events where subject_id = any ($1::uuid[])',
    [same],
  )
  // A rule is set off by a tag.
  const names = events.map(({ name }) => name).filter((name) => door !== rule || name !== 'request.tagged')
  assert.deepEqual(names, [])
  const rows = await desk.rows<{ version: number }>(
    jorge,
    'select distinct version from app.requests where id = any ($1::uuid[])',
    [same],
  )
  assert.deepEqual(rows, [{ version: door === rule ? 2 : 1 }])
}

const doors: Door[] = [
  ...[jorge, ana, sofia].flatMap((who) => [transitions(who), put(who)]),
  putBack(ana),
  ...[ana, sofia].flatMap((who) => [bulk(who), macro(who)]),
  rule,
]

for (const door of doors) {
  test(`every cell through this door: ${door.name}`, async () => {
    const cells = await everyCell(door.never)
    const outcomes = await door.send(cells)
    const rows = await desk.rows<{ id: string; status: RequestState }>(
      jorge,
      'select id, status from app.requests where id = any ($1::uuid[])',
      [cells.map(({ id }) => id)],
    )
    const now = new Map(rows.map(({ id, status }) => [id, status]))
    for (const [at, cell] of cells.entries()) {
      const name = `${cell.from} → ${cell.to}`
      const outcome = outcomes[at]
      const wanted = expected(cell, door)
      // A rule's log has no status: whatever refuses it is a refusal.
      const status = door === rule && wanted.status >= 400 ? 409 : wanted.status
      assert.equal(outcome?.status, status, `${name}: ${outcome?.detail}`)
      assert.equal(now.get(cell.id), wanted.status < 400 ? cell.to : cell.from, name)
      if (wanted.detail) assert.equal(outcome?.detail, wanted.detail, name)
      if (wanted.allowed && door !== rule) assert.deepEqual(outcome?.allowed, wanted.allowed, name)
    }
    await diagonalIsSilent(cells, door)
    const illegal = cells.filter((cell) => expected(cell, door).status === 409)
    assert.ok(illegal.length >= (door.never ? 11 : 23), `${illegal.length} illegal cells`)
  })
}

test('whatever moved what in all of this, every line of the log is a cell of the table', async () => {
  const moves = await desk.rows<{ from: RequestState; to: RequestState }>(
    jorge,
    `select distinct data ->> 'from' as from, data ->> 'to' as to from app.events where name = 'request.moved'`,
  )
  for (const { from, to } of moves) assert.ok(requestStates.find(from, to), `${from} → ${to}`)
  // All that people can make: what only Deskhand itself may do is asked for by no door.
  assert.ok(moves.length >= 24, `${moves.length} different moves`)
})
