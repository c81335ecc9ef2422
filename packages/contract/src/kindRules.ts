import { rowsOf, totalOf } from './formConditions.ts'
import type { Fault } from './formRules.ts'
import type { Answers } from './formShapes.ts'
import { isDayText } from './formValues.ts'
import { isMoney, type Money } from './money.ts'

/** What Deskhand knows of a kind's answers beyond its form; the same in browser and server, by whichever door. */
export function kindFaults(kind: string | null, answers: Answers): Fault[] {
  switch (kind) {
    case 'LEAVE':
      return leaveFaults(answers)
    case 'EXPENSE':
      return [
        ...sumFaults(answers, 'amount'),
        ...currencyFaults(answers),
        ...repeatedReceipts(answers['lineItems']),
      ]
    case 'REQUISITION':
      return sumFaults(answers, 'unitPrice')
    default:
      return []
  }
}

/** The longest leave that can be asked for at once; parental leave takes up to three years. */
export const longestLeave = 3 * 366

const day = 86_400_000

function leaveFaults({ startDate, endDate }: Answers): Fault[] {
  if (typeof startDate !== 'string' || typeof endDate !== 'string') return []
  if (!isDayText(startDate) || !isDayText(endDate)) return []
  if (endDate < startDate)
    return [{ path: ['endDate'], message: 'The last day lies before the first. Choose one after it.' }]
  const length = (Date.parse(endDate) - Date.parse(startDate)) / day + 1
  return length > longestLeave
    ? [{ path: ['endDate'], message: 'At most three years at a time. Ask for the rest in another request.' }]
    : []
}

/** Nothing is bought or paid back for nothing, and never for less. */
function sumFaults({ lineItems }: Answers, column: string): Fault[] {
  return rowsOf(lineItems).flatMap((row, index): Fault[] => {
    const faults: Fault[] = []
    const money = row[column]
    if (isMoney(money) && /^-?\d+$/.test(money.amount) && BigInt(money.amount) <= 0n)
      faults.push({ path: ['lineItems', index, column], message: 'An amount of more than nothing.' })
    const quantity = row['quantity']
    if (typeof quantity === 'number' && quantity <= 0)
      faults.push({ path: ['lineItems', index, 'quantity'], message: 'At least 1.' })
    return faults
  })
}

/** A claim is paid in one currency: the one it names. */
function currencyFaults({ currency, lineItems }: Answers): Fault[] {
  if (typeof currency !== 'string') return []
  return rowsOf(lineItems).flatMap(({ amount }, index): Fault[] =>
    isMoney(amount) && amount.currency !== currency
      ? [
          {
            path: ['lineItems', index, 'amount'],
            message: `This claim is in ${currency}, this line in ${amount.currency}. Make a claim for each currency.`,
          },
        ]
      : [],
  )
}

/** One receipt proves one line. */
function repeatedReceipts(lines: Answers[string] | undefined): Fault[] {
  const seen = new Set<unknown>()
  return rowsOf(lines).flatMap(({ receipt }, index): Fault[] => {
    const ids = Array.isArray(receipt) ? receipt.map((id) => String(id).toLowerCase()) : []
    const isRepeated = ids.some((id) => seen.has(id))
    for (const id of ids) seen.add(id)
    return isRepeated
      ? [{ path: ['lineItems', index, 'receipt'], message: 'This receipt stands at another line already.' }]
      : []
  })
}

/** The sum of lines by the names that the departments' own routes give them; null where there is none. */
export function lineTotal(lines: Answers[string] | undefined, amount: 'amount' | 'unitPrice'): Money | null {
  return totalOf({ total: { amount, quantity: 'quantity' } }, lines ?? null)
}
