import { disposals } from '@deskhand/contract'
import { clock } from '../../platform/clock/clock.ts'
import { answer } from '../../platform/http/answer.ts'
import { handle } from '../../platform/http/handle.ts'
import { newId } from '../../platform/ids.ts'
import { about, type DisposalRecord } from '../access.ts'
import { readDisposal } from '../queries/read.ts'
import { putIn } from './putIn.ts'

export const create = handle(disposals.create, async (inside) => {
  const { tx, actor, body, record } = inside
  const { companyId } = actor
  const { name, outcome, partner = null, notes = null } = body
  const id = newId()
  // Two who begin one at once draw one number after the other.
  await tx.run('select pg_advisory_xact_lock(hashtextextended($1, 0))', [`disposals of ${companyId}`])
  const [row] = await tx.query<{ number: number }>(insert, [
    companyId,
    id,
    name,
    outcome,
    partner,
    notes,
    actor.id,
    clock.now(),
  ])
  const disposal: DisposalRecord = {
    id,
    number: row?.number ?? 0,
    name,
    outcome,
    state: 'DRAFT',
    partner,
    notes,
    createdById: actor.id,
    receiptPath: null,
    version: 1,
  }
  const things = body.assets ? await putIn(inside, disposal, body.assets) : []
  record('disposal.created', about(disposal), { assetIds: things.map((thing) => thing.id) })
  return answer(await readDisposal(inside, id), { version: 1, location: `/disposals/${id}` })
})

const insert = `
  insert into app.disposals (company_id, id, number, name, outcome, partner, notes, created_by_id, created_at)
  select $1, $2, coalesce(max(number), 0) + 1, $3, $4, $5, $6, $7, $8 from app.disposals where company_id = $1
  returning number`
