import { acceptances } from '@deskhand/contract'
import { clock } from '../../platform/clock/clock.ts'
import { handle } from '../../platform/http/handle.ts'
import { Stop } from '../../platform/stop.ts'
import { loadAcceptance } from '../access.ts'
import { isRemindedLately, whyOver } from '../rules.ts'
import { words } from '../words.ts'
import { aboutAcceptance } from './askToAccept.ts'

export const remind = handle(acceptances.remind, async ({ tx, actor, params, record }) => {
  const acceptance = await loadAcceptance(tx, params.id, { lock: true })
  const refusal = whyOver(acceptance)
  if (refusal) throw new Stop('state', refusal)
  const now = clock.now()
  if (isRemindedLately(acceptance, now)) throw new Stop('state', words.remindedLately)
  await tx.run('update app.acceptances set reminded_at = $3 where company_id = $1 and id = $2', [
    actor.companyId,
    acceptance.id,
    now,
  ])
  record('acceptance.reminded', aboutAcceptance(acceptance), {
    assetIds: acceptance.things.flatMap(({ assetId, endedAt }) => (endedAt ? [] : [assetId])),
  })
  return { ...acceptance, remindedAt: now.toISOString() }
})
