import { anonymousReports } from '@deskhand/contract'
import { deskFacts } from '../../desks/access.ts'
import { clock } from '../../platform/clock/clock.ts'
import { handle } from '../../platform/http/handle.ts'
import { Stop } from '../../platform/stop.ts'
import { passFor } from '../pass.ts'
import { words } from '../words.ts'

export const pass = handle(anonymousReports.pass, async ({ tx, actor, platform }) => {
  const facts = await deskFacts(platform, tx)
  const type = facts.typeOfKind('HR_ISSUE')
  const desk = type && facts.desk(type.deskId)
  if (!desk?.isActive) throw new Stop('not_found', words.notOffered)
  return {
    pass: passFor(platform.secret, actor.companyId, clock.now()),
    deskName: desk.name,
    about: type?.name ?? null,
  }
})
