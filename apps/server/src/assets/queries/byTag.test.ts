import assert from 'node:assert/strict'
import { after, test } from 'node:test'
import { transact } from '../../platform/db/transaction.ts'
import { openDesk } from '../../testing/desk.ts'
import { ana } from '../../testing/people.ts'

const desk = await openDesk()
after(() => desk.close())

test('tags and serial numbers are found through their index, below row-level security too', async () => {
  const { companyId, personId } = await desk.who(ana)
  const plans = await transact(desk.database.pools.app, { companyId, personId }, (tx) =>
    Promise.all(
      ['tag_key', 'serial_key'].map((key) =>
        tx.once<{ 'QUERY PLAN': string }>(
          `explain select id from app.assets where company_id = app.cid() and ${key} = 'LT-00001' and deleted_at is null`,
        ),
      ),
    ),
  )
  for (const [at, lines] of plans.entries())
    assert.match(
      lines.map((line) => line['QUERY PLAN']).join('\n'),
      at === 0 ? /Index Cond: .*tag_key = 'LT-00001'/ : /Index Cond: .*serial_key = 'LT-00001'/,
    )
})
