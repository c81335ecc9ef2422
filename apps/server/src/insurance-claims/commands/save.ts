import { insuranceClaims } from '@deskhand/contract'
import { about, loadAsset, mustKeep } from '../../assets/access.ts'
import { clock } from '../../platform/clock/clock.ts'
import { answer } from '../../platform/http/answer.ts'
import { handle } from '../../platform/http/handle.ts'
import { changesBetween } from '../../platform/log/event.ts'
import { Stop } from '../../platform/stop.ts'
import { readClaim } from '../access.ts'
import { words } from '../words.ts'

const fields = ['insurer', 'number', 'state', 'filedOn', 'paid', 'note'] as const
const nothing = { insurer: null, number: null, state: null, filedOn: null, paid: null, note: null }

export const save = handle(insuranceClaims.save, async (inside) => {
  const { tx, actor, params, body, record, ifMatch } = inside
  // The thing is held, so that of two who write at once the second sees the first.
  const asset = await loadAsset({ tx, actor }, params.id, { lock: true })
  mustKeep(actor, asset)
  const before = await readClaim(tx, asset.id)
  if (ifMatch && !(before && ifMatch.includes(String(before.version))))
    throw new Stop('stale', words.stale, { current: before })
  const after = { ...body, paid: body.paid && { ...body.paid, amount: String(BigInt(body.paid.amount)) } }
  const known: Record<(typeof fields)[number], unknown> = before ?? nothing
  const changes = changesBetween<object>(Object.fromEntries(fields.map((one) => [one, known[one]])), after)
  if (before && Object.keys(changes).length === 0)
    return answer(before, { version: before.version, unchanged: true })
  await tx.run(upsert, [
    actor.companyId,
    asset.id,
    after.insurer,
    after.number,
    after.state,
    after.filedOn,
    after.paid?.amount ?? null,
    after.paid?.currency ?? null,
    after.note,
    clock.now(),
  ])
  record('asset.claim_saved', about(asset), { state: after.state }, changes)
  const saved = await readClaim(tx, asset.id)
  if (!saved) throw new Error('A claim was not written.')
  return answer(saved, { version: saved.version })
})

const upsert = `
  insert into app.insurance_claims as i (company_id, asset_id, insurer, number, state, filed_on, paid_amount,
    paid_currency, note, created_at, updated_at)
  values ($1, $2, $3, $4, $5, $6, $7, $8, $9, $10, $10)
  on conflict (company_id, asset_id) do update set insurer = excluded.insurer, number = excluded.number,
    state = excluded.state, filed_on = excluded.filed_on, paid_amount = excluded.paid_amount,
    paid_currency = excluded.paid_currency, note = excluded.note, updated_at = excluded.updated_at,
    version = i.version + 1`
