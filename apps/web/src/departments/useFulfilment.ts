import { type Answers, departments, isMoney, type Money, type Request } from '@deskhand/contract'
import { useCommand, useRead } from '../api.ts'
import { dayText } from '../forms/dayText.ts'
import { moneyText } from '../forms/money.ts'
import { fulfilmentWords as words } from './words.ts'

export type Fact = {
  key: keyof typeof words.fields
  type: 'state' | 'line' | 'money' | 'day'
  states?: string[]
}

const facts: Record<'HARDWARE' | 'EXPENSE', { title: string; list: Fact[] }> = {
  HARDWARE: {
    title: words.order,
    list: [
      { key: 'procurementStatus', type: 'state', states: ['PENDING', 'ORDERED', 'SHIPPED', 'DELIVERED'] },
      { key: 'orderNumber', type: 'line' },
      { key: 'trackingNumber', type: 'line' },
    ],
  },
  EXPENSE: {
    title: words.payment,
    list: [
      { key: 'approvedAmount', type: 'money' },
      { key: 'paymentStatus', type: 'state', states: ['PENDING', 'PROCESSING', 'PAID', 'RETURNED'] },
      { key: 'paymentDate', type: 'day' },
      { key: 'paymentReference', type: 'line' },
    ],
  },
}

/** What the desk notes of carrying a request out, and how it is changed; null for kinds that have nothing of it. */
export function useFulfilment(request: Request, onSaved: () => void) {
  const kind = request.requestKind
  const input = { params: { id: request.id } }
  const hardware = useRead(departments.hardwareRequests.get, input, { enabled: kind === 'HARDWARE' })
  const expense = useRead(departments.expenseReimbursements.get, input, { enabled: kind === 'EXPENSE' })
  const order = useCommand(departments.hardwareRequests.update, { onSuccess: onSaved })
  const pay = useCommand(departments.expenseReimbursements.update, { onSuccess: onSaved })
  if (kind !== 'HARDWARE' && kind !== 'EXPENSE') return null
  const read = kind === 'HARDWARE' ? hardware.data : expense.data
  if (!read) return null
  // Both are answers by their names; which names there are, the list above says.
  const values = Object.fromEntries(
    Object.entries(read).filter(([key]) => facts[kind].list.some((fact) => fact.key === key)),
  ) as Answers
  const saving = kind === 'HARDWARE' ? order : pay
  return {
    ...facts[kind],
    values,
    total: kind === 'EXPENSE' ? (expense.data?.totalAmount ?? null) : null,
    isSaving: saving.isPending,
    problem: saving.error,
    save: (body: Answers) => saving.mutate({ ...input, body, ifMatch: read.version }),
  }
}

export type Fulfilment = NonNullable<ReturnType<typeof useFulfilment>>

/** As people read them; what nobody noted is left out. */
export const propertiesOf = ({ list, values, total }: Fulfilment) => [
  { label: words.total, value: total ? moneyText(total) : null },
  ...list.map(({ key, type }) => ({ label: words.fields[key], value: textOf(values[key] ?? null, type) })),
]

function textOf(value: Answers[string] | Money, type: Fact['type']): string | null {
  if (isMoney(value)) return moneyText(value)
  if (typeof value !== 'string') return null
  if (type === 'day') return dayText(value)
  return type === 'state' ? words.states[value as keyof typeof words.states] : value
}
