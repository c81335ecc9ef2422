import type { FormDefinition } from '@deskhand/contract'
import type { Tx } from '../../platform/db/transaction.ts'

/** Published versions never change, so a process reads each once. */
const known = new Map<string, FormDefinition>()

/** The form of a published version of the transaction's company, as it was asked. */
export async function definitionOf(tx: Tx, versionId: string): Promise<FormDefinition> {
  const key = `${tx.whose.companyId} ${versionId}`
  const before = known.get(key)
  if (before) return before
  const [row] = await tx.query<{ state: string; definition: FormDefinition }>(
    'select state, definition from app.form_versions where company_id = $1 and id = $2',
    [tx.whose.companyId, versionId],
  )
  if (!row) throw new Error(`There is no version ${versionId} of a form.`)
  if (row.state === 'PUBLISHED') {
    if (known.size >= 2_000) known.clear()
    known.set(key, row.definition)
  }
  return row.definition
}
