import { type RequisitionState, requisitionStates, requisitions } from '@deskhand/contract'
import { mustStand } from '../../approvals/queries/mustStand.ts'
import { answer } from '../../platform/http/answer.ts'
import { handle, type Inside } from '../../platform/http/handle.ts'
import { refuseField, Stop } from '../../platform/stop.ts'
import { loadRequest, moversOf, mustBeAllowed, type RequestRecord } from '../../requests/access.ts'
import { move } from '../../requests/commands/move.ts'
import { movesOf, readRequisition } from '../queries/requisitionMoves.ts'
import { words } from '../words.ts'
import { note } from './note.ts'

type Moving = Inside<typeof requisitions.transition>

/** Moves a requisition by its own table, and its request with it by the table of requests. */
export const moveRequisition = handle(requisitions.transition, async (inside) => {
  const { actor, params, body } = inside
  const request = await loadRequest(inside, params.id, { lock: true })
  const { requisitionState: from } = await readRequisition(inside, request.id)
  const movers = moversOf(actor, request)
  const refusal = requisitionStates.refusal(from, body.to)
  if (refusal) throw new Stop('state', refusal, { allowed: movesOf(from, movers).map(({ to }) => to) })
  const forbidden = requisitionStates.refusalBy(from, body.to, movers)
  const make = makers[body.to]
  if (forbidden || !make) throw new Stop('forbidden', forbidden ?? words.byApprovers)
  const { requires = [] } = requisitionStates.find(from, body.to) ?? {}
  if (requires.length > 0 && body.reason === undefined) throw refuseField('reason', words.noReason)
  await make(inside, request)
  const view = await readRequisition(inside, request.id)
  return answer(view, { version: view.version })
})

type Maker = (inside: Moving, request: RequestRecord) => Promise<unknown>

/** What each move does to the request and to what the desk has noted; the others are made by approvers and Deskhand. */
const makers: Partial<Record<RequisitionState, Maker>> = {
  CANCELLED: (inside, request) => {
    mustBeAllowed('withdraw', inside.actor, request)
    return move(inside, request, { to: 'RESOLVED', reason: inside.body.reason }, ['requester'])
  },
  ORDERED: async (inside, request) => {
    await mustStand(inside.tx, request)
    const { orderNumber, expectedOn } = inside.body
    const noted = await note(inside, request, 'REQUISITION', {
      procurementStatus: 'ORDERED',
      ...(orderNumber === undefined ? {} : { orderNumber }),
    })
    if (request.status === 'WAITING') return
    await move(inside, noted, {
      to: 'WAITING',
      waitReason: 'DELIVERY',
      ...(expectedOn === undefined ? {} : { waitUntil: new Date(`${expectedOn}T12:00:00Z`) }),
    })
  },
  APPROVED: async (inside, request) => {
    const noted = await note(inside, request, 'REQUISITION', {
      procurementStatus: 'PENDING',
      orderNumber: null,
      trackingNumber: null,
    })
    if (request.status === 'WAITING')
      await move(inside, noted, { to: 'IN_PROGRESS', reason: inside.body.reason })
  },
  FULFILLED: async (inside, request) => {
    const noted = await note(inside, request, 'REQUISITION', { procurementStatus: 'DELIVERED' })
    await move(inside, noted, {
      to: 'RESOLVED',
      resolutionCode: 'FULFILLED',
      resolutionText: inside.body.reason ?? words.allHere,
    })
  },
}
