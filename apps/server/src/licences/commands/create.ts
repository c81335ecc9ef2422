import { licences } from '@deskhand/contract'
import { mustKeepFor } from '../../assets/access.ts'
import { clock } from '../../platform/clock/clock.ts'
import { answer } from '../../platform/http/answer.ts'
import { handle } from '../../platform/http/handle.ts'
import { newId } from '../../platform/ids.ts'
import { about, loadLicence, sealKey } from '../access.ts'
import { insertTerm } from './addTerm.ts'
import { mustBeNamed } from './mustBeNamed.ts'
import { mustKeepKeys } from './mustKeepKeys.ts'

export const create = handle(licences.create, async (inside) => {
  const { tx, actor, body, record, platform } = inside
  const { name, kind, seats, term, key, ...rest } = body
  mustKeepKeys(actor, key)
  await mustKeepFor(inside, rest.deskId ?? null)
  await mustBeNamed(tx, body)
  const id = newId()
  await tx.run(insert, [
    actor.companyId,
    id,
    name,
    kind,
    seats,
    rest.publisher ?? null,
    rest.minimumFree ?? null,
    rest.ownerId ?? null,
    rest.deskId ?? null,
    rest.softwareTitleId ?? null,
    rest.supplier ?? null,
    rest.orderNumber ?? null,
    rest.notes ?? null,
    key ? sealKey(platform, tx, id, key) : null,
    clock.now(),
  ])
  record('licence.created', about({ id, name }), {})
  if (term) await insertTerm(inside, { id, name, terms: [] }, term)
  return answer(await loadLicence(inside, id), { version: 1, location: `/licences/${id}` })
})

const insert = `
  insert into app.licences (company_id, id, name, kind, seats, publisher, minimum_free, owner_id, desk_id, software_title_id,
    supplier, order_number, notes, sealed_key, created_at, updated_at)
  values ($1, $2, $3, $4, $5, $6, $7, $8, $9, $10, $11, $12, $13, $14, $15, $15)`
