import { licences } from '@deskhand/contract'
import { mustKeepFor } from '../../assets/access.ts'
import { clock } from '../../platform/clock/clock.ts'
import { answer } from '../../platform/http/answer.ts'
import { handle, type Inside } from '../../platform/http/handle.ts'
import { changesBetween } from '../../platform/log/event.ts'
import { refuseField, Stop } from '../../platform/stop.ts'
import { about, holdLicence, loadLicence, sealKey } from '../access.ts'
import { words } from '../words.ts'
import { mustBeNamed } from './mustBeNamed.ts'
import { mustKeepKeys } from './mustKeepKeys.ts'

export const change = handle(licences.change, async (inside) => {
  const { tx, actor, params, body, record, platform } = inside
  const licence = await holdLicence(inside, params.id)
  const { key, ...rest } = body
  mustKeepKeys(actor, key)
  const before = {
    ...licence,
    ownerId: licence.owner?.id ?? null,
    softwareTitleId: licence.software?.id ?? null,
  }
  const changes = changesBetween(before, rest)
  // That there is another key is told, what it is nowhere.
  if (key !== undefined && (key !== null || licence.hasKey))
    changes['hasKey'] = [licence.hasKey, key !== null]
  const fields = Object.keys(changes)
  if (fields.length === 0) return answer(licence, { version: licence.version, unchanged: true })
  const after: typeof before = Object.assign({ ...before }, rest)
  if (after.seats < licence.used) throw refuseField('seats', words.isUsed(licence.used))
  if ('deskId' in changes) await mustKeepFor(inside, after.deskId)
  await mustBeNamed(tx, rest)
  if (after.kind !== licence.kind) await mustFitAll(inside, licence.id, after.kind)
  await tx.run(update, [
    actor.companyId,
    licence.id,
    after.name,
    after.kind,
    after.seats,
    after.publisher,
    after.minimumFree,
    after.ownerId,
    after.deskId,
    after.softwareTitleId,
    after.supplier,
    after.orderNumber,
    after.notes,
    key !== undefined,
    key ? sealKey(platform, tx, licence.id, key) : null,
    clock.now(),
  ])
  record('licence.updated', about(after), { fields }, changes)
  return answer(await loadLicence({ tx }, licence.id), { version: licence.version + 1 })
})

/** Those who have seats may have them by the new kind as well. */
async function mustFitAll(
  { tx, actor }: Pick<Inside, 'tx' | 'actor'>,
  licenceId: string,
  kind: string,
): Promise<void> {
  const other = kind === 'PER_PERSON' ? 'asset_id' : 'person_id'
  if (kind === 'FLOATING') return
  const held = await tx.query(
    `select from app.licence_seats where company_id = $1 and licence_id = $2 and freed_at is null and ${other} is not null limit 1`,
    [actor.companyId, licenceId],
  )
  if (held.length > 0) throw new Stop('state', words.kindInUse)
}

const update = `
  update app.licences set name = $3, kind = $4, seats = $5, publisher = $6, minimum_free = $7, owner_id = $8,
    desk_id = $9, software_title_id = $10, supplier = $11, order_number = $12, notes = $13,
    sealed_key = case when $14::boolean then $15::bytea else sealed_key end, updated_at = $16, version = version + 1
  where company_id = $1 and id = $2`
