import { type ApprovalLink, approvals } from '@deskhand/contract'
import { standingOf } from '../../leave/queries/standing.ts'
import { handle, type Inside } from '../../platform/http/handle.ts'
import { type ByLink, enterByLink, faultOf } from '../byLink.ts'
import { words } from '../words.ts'
import { answersBeside } from './answers.ts'
import { readByVote } from './read.ts'

/** Shows what a link is about and changes nothing, however often and by whomever it is opened. */
export const seeLink = handle(approvals.seeLink, async (inside) => {
  const found = await enterByLink(inside, false)
  return describe(inside, found)
})

/** The link as its page shows it. Only one that works tells what it is about. */
export async function describe(
  { tx, platform }: Pick<Inside, 'tx' | 'platform'>,
  found: ByLink,
): Promise<ApprovalLink> {
  const { link, person } = found
  const plain = { personName: person.name, approvalId: null, about: null }
  const fault = faultOf(found)
  if (fault) return { ...fault, ...plain }
  const approval = await readByVote(tx, person, link.voteId)
  const vote = approval?.myVote
  if (!approval || vote?.id !== link.voteId || vote.state !== 'PENDING' || approval.status !== 'PENDING') {
    return { state: 'OVER', sentence: words.moot, ...plain }
  }
  const { referenceNumber, summary, requester, amount, ownAmount, costCenter, justification } = approval
  const { startedAt, changes, id: approvalId } = approval
  if (approval.needsSignature || approval.isConfidential) {
    return { state: 'SIGN_IN', sentence: words.link.signIn, ...plain, approvalId }
  }
  const step = approval.steps.find(({ votes }) => votes.some(({ id }) => id === vote.id))
  const [answers, leave] = await Promise.all([
    answersBeside(tx, approval),
    standingOf({ tx, platform, actor: person }, approval.requestId),
  ])
  return {
    state: 'OPEN',
    sentence: words.link.open,
    personName: person.name,
    approvalId,
    about: {
      referenceNumber,
      summary,
      requester,
      amount,
      ownAmount,
      costCenter,
      justification,
      startedAt,
      changes,
      stepName: step?.name ?? '',
      dueAt: vote.dueAt,
      forPerson: vote.forPerson,
      answers,
      leave,
    },
  }
}
