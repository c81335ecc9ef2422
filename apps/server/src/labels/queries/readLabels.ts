import { type LabelCode, type LabelField, usualLabelFields } from '@deskhand/contract'
import { sealOf } from '../../found/rules.ts'
import type { Tx } from '../../platform/db/transaction.ts'
import type { Platform } from '../../platform/platform.ts'
import type { LabelText } from '../layOut.ts'

type Row = {
  id: string
  tag: string
  name: string | null
  serial: string | null
  company: string
  slug: string
}

/** What stands on the labels of these things, in their order; what is not there is left out. */
export async function readLabels(
  tx: Tx,
  { config, secret }: Pick<Platform, 'config' | 'secret'>,
  ids: readonly string[],
  code: LabelCode,
  fields: readonly LabelField[] = usualLabelFields,
): Promise<LabelText[]> {
  const rows = await tx.query<Row>(find, [tx.whose.companyId, ids])
  const byId = new Map(rows.map((row) => [row.id, row]))
  return ids.flatMap((id) => {
    const row = byId.get(id)
    if (!row) return []
    const { tag, name, serial, company, slug } = row
    const lines = [
      fields.includes('NAME') && name,
      fields.includes('SERIAL') && serial && `S/N ${serial}`,
      fields.includes('COMPANY') && company,
    ].filter((line) => typeof line === 'string' && line !== '')
    const seal = sealOf(secret, tx.whose.companyId ?? '', tag)
    const address = `${config.url}/x/${encodeURIComponent(tag)}?at=${slug}&k=${seal}`
    return [{ tag, lines: lines.map(String), code: code === 'QR' ? address : tag }]
  })
}

const find = `
  select a.id, a.asset_tag as tag, coalesce(a.name, nullif(concat_ws(' ', f.name, m.name), ''), g.name) as name,
    a.serial_number as serial, c.name as company, c.slug
  from app.assets a
  join app.companies c on c.company_id = a.company_id
  join app.asset_categories g on g.company_id = a.company_id and g.id = a.category_id
  left join app.asset_models m on m.company_id = a.company_id and m.id = a.model_id
  left join app.manufacturers f on f.company_id = m.company_id and f.id = m.manufacturer_id
  where a.company_id = $1 and a.id = any ($2::uuid[]) and a.deleted_at is null`
