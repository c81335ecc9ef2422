import { licences } from '@deskhand/contract'
import { answer } from '../../platform/http/answer.ts'
import { handle } from '../../platform/http/handle.ts'
import { Stop } from '../../platform/stop.ts'
import { about, loadLicence, openKey } from '../access.ts'
import { words } from '../words.ts'

/** Who reads a key is written down each time, in the same transaction: no key is seen without its line. */
export const key = handle(licences.key, async ({ tx, actor, params, record, platform }) => {
  const licence = await loadLicence({ tx }, params.id)
  const [row] = await tx.query<{ sealed: Buffer | null }>(
    'select sealed_key as sealed from app.licences where company_id = $1 and id = $2',
    [actor.companyId, licence.id],
  )
  if (!row?.sealed) throw new Stop('not_found', words.noKey)
  record('licence.key_read', about(licence), {})
  return answer({ key: openKey(platform, tx, licence.id, row.sealed) }, {})
})
