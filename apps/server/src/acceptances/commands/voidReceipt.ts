import { clock } from '../../platform/clock/clock.ts'
import type { Tx } from '../../platform/db/transaction.ts'
import type { RecordEvent } from '../../platform/log/record.ts'
import { aboutAcceptance } from './askToAccept.ts'

type Voided = { id: string; assetTag: string; isVoid: boolean }

/**
 * Taking this thing back from them was undone: the receipt for it says so, and is void when it was for nothing else. It
 * stays to be read.
 */
export async function voidReceipt(
  { tx, record }: { tx: Tx; record: RecordEvent },
  assetId: string,
  personId: string,
): Promise<void> {
  const [voided] = await tx.query<Voided>(end, [tx.whose.companyId, assetId, personId, clock.now()])
  if (!voided) return
  const { id, assetTag, isVoid } = voided
  if (isVoid)
    await tx.run(
      `update app.acceptances set state = 'VOID', version = version + 1 where company_id = $1 and id = $2`,
      [tx.whose.companyId, id],
    )
  record(
    'acceptance.voided',
    aboutAcceptance({ id, person: { id: personId }, things: [{ assetTag }] }),
    { assetIds: [assetId] },
    isVoid ? { state: ['RECEIVED', 'VOID'] } : {},
  )
}

const end = `
  with last as (
    select a.id from app.acceptances a
    join app.acceptance_things t on t.company_id = a.company_id and t.acceptance_id = a.id and t.asset_id = $2
    where a.company_id = $1 and a.person_id = $3 and a.state = 'RECEIVED' and t.ended_at is null
    order by a.asked_at desc, a.id desc limit 1 for update of a)
  update app.acceptance_things t set ended_at = $4 from last
  where t.company_id = $1 and t.acceptance_id = last.id and t.asset_id = $2
  returning last.id, t.asset_tag as "assetTag", not exists (
    select from app.acceptance_things other where other.company_id = $1 and other.acceptance_id = last.id
      and other.asset_id <> $2 and other.ended_at is null) as "isVoid"`
