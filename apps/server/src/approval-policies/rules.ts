import {
  isHeld,
  type Money,
  type PolicyConditions,
  type PolicyDefinition,
  type PolicyStep,
} from '@deskhand/contract'
import { convert, isMore, type Rates } from '../exchange-rates/rules.ts'
import { words } from './words.ts'

/** What a policy looks at: a request, or a sample of one. */
export type Sample = {
  requesterId: string
  /** Who opened it, where that is somebody else. */
  createdById: string | null
  deskId: string
  requestTypeId: string | null
  amount: Money | null
  /** It has prices that cannot be added up for want of a rate: above every limit. */
  isUnclear: boolean
  costCenter: string | null
  customFields: Record<string, unknown>
}

const isMoney = (value: unknown): value is Money =>
  typeof value === 'object' &&
  value !== null &&
  'amount' in value &&
  'currency' in value &&
  typeof value.amount === 'string' &&
  /^-?\d{1,15}$/.test(value.amount) &&
  typeof value.currency === 'string' &&
  /^[A-Z]{3}$/.test(value.currency)

/** Which answers say what the whole costs, the surest first; after them the first money that is there. */
const amountFields = ['totalAmount', 'total', 'estimatedPrice', 'estimatedCost', 'amount'] as const

/** What a request costs; `isUnclear` when it has prices and a rate is missing to add them up. */
export type Cost = { amount: Money | null; isUnclear: boolean }

/** What a request costs, by its answers alone: one price, or lines that add up in one currency. */
export function amountOf(fields: Record<string, unknown>): Money | null {
  const [first, ...others] = pricesIn(fields)
  return first && others.length === 0 ? first : null
}

/** What a request costs. Lines in several currencies are added up in the company's own. */
export function costOf(fields: Record<string, unknown>, rates: Rates): Cost {
  const prices = pricesIn(fields)
  const [first = null] = prices
  if (prices.length < 2) return { amount: first, isUnclear: false }
  const sums = sumsOf(prices.flatMap((price) => convert(price, rates.own, rates) ?? price))
  const [sum = null] = sums
  return sums.length === 1 ? { amount: sum, isUnclear: false } : { amount: null, isUnclear: true }
}

/** The price that the answers name; where only lines have prices, their sum in each currency. */
function pricesIn(fields: Record<string, unknown>): Money[] {
  for (const name of amountFields) if (isMoney(fields[name])) return [fields[name]]
  const values = Object.values(fields)
  const single = values.find(isMoney)
  if (single) return [single]
  return sumsOf(values.filter(Array.isArray).flat().flatMap(priceOf))
}

/** The `unitPrice` or `amount` of a line, times its `quantity`. */
function priceOf(line: unknown): Money[] {
  if (typeof line !== 'object' || line === null) return []
  const fields: Record<string, unknown> = { ...line }
  const price = [fields['unitPrice'], fields['amount']].find(isMoney)
  if (!price) return []
  const said = typeof fields['quantity'] === 'number' ? fields['quantity'] : 1
  const quantity = Math.min(Math.max(said, -Number.MAX_SAFE_INTEGER), Number.MAX_SAFE_INTEGER)
  const times = BigInt(Math.round(quantity * 1000))
  return [held((BigInt(price.amount) * times + 500n) / 1000n, price.currency)]
}

/** One sum for each currency. */
const sumsOf = (prices: readonly Money[]): Money[] =>
  [...Map.groupBy(prices, ({ currency }) => currency)].map(([currency, those]) =>
    held(
      those.reduce((sum, { amount }) => sum + BigInt(amount), 0n),
      currency,
    ),
  )

/** More than money holds is the most it holds, so that whoever decides on large amounts decides on it. */
const held = (sum: bigint, currency: string): Money => ({
  amount: isHeld(sum) ? String(sum) : `${sum < 0n ? '-' : ''}${'9'.repeat(15)}`,
  currency,
})

const textOf = (fields: Record<string, unknown>, names: readonly string[]): string | null => {
  for (const name of names) {
    const value = fields[name]
    if (typeof value === 'string' && value.trim() !== '') return value.trim()
  }
  return null
}

/** Why it is wanted, by its answers, else in the words that it was opened with. */
export const justificationOf = (fields: Record<string, unknown>, description: string | null): string | null =>
  textOf(fields, ['businessJustification', 'justification', 'businessPurpose', 'reason']) ?? description

export const costCenterNamed = (fields: Record<string, unknown>): string | null =>
  textOf(fields, ['costCenter', 'costCentre', 'cost_center'])

/** Why a policy does not apply to this, or null when it does. A missing rate is no way round a limit. */
export function misfit(conditions: PolicyConditions, sample: Sample, rates: Rates): string | null {
  const { requestTypeIds, deskIds, costCenters, over } = conditions
  if (requestTypeIds.length > 0 && !requestTypeIds.includes(sample.requestTypeId ?? ''))
    return words.otherType
  if (deskIds.length > 0 && !deskIds.includes(sample.deskId)) return words.otherDesk
  if (costCenters.length > 0) {
    const codes = costCenters.map((code) => code.toUpperCase())
    if (!codes.includes(sample.costCenter?.toUpperCase() ?? '')) return words.otherCostCenter
  }
  if (over && !sample.amount && !sample.isUnclear) return words.noAmount
  if (over && sample.amount && isMore(sample.amount, over, rates) === false) return words.notOver(over)
  return null
}

/** Why a step is skipped, or null when somebody is to be asked. Without an amount it cannot be below one. */
export const skipReason = ({ over }: PolicyStep, { amount }: Sample, rates: Rates): string | null =>
  over && amount && isMore(amount, over, rates) === false ? words.below(over) : null

/** Whether it must be signed: above the limit, or where that cannot be told. */
export const needsSignature = (
  { signOver }: PolicyDefinition,
  { amount, isUnclear }: Sample,
  rates: Rates,
): boolean => signOver !== null && (amount ? isMore(amount, signOver, rates) !== false : isUnclear)

/** Steps that are asked together: each begins where one does not say "with the one before". */
export function groupsOf<Step extends { isParallel: boolean }>(steps: readonly Step[]): Step[][] {
  const groups: Step[][] = []
  for (const step of steps) {
    const last = groups.at(-1)
    if (step.isParallel && last) last.push(step)
    else groups.push([step])
  }
  return groups
}

/** A policy without any condition would apply to everything, by oversight. */
export const isBoundless = ({ requestTypeIds, deskIds, costCenters, over }: PolicyConditions): boolean =>
  requestTypeIds.length + deskIds.length + costCenters.length === 0 && over === null
