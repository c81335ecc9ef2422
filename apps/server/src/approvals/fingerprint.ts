import { createHash } from 'node:crypto'
import type { Money, PolicyDefinition } from '@deskhand/contract'
import { amountOf } from '../approval-policies/rules.ts'

/**
 * What is agreed to: who it is for, what kind, how much, and the answers that the policy binds, of encrypted ones
 * their marks. What has no form is agreed to by its words. Rounds from before lack the last two.
 */
export type Bound = {
  requesterId: string
  requestTypeId: string | null
  amount: Money | null
  answers: Record<string, unknown>
  secrets?: Record<string, unknown>
  said?: { summary: string; description: string | null }
}
export type Change = { field: string; before: unknown; after: unknown }

type Subject = {
  requesterId: string
  requestTypeId: string | null
  customFields: unknown
  secretMarks: unknown
  formVersionId: string | null
  summary: string
  description: string | null
}

export function boundOf(request: Subject, { boundTo }: Pick<PolicyDefinition, 'boundTo'>): Bound {
  const fields = recordOf(request.customFields)
  const boundIn = (all: Record<string, unknown>) =>
    Object.fromEntries(
      Object.entries(all).filter(([name, value]) => value !== null && (!boundTo || boundTo.includes(name))),
    )
  const { requesterId, requestTypeId, formVersionId, summary, description } = request
  return {
    requesterId,
    requestTypeId,
    amount: amountOf(fields),
    answers: boundIn(fields),
    secrets: boundIn(recordOf(request.secretMarks)),
    ...(formVersionId ? {} : { said: { summary, description } }),
  }
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
export function isStill(before: Bound, now: Bound, tolerancePercent: number): boolean {
  const agreed = wholeOf(before, now)
  if (canonical(agreed) === canonical(now)) return true
  if (tolerancePercent === 0 || !agreed.amount || !now.amount) return false
  if (canonical(withoutAmounts(agreed)) !== canonical(withoutAmounts(now))) return false
  const amount = BigInt(agreed.amount.amount)
  const difference = BigInt(now.amount.amount) - amount
  return abs(difference) * 100n <= abs(amount) * BigInt(tolerancePercent)
}

/** What a round from before did not look at is as it is now. */
const wholeOf = (agreed: Bound, now: Bound): Bound =>
  agreed.secrets ? agreed : { ...agreed, secrets: {}, ...(now.said ? { said: now.said } : {}) }

const abs = (number: bigint) => (number < 0n ? -number : number)

function withoutAmounts(value: unknown): unknown {
  if (Array.isArray(value)) return value.map(withoutAmounts)
  if (!isRecord(value)) return value
  if (typeof value['amount'] === 'string' && typeof value['currency'] === 'string') return value['currency']
  return Object.fromEntries(Object.entries(value).map(([name, part]) => [name, withoutAmounts(part)]))
}

/** What differs, field by field, for whoever is asked anew; of an encrypted answer only that it does. */
export function changesOf(before: Bound, now: Bound): Change[] {
  const agreed = wholeOf(before, now)
  const flat = ({ answers, secrets: _, said, ...rest }: Bound) => ({ ...rest, ...said, ...answers })
  return [
    ...differences(flat(agreed), flat(now))
      // The whole follows from its parts, where a part says it.
      .filter(({ field }, _, all) => field !== 'amount' || all.length === 1),
    ...differences(agreed.secrets ?? {}, now.secrets ?? {}).map(({ field, before, after }) => ({
      field,
      before: before === null ? null : hidden,
      after: after === null ? null : hidden,
    })),
  ]
}

const hidden = '(encrypted)'

const differences = (before: Record<string, unknown>, after: Record<string, unknown>): Change[] =>
  [...new Set([...Object.keys(before), ...Object.keys(after)])]
    .filter((field) => canonical(before[field] ?? null) !== canonical(after[field] ?? null))
    .map((field) => ({ field, before: before[field] ?? null, after: after[field] ?? null }))

const recordOf = (value: unknown): Record<string, unknown> => (isRecord(value) ? value : {})

const isRecord = (value: unknown): value is Record<string, unknown> =>
  typeof value === 'object' && value !== null && !Array.isArray(value)
