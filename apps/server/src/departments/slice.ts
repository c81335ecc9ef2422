import { departments, expenseLines, requisitionLines, requisitions } from '@deskhand/contract'
import type { Handler } from '../platform/http/handle.ts'
import { type Slice, slice } from '../platform/slice.ts'
import { type Served, served, servedAs } from './access.ts'
import { ask } from './commands/ask.ts'
import { change } from './commands/change.ts'
import { linesOf } from './commands/lines.ts'
import { moveRequisition } from './commands/moveRequisition.ts'
import { days } from './queries/days.ts'
import { get } from './queries/get.ts'
import { list } from './queries/list.ts'
import { requisitionMoves } from './queries/requisitionMoves.ts'

const fourOf = (service: Served): Record<'create' | 'list' | 'get' | 'update', Handler> => ({
  create: ask(service),
  list: list(service),
  get: get(service),
  update: change(service),
})

/** One slice of routes for each kind of request that the departments have; the table in the contract is their list. */
export const departmentSlices: Slice[] = served.map((service) =>
  service.name === 'leaveRequests'
    ? slice(service.name, departments.leaveRequests, { ...fourOf(service), days })
    : slice(service.name, service.routes, fourOf(service)),
)

const claims = servedAs('expenseReimbursements')
const purchases = servedAs('purchaseRequisitions')

/** The lines of claims and purchases, one by one. */
export const lineSlices: Slice[] = [
  slice('expenseLines', expenseLines, linesOf(claims)),
  slice('requisitionLines', requisitionLines, linesOf(purchases)),
]

/** The moves of a purchase requisition, up to its hand-over to buying and its end. */
export const requisitionsSlice: Slice = slice('requisitions', requisitions, {
  transitions: requisitionMoves,
  transition: moveRequisition,
})
