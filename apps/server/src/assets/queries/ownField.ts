import { readOwnFilter } from '@deskhand/contract'
import { type RawBuilder, sql } from 'kysely'
import type { Actor } from '../../platform/actor.ts'
import type { Tx } from '../../platform/db/transaction.ts'
import { Stop } from '../../platform/stop.ts'
import { isStaff } from '../access.ts'
import { words } from '../words.ts'

/** Stops where things of this company have no such field, or where the reader sees none of them. */
export async function mustBeOwnFields(
  tx: Tx,
  actor: Actor,
  asked: readonly { key: string; pointer: string }[],
): Promise<void> {
  if (asked.length === 0) return
  if (!isStaff(actor)) throw new Stop('forbidden', words.ownFieldsDesk)
  const [missing] = await tx.query<{ at: number }>(find, [actor.companyId, asked.map(({ key }) => key)])
  if (!missing) return
  const { key = '', pointer = '' } = asked[missing.at - 1] ?? {}
  const message = words.noSuchField(key)
  throw new Stop('rule', message, { errors: [{ pointer, message }] })
}

const find = `
  select a.at::int as at from unnest($2::text[]) with ordinality a (key, at)
  cross join lateral (select jsonb_build_array(jsonb_build_object('key', a.key)) as field) f
  where not exists (select from app.asset_categories c where c.company_id = $1 and c.fields @> f.field)
    and not exists (select from app.asset_models m where m.company_id = $1 and m.fields @> f.field)
  order by a.at limit 1`

const asNumber = /^-?\d{1,20}(\.\d{1,20})?$/

/** The keys that a filter names. */
export const keysIn = (own: readonly string[]): string[] => [
  ...new Set(own.map((one) => readOwnFilter(one).key)),
]

/** `memory:16,memory:32,os:debian` as conditions on `a`: values of one key are one of these, different keys go together. */
export function ownConditions(own: readonly string[]): RawBuilder<unknown>[] {
  const asked = own.map(readOwnFilter)
  return keysIn(own).map((key) => {
    const parts = asked.filter((one) => one.key === key).map(({ than, value }) => holds(key, than, value))
    return sql`(${sql.join(parts, sql` or `)})`
  })
}

const comparisons: Record<string, RawBuilder<unknown>> = {
  '>=': sql`>=`,
  '<=': sql`<=`,
  '>': sql`>`,
  '<': sql`<`,
}

// The type of the value says how it compares; only what is a number is read as one.
function holds(key: string, than: string | null, value: string): RawBuilder<unknown> {
  const held = sql`a.custom_fields -> ${key}`
  const text = sql`a.custom_fields ->> ${key}`
  const number = asNumber.test(value) ? value : null
  if (than === null)
    return sql`case jsonb_typeof(${held}) when 'array' then ${held} ? ${value}
      when 'number' then (${text})::numeric = ${number}::numeric else lower(${text}) = lower(${value}) end`
  const compare = comparisons[than] ?? sql`=`
  return number === null
    ? sql`case when jsonb_typeof(${held}) = 'string' then ${text} ${compare} ${value} end`
    : sql`case when jsonb_typeof(${held}) = 'number' then (${text})::numeric ${compare} ${number}::numeric end`
}
