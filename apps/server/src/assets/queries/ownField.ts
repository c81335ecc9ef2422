import { type RawBuilder, sql } from 'kysely'
import type { Actor } from '../../platform/actor.ts'
import type { Tx } from '../../platform/db/transaction.ts'
import { Stop } from '../../platform/stop.ts'
import { isStaff } from '../access.ts'
import { words } from '../words.ts'

/** Stops where things of this company have no such field, or where the reader sees none of them. */
export async function mustBeOwnField(tx: Tx, actor: Actor, key: string, pointer: string): Promise<void> {
  if (!isStaff(actor)) throw new Stop('forbidden', words.ownFieldsDesk)
  const [found] = await tx.query<{ isThere: boolean }>(find, [actor.companyId, JSON.stringify([{ key }])])
  if (found?.isThere) return
  const message = words.noSuchField(key)
  throw new Stop('rule', message, { errors: [{ pointer, message }] })
}

const find = `
  select exists (select from app.asset_categories c where c.company_id = $1 and c.fields @> $2::jsonb)
    or exists (select from app.asset_models m where m.company_id = $1 and m.fields @> $2::jsonb) as "isThere"`

const form = /^([a-zA-Z0-9]+):(>=|<=|>|<)?(.*)$/s
const asNumber = /^-?\d{1,20}(\.\d{1,20})?$/

type Asked = { key: string; than: string | null; value: string }
const read = (one: string): Asked => {
  const [, key = '', than = null, value = ''] = one.match(form) ?? []
  return { key, than, value: value.trim() }
}

/** The keys that a filter names. */
export const keysIn = (own: readonly string[]): string[] => [...new Set(own.map((one) => read(one).key))]

/** `memory:16,memory:32,os:debian` as conditions on `a`: values of one key are one of these, different keys go together. */
export function ownConditions(own: readonly string[]): RawBuilder<unknown>[] {
  const asked = own.map(read)
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
