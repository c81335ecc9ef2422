import { assets, scanned } from '@deskhand/contract'
import { sql } from 'kysely'
import { handle } from '../../platform/http/handle.ts'
import { readAsset } from './whole.ts'

/** A tag comes before a serial number that reads the same. */
export const byTag = handle(assets.byTag, ({ tx, actor, params }) => {
  const code = scanned(params.tag).toUpperCase()
  return readAsset(
    { tx, actor },
    sql`now.company_id = ${actor.companyId} and now.id = coalesce(
      (select t.id from app.assets t where t.company_id = ${actor.companyId} and t.tag_key = ${code}),
      (select s.id from app.assets s where s.company_id = ${actor.companyId} and s.serial_key = ${code}
        and s.deleted_at is null))`,
  )
})

export const bySerial = handle(assets.bySerial, ({ tx, actor, params }) =>
  readAsset(
    { tx, actor },
    sql`now.company_id = ${actor.companyId} and now.serial_key = ${params.serial.trim().toUpperCase()}
      and now.deleted_at is null`,
  ),
)
