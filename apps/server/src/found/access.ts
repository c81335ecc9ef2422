import type { FoundPage } from '@deskhand/contract'
import { type AssetRecord, about } from '../assets/access.ts'
import type { Tx } from '../platform/db/transaction.ts'
import { transact } from '../platform/db/transaction.ts'
import { newId } from '../platform/ids.ts'
import type { RecordEvent } from '../platform/log/record.ts'
import type { Platform } from '../platform/platform.ts'
import { isSealOf } from './rules.ts'

type Tools = Pick<Platform, 'pools' | 'secret'>
type Label = { tag: string; at: string; seal: string }
/** What somebody says who found a thing. */
export type FoundSaid = { note: string | null; contact: string | null }
export type FoundLabel = { companyId: string; companyName: string; page: FoundPage }

/** What a company says where it has said nothing. */
const usual: FoundPage = { isOpen: true, showsName: true, thanks: null, howToReturn: null, version: 1 }

export async function readPage(tx: Tx, { lock = false } = {}): Promise<FoundPage> {
  const [row] = await tx.query<FoundPage>(
    `select is_open as "isOpen", shows_name as "showsName", thanks, how_to_return as "howToReturn", version
     from app.found_pages where company_id = $1 ${lock ? 'for update' : ''}`,
    [tx.whose.companyId],
  )
  return row ?? usual
}

/** Whose label this is, or null: for a word of no company, a seal of another tag, and where the page is closed. */
export async function readLabel(
  { pools, secret }: Tools,
  { tag, at, seal }: Label,
): Promise<FoundLabel | null> {
  const [company] = await transact(pools.platform, { companyId: null, personId: null }, (tx) =>
    tx.query<{ id: string; name: string }>(
      `select company_id as id, name from app.companies where slug = $1 and state = 'ACTIVE'`,
      [at],
    ),
  )
  if (!company || !isSealOf(secret, company.id, tag, seal)) return null
  const page = await transact(pools.worker, { companyId: company.id, personId: null }, (tx) => readPage(tx))
  return page.isOpen ? { companyId: company.id, companyName: company.name, page } : null
}

/**
 * The history of the thing says that it was found, and no more: whoever keeps other things reads it as well. The words
 * travel beside it, where no list and no certificate reads them, to the notifications of the desk that keeps it.
 */
export function recordFound(record: RecordEvent, asset: AssetRecord, said: FoundSaid): void {
  record('asset.found_reported', about(asset), { note: null, contact: null })
  record(
    'found_report.left',
    { type: 'found_report', id: newId(), ref: asset.assetTag, isConfidential: true },
    { assetId: asset.id, ...said },
  )
}
