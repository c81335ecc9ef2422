import { corrections } from '@deskhand/contract'
import { deskFacts } from '../../desks/access.ts'
import { clock } from '../../platform/clock/clock.ts'
import type { Tx } from '../../platform/db/transaction.ts'
import { answer } from '../../platform/http/answer.ts'
import { handle } from '../../platform/http/handle.ts'
import { newId } from '../../platform/ids.ts'
import type { Platform } from '../../platform/platform.ts'
import { Stop } from '../../platform/stop.ts'
import { about, loadRequest, type RequestRecord } from '../../requests/access.ts'
import { readCorrection, wasApproved } from '../access.ts'
import { type Changes, changesOf, faultsOf, mustBeCorrectable, type Wanted, whyNoProposal } from '../rules.ts'
import { words } from '../words.ts'

export const propose = handle(corrections.propose, async (inside) => {
  const { tx, actor, params, body, record } = inside
  const request = await loadRequest(inside, params.id, { lock: true })
  const refusal = whyNoProposal(actor, request)
  if (refusal) throw new Stop('forbidden', refusal)
  const changes = await checkCorrection(inside, request, body.changes)
  if (Object.keys(changes).length === 0) throw new Stop('rule', words.nothing)
  const id = newId()
  const made = await tx.query(insert, [
    actor.companyId,
    id,
    request.id,
    body.reason,
    JSON.stringify(body.changes),
    JSON.stringify(changes),
    actor.id,
    clock.now(),
  ])
  if (made.length === 0) throw new Stop('conflict', words.waitsAlready)
  record('correction.proposed', about(request), { correctionId: id })
  return answer(await readCorrection(tx, actor, id), { location: `/requests/${request.id}/corrections` })
})

/** What this correction of a locked request would change now; stops where it cannot be made. */
export async function checkCorrection(
  { tx, platform }: { tx: Tx; platform: Platform },
  request: RequestRecord,
  wanted: Wanted,
): Promise<Changes> {
  const to = wanted.status ?? request.status
  mustBeCorrectable(request, to, to === 'APPROVED' && (await wasApproved(tx, request)))
  const { codesOf } = await deskFacts(platform, tx)
  const { foreign, wrong } = faultsOf(request, wanted, codesOf(request.serviceDeskId), clock.now())
  for (const [code, faults] of [['invalid', foreign] as const, ['rule', wrong] as const]) {
    const [first] = faults
    if (!first) continue
    throw new Stop(code, first.message, {
      errors: faults.map(({ field, message }) => ({ pointer: `/changes/${field}`, message })),
    })
  }
  return changesOf(request, wanted)
}

const insert = `
  insert into app.corrections (company_id, id, request_id, reason, wanted, changes, proposed_by_id, proposed_at)
  values ($1, $2, $3, $4, $5::jsonb, $6::jsonb, $7, $8)
  on conflict (company_id, request_id) where state = 'PROPOSED' do nothing returning id`
