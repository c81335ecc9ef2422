import { stockTakeStates, stockTakes } from '@deskhand/contract'
import { endAcceptances } from '../../acceptances/commands/endAcceptances.ts'
import { lockAssets } from '../../assets/access.ts'
import { changeAssets } from '../../assets/commands/write.ts'
import { beginOperation } from '../../operations/commands/begin.ts'
import { clock } from '../../platform/clock/clock.ts'
import { answer } from '../../platform/http/answer.ts'
import { handle } from '../../platform/http/handle.ts'
import { ensureSigningKey, signAsCompany } from '../../platform/signing.ts'
import { Stop } from '../../platform/stop.ts'
import { about, loadStockTake } from '../access.ts'
import { readFindings, readUnknown } from '../queries/findings.ts'
import { writeReport } from '../queries/reportOf.ts'
import { words } from '../words.ts'
import { planCorrections } from './corrections.ts'

/** Corrects the register by what was counted, in one operation; a preview makes the same plan and stops there. */
export const complete = handle(stockTakes.complete, async (inside) => {
  const { tx, actor, body, platform } = inside
  const stockTake = await loadStockTake(inside, inside.params.id, body.preview ? 'none' : 'update')
  const refusal = stockTakeStates.refusal(stockTake.state, 'COMPLETED')
  if (refusal) throw new Stop('state', refusal, { allowed: stockTakeStates.from(stockTake.state) })
  const findings = await readFindings(tx, stockTake.id)
  const assets = await lockAssets(
    inside,
    findings.map(({ assetId }) => assetId),
    { lock: !body.preview },
  )
  const planned = planCorrections(
    actor,
    stockTake,
    findings,
    new Map(assets.map((asset) => [asset.id, asset])),
    new Set(body.leave.map((id) => id.toLowerCase())),
  )
  const corrections = planned.map(({ correction }) => correction)
  const unknownCodes = await readUnknown(tx, stockTake.id)
  if (body.preview) return answer({ corrections, unknownCodes, operationId: null }, { unchanged: true })

  const changes = planned.flatMap(({ change }) => change ?? [])
  const operation = await beginOperation(inside, {
    kind: 'stock_takes.complete',
    summary: words.completed(stockTake.name),
    // The stock-take itself goes back as well when it is undone.
    changed: changes.length + 1,
  })
  const work = { tx, actor, record: operation.record }
  await changeAssets(work, changes)
  const givenUp = changes.filter(({ asset, given }) => asset.personId !== null && given.personId === null)
  if (givenUp.length > 0)
    await endAcceptances(
      work,
      givenUp.map(({ asset }) => asset.id),
    )
  const now = clock.now()
  const report = await writeReport({ tx, actor }, stockTake.id, {
    completedAt: now,
    operationId: operation.id,
    corrections,
    unknownCodes,
  })
  await ensureSigningKey(inside, platform.secret)
  const signed = await signAsCompany(tx, platform.secret, () => report)
  await tx.run(
    `update app.stock_takes set state = 'COMPLETED', completed_at = $3, operation_id = $4, report = $5, signature = $6,
       public_key = $7, version = version + 1 where company_id = $1 and id = $2`,
    [actor.companyId, stockTake.id, now, operation.id, report, signed?.signature, signed?.publicKey],
  )
  await tx.run(
    'update app.stock_take_items set is_asked = false where company_id = $1 and stock_take_id = $2 and is_asked',
    [actor.companyId, stockTake.id],
  )
  // The last line, so that it is the first to go back.
  operation.record(
    'stock_take.completed',
    about(stockTake),
    { corrected: changes.length, undone: false },
    { state: [stockTake.state, 'COMPLETED'] },
  )
  return answer({ corrections, unknownCodes, operationId: operation.id }, {})
})
