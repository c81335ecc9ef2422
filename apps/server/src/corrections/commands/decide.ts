import { type CorrectionState, corrections } from '@deskhand/contract'
import type { Actor } from '../../platform/actor.ts'
import { clock } from '../../platform/clock/clock.ts'
import type { Tx } from '../../platform/db/transaction.ts'
import { handle } from '../../platform/http/handle.ts'
import { Stop } from '../../platform/stop.ts'
import { about } from '../../requests/access.ts'
import { correct } from '../../requests/commands/correct.ts'
import { type CorrectionRecord, loadCorrection, mustWait, readCorrection } from '../access.ts'
import { correctedOf, whyNotSecond } from '../rules.ts'
import { words } from '../words.ts'
import { checkCorrection } from './propose.ts'

/** The second person agrees, and what was proposed is made, if it still is what it was. */
export const confirm = handle(corrections.confirm, async (inside) => {
  const { tx, actor, params } = inside
  const { correction, request } = await loadCorrection(inside, params.id)
  mustBeSecond(actor, request, correction)
  mustWait(correction)
  const changes = await checkCorrection(inside, request, correction.wanted)
  // As it was stored, so that moments compare as text.
  const same = JSON.stringify(inOrder(changes)) === JSON.stringify(inOrder(correction.changes))
  if (!same) throw new Stop('conflict', words.changedSince)
  await end(tx, correction, 'CONFIRMED', actor, null)
  const { id, reason, proposedById, proposedByName } = correction
  await correct(inside, request, correctedOf(request, correction.wanted), changes, {
    data: { correctionId: id, proposedById, proposedByName, reason },
    line: words.corrected(actor.name, Object.keys(changes), proposedByName, reason),
  })
  return readCorrection(tx, actor, id)
})

export const refuse = handle(corrections.refuse, async (inside) => {
  const { tx, actor, params, body, record } = inside
  const { correction, request } = await loadCorrection(inside, params.id)
  mustBeSecond(actor, request, correction)
  mustWait(correction)
  await end(tx, correction, 'REFUSED', actor, body.reason)
  record('correction.refused', about(request), { correctionId: correction.id })
  return readCorrection(tx, actor, correction.id)
})

export const withdraw = handle(corrections.withdraw, async (inside) => {
  const { tx, actor, params, record } = inside
  const { correction, request } = await loadCorrection(inside, params.id)
  if (actor.id !== correction.proposedById) throw new Stop('forbidden', words.notYours)
  mustWait(correction)
  await end(tx, correction, 'WITHDRAWN', actor, null)
  record('correction.withdrawn', about(request), { correctionId: correction.id })
  return readCorrection(tx, actor, correction.id)
})

function mustBeSecond(
  actor: Actor,
  request: Parameters<typeof whyNotSecond>[1],
  { proposedById }: CorrectionRecord,
): void {
  const refusal = whyNotSecond(actor, request, proposedById)
  if (refusal) throw new Stop('forbidden', refusal)
}

const inOrder = (changes: object) =>
  Object.entries(JSON.parse(JSON.stringify(changes)) as object).sort(([a], [b]) => (a < b ? -1 : 1))

const end = (
  tx: Tx,
  { id }: CorrectionRecord,
  state: Exclude<CorrectionState, 'PROPOSED'>,
  actor: Actor,
  refusal: string | null,
) =>
  tx.run(
    `update app.corrections set state = $3, decided_by_id = $4, decided_at = $5, refusal = $6
     where company_id = $1 and id = $2`,
    [actor.companyId, id, state, actor.id, clock.now(), refusal],
  )
