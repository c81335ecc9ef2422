import { licences } from '@deskhand/contract'
import { beginOperation } from '../../operations/commands/begin.ts'
import { clock } from '../../platform/clock/clock.ts'
import { answer } from '../../platform/http/answer.ts'
import { handle } from '../../platform/http/handle.ts'
import { about, holdLicence, loadLicence } from '../access.ts'
import { words } from '../words.ts'
import { freeSeats } from './freeSeats.ts'

export const retire = handle(licences.retire, async (inside) => {
  const { tx, actor, params } = inside
  const licence = await holdLicence(inside, params.id)
  const operation = await beginOperation(inside, {
    kind: 'licences.retire',
    summary: words.summary.retired(licence.name),
    changed: 1,
  })
  await freeSeats({ ...inside, record: operation.record }, { licenceId: licence.id }, 'RETIRED')
  const retiredAt = clock.now()
  await tx.run(
    `update app.licences set retired_at = $3, updated_at = $3, version = version + 1 where company_id = $1 and id = $2`,
    [actor.companyId, licence.id, retiredAt],
  )
  // Last, so that undoing begins with it.
  operation.record('licence.retired', about(licence), {}, { retiredAt: [null, retiredAt.toISOString()] })
  return answer(
    { ...(await loadLicence({ tx }, licence.id)), operationId: operation.id },
    { version: licence.version + 1 },
  )
})
