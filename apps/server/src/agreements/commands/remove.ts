import { agreements } from '@deskhand/contract'
import { touchClocks } from '../../calendars/access.ts'
import { clock } from '../../platform/clock/clock.ts'
import { handle } from '../../platform/http/handle.ts'
import { about, forgetAgreementFacts, loadPolicy } from '../access.ts'

export const remove = handle(
  agreements.remove,
  async ({ tx, actor, params, ifMatch, record, platform, afterCommit }) => {
    const policy = await loadPolicy({ tx, actor, ifMatch }, params.id, { lock: true })
    await tx.run(
      `update app.sla_policies set retired_at = $3, is_active = false, version = version + 1
     where company_id = $1 and id = $2`,
      [actor.companyId, policy.id, clock.now()],
    )
    await touchClocks(tx)
    afterCommit(() => forgetAgreementFacts(platform, actor.companyId))
    record('agreement.retired', about(policy), {})
    return {}
  },
)
