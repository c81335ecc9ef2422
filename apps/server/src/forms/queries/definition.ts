import type { FormColumn, FormDefinition, FormField } from '@deskhand/contract'
import { readRates } from '../../exchange-rates/access.ts'
import type { Tx } from '../../platform/db/transaction.ts'

/** Published versions never change, so a process reads each once. */
const known = new Map<string, FormDefinition>()

/** The form of a published version of the transaction's company, as it was asked, with the currencies of today. */
export const definitionOf = async (tx: Tx, versionId: string): Promise<FormDefinition> =>
  withCurrencies(tx, await storedDefinition(tx, versionId))

/** Where money may be in any currency with a rate, these are listed from here on. */
export async function withCurrencies(tx: Tx, definition: FormDefinition): Promise<FormDefinition> {
  const isRated = definition.sections.some(({ fields }) =>
    fields.some((field) => [field, ...('columns' in field ? field.columns : [])].some(asksRated)),
  )
  if (!isRated) return definition
  const { own, of } = await readRates(tx)
  const listed = <Field extends FormField | FormColumn>(field: Field): Field =>
    asksRated(field) && 'currencies' in field
      ? { ...field, orRated: false, currencies: [...new Set([own, ...field.currencies, ...of.keys()])] }
      : field
  const sections = definition.sections.map((section) => ({
    ...section,
    fields: section.fields.map((field) =>
      field.type === 'lines' ? { ...field, columns: field.columns.map(listed) } : listed(field),
    ),
  }))
  return { ...definition, sections }
}

const asksRated = (field: FormField | FormColumn) => field.type === 'money' && field.orRated === true

async function storedDefinition(tx: Tx, versionId: string): Promise<FormDefinition> {
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
