import {
  type Answers,
  departments,
  isMoney,
  type Money,
  type Request,
  requisitions,
} from '@deskhand/contract'
import { useCommand, useRead } from '../api.ts'
import { dayText } from '../forms/dayText.ts'
import { moneyText } from '../forms/money.ts'
import { fulfilmentWords as words } from './words.ts'

export type Fact = {
  key: keyof typeof words.fields
  type: 'state' | 'line' | 'money' | 'day'
  states?: string[]
}

type Kind = 'HARDWARE' | 'REQUISITION' | 'EXPENSE'

const ordered: { title: string; list: Fact[] } = {
  title: words.order,
  list: [
    { key: 'procurementStatus', type: 'state', states: ['PENDING', 'ORDERED', 'SHIPPED', 'DELIVERED'] },
    { key: 'orderNumber', type: 'line' },
    { key: 'trackingNumber', type: 'line' },
  ],
}

const facts: Record<Kind, { title: string; list: Fact[] }> = {
  HARDWARE: ordered,
  REQUISITION: ordered,
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
  const done = { onSuccess: onSaved }
  const hardware = useRead(departments.hardwareRequests.get, input, { enabled: kind === 'HARDWARE' })
  const purchase = useRead(departments.purchaseRequisitions.get, input, { enabled: kind === 'REQUISITION' })
  const expense = useRead(departments.expenseReimbursements.get, input, { enabled: kind === 'EXPENSE' })
  const order = useCommand(departments.hardwareRequests.update, done)
  const note = useCommand(departments.purchaseRequisitions.update, done)
  const buy = useCommand(requisitions.transition, done)
  const pay = useCommand(departments.expenseReimbursements.update, done)
  if (kind !== 'HARDWARE' && kind !== 'REQUISITION' && kind !== 'EXPENSE') return null
  const read = { HARDWARE: hardware, REQUISITION: purchase, EXPENSE: expense }[kind].data
  if (!read) return null
  // Each is answers by their names; which names there are, the list above says.
  const values = Object.fromEntries(
    Object.entries(read).filter(([key]) => facts[kind].list.some((fact) => fact.key === key)),
  ) as Answers
  const ifMatch = read.version
  // Ordering a purchase is a move: the request waits for the delivery from then on.
  const isNew = values['procurementStatus'] === 'PENDING'
  const isOrdering = (body: Answers) =>
    kind === 'REQUISITION' && isNew && body['procurementStatus'] === 'ORDERED'
  const saving = { HARDWARE: order, REQUISITION: isNew ? buy : note, EXPENSE: pay }[kind]
  return {
    ...facts[kind],
    list: kind === 'REQUISITION' ? purchasesOf(values['procurementStatus']) : facts[kind].list,
    values,
    /** How far buying is, for what is bought. */
    procurement: typeof values['procurementStatus'] === 'string' ? values['procurementStatus'] : null,
    isBought: kind !== 'EXPENSE',
    total: kind === 'EXPENSE' ? (expense.data?.totalAmount ?? null) : null,
    isSaving: saving.isPending,
    problem: saving.error,
    save: (body: Answers) => {
      const { orderNumber } = body
      if (isOrdering(body)) {
        const named = typeof orderNumber === 'string' ? { orderNumber } : {}
        buy.mutate({ ...input, ifMatch, body: { to: 'ORDERED', ...named } })
      } else if (kind === 'REQUISITION') note.mutate({ ...input, body, ifMatch })
      else if (kind === 'EXPENSE') pay.mutate({ ...input, body, ifMatch })
      else order.mutate({ ...input, body, ifMatch })
    },
  }
}

/** Before a purchase is ordered, there is only that to say of it. */
const purchasesOf = (status: Answers[string] | undefined): Fact[] =>
  status === 'PENDING'
    ? ordered.list
        .slice(0, 2)
        .map((fact) => (fact.states ? { ...fact, states: ['PENDING', 'ORDERED'] } : fact))
    : ordered.list.map((fact) => (fact.states ? { ...fact, states: fact.states.slice(1) } : fact))

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
