import { importFieldsOf, imports } from '@deskhand/contract'
import { answer } from '../../platform/http/answer.ts'
import { handle } from '../../platform/http/handle.ts'
import { Stop } from '../../platform/stop.ts'
import { about, loadImport, readImport } from '../access.ts'
import { words } from '../words.ts'

/** What was checked by another mapping counts no more. */
export const setMapping = handle(imports.setMapping, async (inside) => {
  const { tx, actor, params, body, record } = inside
  const before = await loadImport(inside, params.id, { lock: true })
  if (before.state !== 'UPLOADED' && before.state !== 'CHECKED')
    throw new Stop('state', words.notMapped[before.state])
  const { mapping } = body
  const known = importFieldsOf(before.resource)
  const wrong = mapping.flatMap((field, at) => {
    if (field === null) return []
    if (!Object.hasOwn(known, field)) return [{ pointer: `/mapping/${at}`, message: words.noSuchField }]
    if (mapping.indexOf(field) < at)
      return [{ pointer: `/mapping/${at}`, message: words.twice(known[field]?.label ?? field) }]
    return []
  })
  if (mapping.length !== before.columns.length)
    wrong.push({ pointer: '/mapping', message: words.otherWidth(before.columns.length) })
  const [first] = wrong
  if (first) throw new Stop('rule', first.message, { errors: wrong })
  const after = { ...before, ...body }
  await tx.run(
    `update app.imports set mapping = $3::jsonb, day_order = $4, currency = $5, existing = $6, makes_missing = $7,
       state = 'UPLOADED', done_rows = 0, new_count = 0, changed_count = 0, unchanged_count = 0, faulty_count = 0,
       fault_count = 0, makes = '{}', problem = null, version = version + 1
     where company_id = $1 and id = $2`,
    [
      actor.companyId,
      before.id,
      JSON.stringify(mapping),
      after.dayOrder,
      after.currency,
      after.existing,
      after.makesMissing,
    ],
  )
  await tx.run('delete from app.import_faults where company_id = $1 and import_id = $2', [
    actor.companyId,
    before.id,
  ])
  record('import.mapped', about(before, actor), {})
  const read = await readImport(tx, before.id)
  return answer(read, { version: read.version })
})
