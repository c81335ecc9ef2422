import assert from 'node:assert/strict'
import { after, test } from 'node:test'
import { bulkEdits, type Request, RequestStatus, requests } from '@deskhand/contract'
import { ask, inState, saidFor } from '../requests/sample.ts'
import { openDesk } from '../testing/desk.ts'
import { ana, sofia } from '../testing/people.ts'

const desk = await openDesk()
after(() => desk.close())

const states = RequestStatus.options

/** One request in each state, in the hands of Ana. */
async function oneOfEach(): Promise<Request[]> {
  const all = await Promise.all(states.map(() => ask(desk)))
  const { personId } = await desk.who(ana)
  const rows = all.map(({ id }, at) => ({
    id,
    assigned_to_id: personId,
    ...inState[states[at] ?? 'SUBMITTED'],
  }))
  await desk.rows(
    ana,
    `update app.requests r set status = now.status, assigned_to_id = now.assigned_to_id, review_kind = now.review_kind,
       question = now.question, wait_reason = now.wait_reason, resolution_code = now.resolution_code,
       resolution_text = now.resolution_text, rejection_reason = now.rejection_reason
     from jsonb_populate_recordset(null::app.requests, $1::jsonb) now where r.id = now.id`,
    [JSON.stringify(rows)],
  )
  return all
}

const statusOf = async (all: readonly Request[]): Promise<string[]> => {
  const rows = await desk.rows<{ id: string; status: string }>(
    ana,
    'select id, status from app.requests where id = any ($1::uuid[])',
    [all.map(({ id }) => id)],
  )
  return all.map(({ id }) => rows.find((row) => row.id === id)?.status ?? '')
}

for (const who of [ana, sofia]) {
  test(`every cell of the table answers ${who} through this door what it answers through the single one`, async () => {
    let legal = 0
    for (const to of states) {
      const [bulk, alone] = [await oneOfEach(), await oneOfEach()]
      const { data } = await desk.as(who).call(bulkEdits.edit, {
        body: { requestIds: bulk.map(({ id }) => id), action: { transition: { to, ...saidFor(to) } } },
      })
      const singles = await Promise.all(
        alone.map(({ id }) =>
          desk.as(who).call(requests.transition, { params: { id }, body: { to, ...saidFor(to) } }),
        ),
      )
      for (const [at, single] of singles.entries()) {
        const result = data.results[at]
        const cell = `${states[at]} → ${to}`
        assert.equal(result?.status, single.status, cell)
        if (single.status === 200) legal += 1
        else {
          const { detail, allowed } = single.problem
          assert.deepEqual([result?.detail, result?.allowed ?? undefined], [detail, allowed], cell)
        }
      }
      assert.deepEqual(await statusOf(bulk), await statusOf(alone), to)
    }
    assert.ok(legal > 15, `${legal} legal cells`)
  })
}
