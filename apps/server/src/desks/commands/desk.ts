import type { Desk, DeskPeriods } from '@deskhand/contract'
import type { z } from 'zod'
import type { Tx } from '../../platform/db/transaction.ts'
import { refuseStale } from '../../platform/http/refuseStale.ts'
import { isUuid } from '../../platform/ids.ts'
import type { Subject } from '../../platform/log/event.ts'
import { refuseField } from '../../platform/stop.ts'
import { noSuchDesk } from '../access.ts'
import { deskColumns, periodColumns } from '../queries/columns.ts'
import { words } from '../words.ts'

export type DeskRow = z.output<typeof Desk> & DeskPeriods & { isConfidential: boolean; displayOrder: number }

/** A desk, open or closed, locked until commit; an If-Match must name the version that it has. */
export async function lockDesk(
  tx: Tx,
  idOrCode: string,
  ifMatch: readonly string[] | null = null,
): Promise<DeskRow> {
  const [desk] = await tx.query<DeskRow>(
    `select ${deskColumns}, ${periodColumns}, d.is_confidential as "isConfidential", d.display_order as "displayOrder"
     from app.desks d where d.company_id = $1 and ${isUuid(idOrCode.toLowerCase()) ? 'd.id = $2' : 'd.code = upper($2)'}
     for update`,
    [tx.whose.companyId, idOrCode],
  )
  if (!desk) throw noSuchDesk()
  refuseStale(ifMatch, { version: desk.version, current: shownDesk(desk), why: words.stale })
  return desk
}

/** Without what only its editors see. */
export const shownDesk = (desk: DeskRow): z.output<typeof Desk> => ({
  id: desk.id,
  code: desk.code,
  name: desk.name,
  prefix: desk.prefix,
  description: desk.description,
  promise: desk.promise,
  isActive: desk.isActive,
  version: desk.version,
  contactEmail: desk.contactEmail,
  contactPhone: desk.contactPhone,
  contactPlace: desk.contactPlace,
})

export const aboutDesk = ({ id, name }: Pick<DeskRow, 'id' | 'name'>): Subject => ({
  type: 'desk',
  id,
  ref: name,
  deskId: id,
})

/** Refuses a code or prefix that another desk has. */
export async function mustBeFree(
  tx: Tx,
  { id, code, prefix }: { id: string | null; code?: string | undefined; prefix?: string | undefined },
): Promise<void> {
  const [other] = await tx.query<{ code: string }>(
    `select code from app.desks where company_id = $1 and (code = $2 or prefix = $3) and id is distinct from $4::uuid`,
    [tx.whose.companyId, code ?? null, prefix ?? null, id],
  )
  if (!other) return
  throw other.code === code ? refuseField('code', words.codeTaken) : refuseField('prefix', words.prefixTaken)
}
