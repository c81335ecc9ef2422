import {
  departments,
  type Mover,
  type RequestState,
  type RequisitionState,
  requisitionStates,
  requisitions,
} from '@deskhand/contract'
import { clock } from '../../platform/clock/clock.ts'
import { handle } from '../../platform/http/handle.ts'
import { loadRequest, moversOf } from '../../requests/access.ts'
import { canMove } from '../../requests/commands/move.ts'
import { whyNot } from '../../requests/rules.ts'
import { servedAs } from '../access.ts'
import { readOne } from './get.ts'

/** A requisition as its routes answer it, in the types of its own contract. */
export const readRequisition = async (inside: Parameters<typeof readOne>[0], id: string) =>
  departments.purchaseRequisitions.get.reply.parse(
    await readOne(inside, servedAs('purchaseRequisitions'), id),
  )

/** The moves of somebody from there, with what each asks for. */
export const movesOf = (from: RequisitionState, movers: readonly Mover[]) =>
  requisitionStates.from(from).flatMap((to) => {
    const way = requisitionStates.find(from, to)
    return way?.by.some((who) => movers.includes(who))
      ? [{ to, requires: [...(way.requires ?? [])], word: way.word }]
      : []
  })

export const requisitionMoves = handle(requisitions.transitions, async (inside) => {
  const { actor, params } = inside
  const request = await loadRequest(inside, params.id)
  const { requisitionState } = await readRequisition(inside, request.id)
  const mayCancel = whyNot('withdraw', actor, request, clock.now()) === null
  const movers = moversOf(actor, request)
  const data = movesOf(requisitionState, movers)
  const isOpenTo = (to: RequestState) => canMove(request, to, movers)
  const mayBe: Partial<Record<RequisitionState, boolean>> = {
    CANCELLED: mayCancel,
    ORDERED: request.status === 'WAITING' || isOpenTo('WAITING'),
    FULFILLED: isOpenTo('RESOLVED'),
  }
  return { data: data.filter(({ to }) => mayBe[to] ?? true) }
})
