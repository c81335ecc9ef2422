import { departments, expenseLines, hardware, requisitionLines, requisitions } from '@deskhand/contract'
import { standingOf } from '../leave/queries/standing.ts'
import type { Handler } from '../platform/http/handle.ts'
import { type Slice, slice } from '../platform/slice.ts'
import { type Served, served, servedAs } from './access.ts'
import { ask, type Telling } from './commands/ask.ts'
import { change } from './commands/change.ts'
import { fromStock } from './commands/fromStock.ts'
import { linesOf } from './commands/lines.ts'
import { moveRequisition } from './commands/moveRequisition.ts'
import { toRequisition } from './commands/toRequisition.ts'
import { days } from './queries/days.ts'
import { get } from './queries/get.ts'
import { list } from './queries/list.ts'
import { requisitionMoves } from './queries/requisitionMoves.ts'

const fourOf = (service: Served, tell?: Telling): Record<'create' | 'list' | 'get' | 'update', Handler> => ({
  create: ask(service, tell),
  list: list(service),
  get: get(service),
  update: change(service, tell),
})

/** More days than are left are asked for all the same; whoever asks is told, as whoever approves is. */
const warnOfLeave: Telling = async (inside, { requestId }) => ({
  warnings: (await standingOf(inside, requestId))?.warnings ?? [],
})

/** One slice of routes for each kind of request that the departments have; the table in the contract is their list. */
export const departmentSlices: Slice[] = served.map((service) =>
  service.name === 'leaveRequests'
    ? slice(service.name, departments.leaveRequests, { ...fourOf(service, warnOfLeave), days })
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

/** How agreed hardware comes: bought, or out of stock. */
export const hardwareSlice: Slice = slice('hardware', hardware, { requisition: toRequisition, fromStock })
