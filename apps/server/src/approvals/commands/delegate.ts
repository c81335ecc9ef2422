import { approvals } from '@deskhand/contract'
import { activeAmong } from '../../people/access.ts'
import { clock } from '../../platform/clock/clock.ts'
import { handle } from '../../platform/http/handle.ts'
import { refuseField, Stop } from '../../platform/stop.ts'
import { hoursOf, loadApproval, namesOf, seersAmong } from '../access.ts'
import { noNews, passOn } from '../advance.ts'
import { myVote, refusalToDecide } from '../decide.ts'
import { readApproval } from '../queries/read.ts'
import { sayIn, votesOf } from '../round.ts'
import { publish } from '../settle.ts'
import { writeRound, writeSight } from '../storeRound.ts'
import { words } from '../words.ts'

/** Hands the own vote to a colleague; of a confidential request only to whoever may see it anyway. */
export const delegate = handle(approvals.delegate, async (inside) => {
  const { tx, actor, params, body } = inside
  const { request, round } = await loadApproval(inside, params.id)
  const refusal = await refusalToDecide(inside, request, round, actor.id)
  if (refusal) throw refusal
  const mine = myVote(round, actor.id)
  if (typeof mine === 'string') throw new Stop('state', mine)
  const toId = body.toId.toLowerCase()
  if (toId === actor.id) throw refuseField('toId', words.toYourself)
  if ((await activeAmong(tx, actor.companyId, [toId])).size === 0)
    throw refuseField('toId', words.noSuchPerson)
  const name = (await namesOf(tx, [toId])).get(toId) ?? ''
  if (toId === request.requesterId || toId === request.createdById) {
    throw refuseField('toId', words.asksThemselves(name))
  }
  if (sayIn(votesOf(round)).has(toId)) throw refuseField('toId', words.alreadyIn(name))
  if (request.isConfidential && !(await seersAmong(tx, request, [toId])).has(toId)) {
    throw refuseField('toId', words.mayNotSee(name))
  }
  const { step, vote } = mine
  vote.comment = body.comment ?? null
  const to = passOn(step, vote, toId, 'DELEGATED', await hoursOf(tx), clock.now())
  await writeRound(tx, round)
  await publish(inside, request, round, { ...noNews(), passedOn: [{ from: vote, to }] })
  const whole = await readApproval(tx, actor, round.id)
  await writeSight(tx, round)
  return whole
})
