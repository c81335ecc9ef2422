import { imports } from '@deskhand/contract'
import { handle } from '../../platform/http/handle.ts'
import { Stop } from '../../platform/stop.ts'
import { about, loadImport, readImport } from '../access.ts'
import { missingFields } from '../guess.ts'
import { words } from '../words.ts'

/** Begins to check all rows; a job goes through them. */
export const dryRun = handle(imports.dryRun, async (inside) => {
  const { tx, actor, params, record } = inside
  const list = await loadImport(inside, params.id, { lock: true })
  if (list.state !== 'UPLOADED' && list.state !== 'CHECKED')
    throw new Stop('state', words.notChecked[list.state])
  if (!list.filePlace) throw new Stop('state', words.fileGone)
  const missing = missingFields(
    list.resource,
    list.mapping.flatMap((field) => field ?? []),
  )
  if (missing.length > 0)
    throw new Stop('rule', words.missing(missing), {
      errors: [{ pointer: '/mapping', message: words.missing(missing) }],
    })
  await tx.run(
    `update app.imports set state = 'CHECKING', done_rows = 0, problem = null, version = version + 1
     where company_id = $1 and id = $2`,
    [actor.companyId, list.id],
  )
  record('import.check_begun', about(list, actor), {})
  return readImport(tx, list.id)
})
