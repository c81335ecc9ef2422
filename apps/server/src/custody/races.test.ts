import assert from 'node:assert/strict'
import { after, test } from 'node:test'
import { setTimeout as pause } from 'node:timers/promises'
import { assetRelations, assets, custody, requestAssets } from '@deskhand/contract'
import { verifyCompany } from '../assets/queries/verify.ts'
import { transact } from '../platform/db/transaction.ts'
import { ask } from '../requests/sample.ts'
import { openDesk } from '../testing/desk.ts'
import { ana, elena } from '../testing/people.ts'
import { makeThing } from './sample.ts'

const desk = await openDesk()
after(() => desk.close())
const { companyId } = await desk.who(ana)
const company = { companyId, personId: null }

/** Until somebody waits for a lock; the database knows, so that nobody has to guess how long that takes. */
async function untilSomebodyWaits(): Promise<void> {
  for (;;) {
    const [row] = await desk.rows<{ waiting: number }>(
      ana,
      `select count(*)::int as waiting from pg_locks where not granted
       and pid in (select pid from pg_stat_activity where datname = current_database())`,
    )
    if ((row?.waiting ?? 0) > 0) return
    await pause(5)
  }
}

/** Deletes a thing as made in error, and commits only when `other` waits for it. */
async function deleteWhile<Result>(id: string, other: () => Promise<Result>): Promise<Result> {
  let begun: Promise<Result> | undefined
  await transact(desk.database.pools.worker, company, async (tx) => {
    await tx.run('select from app.assets where company_id = $1 and id = $2 for update', [companyId, id])
    await tx.run('update app.assets set deleted_at = now() where company_id = $1 and id = $2', [
      companyId,
      id,
    ])
    begun = other()
    await untilSomebodyWaits()
  })
  if (!begun) throw new Error('Nothing was begun.')
  return begun
}

test('nothing goes into a thing that is deleted at the same time', async () => {
  const [laptop, dock] = [await makeThing(desk), await makeThing(desk)]
  const { status, problem } = await deleteWhile(dock.id, () =>
    desk.as(ana).call(custody.checkOut, { params: { id: laptop.id }, body: { assetId: dock.id } }),
  )
  assert.deepEqual([status, problem.errors?.[0]?.pointer], [422, '/assetId'])
  const { data } = await desk.as(ana).call(assets.get, { params: { id: laptop.id } })
  assert.deepEqual([data.status, data.parentAssetId], ['IN_STOCK', null])
})

test('nothing is replaced by a thing that is deleted at the same time', async () => {
  const [old, next] = [await makeThing(desk), await makeThing(desk)]
  const { status, problem } = await deleteWhile(next.id, () =>
    desk.as(elena).call(assets.transition, {
      params: { id: old.id },
      body: { to: 'RETIRED', subStatus: 'RMA_REPLACED', reason: 'Slow.', successorId: next.id },
    }),
  )
  assert.deepEqual([status, problem.errors?.[0]?.pointer], [422, '/successorId'])
})

test('no request and no other thing is linked to one that is deleted at the same time', async () => {
  const [thing, other] = [await makeThing(desk), await makeThing(desk)]
  const { id } = await ask(desk)
  const linked = await deleteWhile(thing.id, () =>
    desk.as(ana).call(requestAssets.link, { params: { id }, body: { assetId: thing.id } }),
  )
  assert.deepEqual([linked.status, linked.problem.errors?.[0]?.pointer], [422, '/assetId'])
  const third = await makeThing(desk)
  const related = await deleteWhile(third.id, () =>
    desk.as(ana).call(assetRelations.add, {
      params: { id: other.id },
      body: { type: 'DEPENDS_ON', assetId: third.id },
    }),
  )
  assert.deepEqual([related.status, related.problem.errors?.[0]?.pointer], [422, '/assetId'])
})

test('the check of all streams names what lies in something that was deleted', async () => {
  const [part, whole] = [await makeThing(desk), await makeThing(desk)]
  await desk.as(ana).call(custody.checkOut, { params: { id: part.id }, body: { assetId: whole.id } })
  await desk.rows(ana, 'update app.assets set deleted_at = now() where id = $1', [whole.id])
  const { differences } = await verifyCompany(desk.database.pools, companyId)
  assert.deepEqual(differences.find(({ assetId }) => assetId === part.id)?.fields, ['parentAssetId'])
})
