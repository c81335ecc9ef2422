import type { RuleBody } from '@deskhand/contract'
import type { Tx } from '../../platform/db/transaction.ts'

/** The name behind an id, of an own field behind its key, or what the company calls a priority. */
export type Names = (id: string) => string | undefined

const isId = (text: unknown): text is string =>
  typeof text === 'string' && /^[0-9a-f]{8}-[0-9a-f-]{27}$/i.test(text)

const isOwnKey = (text: unknown): text is string => typeof text === 'string' && /^own_\w+$/.test(text)

/** Every id, and every own field by its key, that rules name. */
export const idsIn = (
  rules: readonly Pick<RuleBody, 'serviceDeskId' | 'condition' | 'actions'>[],
): string[] => {
  const ids = new Set<string>()
  const look = (value: unknown): void => {
    if (isId(value) || isOwnKey(value)) ids.add(value)
    else if (Array.isArray(value)) value.forEach(look)
    else if (typeof value === 'object' && value !== null) Object.entries(value).flat().forEach(look)
  }
  for (const { serviceDeskId, condition, actions } of rules) look([serviceDeskId, condition, actions])
  return [...ids]
}

/** The names behind these ids and keys, and those of the priorities, in one statement. */
export async function namesOf(tx: Tx, ids: readonly string[]): Promise<Names> {
  const rows = await tx.query<{ id: string; name: string }>(
    `select priority as id, name from app.priority_names where company_id = $1
     union all select key, label from app.custom_fields where company_id = $1 and key = any ($3::text[]) union all ${[
       'request_types',
       'desks',
       'teams',
       'people',
       'categories',
       'business_units',
       'approval_policies',
       'webhooks',
       'kits',
     ]
       .map(
         (table) => `select id::text, name from app.${table} where company_id = $1 and id = any ($2::uuid[])`,
       )
       .join(' union all ')}`,
    [tx.whose.companyId, ids.filter(isId), ids.filter(isOwnKey)],
  )
  const byId = new Map(rows.map(({ id, name }) => [id, name]))
  return (id) => byId.get(id) ?? byId.get(id.toLowerCase())
}
