import * as z from 'zod'
import { departmentFields } from './departmentFields.ts'
import { departments } from './departments.ts'
import { AnswerValue } from './formShapes.ts'
import { command } from './kit.ts'

type Line = (typeof departmentFields)['EXPENSE' | 'REQUISITION']['lineItems']['element']

/**
 * The lines of a claim or a purchase one by one. `lineId` names a line as it is: a line that was changed has another,
 * so that what somebody else changed meanwhile is never overwritten.
 */
function lineRoutes<const Path extends string, Shape extends Line, Reply extends z.ZodType>(
  path: Path,
  line: Shape,
  reply: Reply,
  what: string,
) {
  const shared = {
    may: 'requests.read',
    reply,
    errors: [409, 412, 422],
    events: ['request.updated'],
  } satisfies Partial<Parameters<typeof command>[1]>
  return {
    add: command(`POST ${path}/:id/line-items`, {
      ...shared,
      status: 201,
      summary: `Add a line to ${what}`,
      description: 'Whoever agreed to it before is asked anew, where the sum asks for it.',
      body: line,
    }),
    change: command(`PATCH ${path}/:id/line-items/:lineId`, {
      ...shared,
      summary: `Change a line of ${what}`,
      description: 'Cells that are not named stay as they are; `null` takes one away.',
      body: z
        .record(z.string(), AnswerValue)
        .refine((body) => Object.keys(body).length > 0, 'Say what to change.'),
    }),
    remove: command(`DELETE ${path}/:id/line-items/:lineId`, {
      ...shared,
      summary: `Take a line out of ${what}`,
    }),
  }
}

const { expenseReimbursements, purchaseRequisitions } = departments

export const expenseLines = lineRoutes(
  '/finance/expense-reimbursements',
  departmentFields.EXPENSE.lineItems.element,
  expenseReimbursements.get.reply,
  'a claim',
)
export const requisitionLines = lineRoutes(
  '/finance/purchase-requisitions',
  departmentFields.REQUISITION.lineItems.element,
  purchaseRequisitions.get.reply,
  'a purchase',
)
