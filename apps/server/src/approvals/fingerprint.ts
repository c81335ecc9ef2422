import { createHash } from 'node:crypto'
import type { Money, PolicyDefinition } from '@deskhand/contract'
import { amountOf } from '../approval-policies/rules.ts'

/** What is agreed to: who it is for, what kind, how much, and the answers that the policy binds. */
export type Bound = {
  requesterId: string
  requestTypeId: string | null
  amount: Money | null
  answers: Record<string, unknown>
}
export type Change = { field: string; before: unknown; after: unknown }

type Subject = { requesterId: string; requestTypeId: string | null; customFields: unknown }

export function boundOf(request: Subject, { boundTo }: Pick<PolicyDefinition, 'boundTo'>): Bound {
  const fields: Record<string, unknown> = isRecord(request.customFields) ? request.customFields : {}
  const answers = Object.fromEntries(
    Object.entries(fields).filter(([name, value]) => value !== null && (!boundTo || boundTo.includes(name))),
  )
  const { requesterId, requestTypeId } = request
  return { requesterId, requestTypeId, amount: amountOf(fields), answers }
}

/** SHA-256 of it, in hexadecimal. */
export const fingerprintOf = (bound: Bound): string =>
  createHash('sha256').update(canonical(bound)).digest('hex')

/** JSON in which the same thing is always the same text. */
function canonical(value: unknown): string {
  if (Array.isArray(value)) return `[${value.map(canonical).join(',')}]`
  if (!isRecord(value)) return JSON.stringify(value) ?? 'null'
  const names = Object.keys(value).sort()
  return `{${names.map((name) => `${JSON.stringify(name)}:${canonical(value[name])}`).join(',')}}`
}

/**
 * Whether what is there now is still what was agreed to: the same in everything, or, within the tolerance, other
 * amounts of the same currency.
 */
export function isStill(agreed: Bound, now: Bound, tolerancePercent: number): boolean {
  if (canonical(agreed) === canonical(now)) return true
  if (tolerancePercent === 0 || !agreed.amount || !now.amount) return false
  if (canonical(withoutAmounts(agreed)) !== canonical(withoutAmounts(now))) return false
  const before = BigInt(agreed.amount.amount)
  const difference = BigInt(now.amount.amount) - before
  return abs(difference) * 100n <= abs(before) * BigInt(tolerancePercent)
}

const abs = (number: bigint) => (number < 0n ? -number : number)

function withoutAmounts(value: unknown): unknown {
  if (Array.isArray(value)) return value.map(withoutAmounts)
  if (!isRecord(value)) return value
  if (typeof value['amount'] === 'string' && typeof value['currency'] === 'string') return value['currency']
  return Object.fromEntries(Object.entries(value).map(([name, part]) => [name, withoutAmounts(part)]))
}

/** What differs, field by field, for whoever is asked anew. */
export function changesOf(agreed: Bound, now: Bound): Change[] {
  const flat = ({ answers, ...rest }: Bound): Record<string, unknown> => ({ ...rest, ...answers })
  const [before, after] = [flat(agreed), flat(now)]
  return (
    [...new Set([...Object.keys(before), ...Object.keys(after)])]
      .filter((field) => canonical(before[field] ?? null) !== canonical(after[field] ?? null))
      // The whole follows from its parts, where a part says it.
      .filter((field, _, all) => field !== 'amount' || all.length === 1)
      .map((field) => ({ field, before: before[field] ?? null, after: after[field] ?? null }))
  )
}

const isRecord = (value: unknown): value is Record<string, unknown> =>
  typeof value === 'object' && value !== null && !Array.isArray(value)
