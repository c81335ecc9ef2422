import { approvals } from '@deskhand/contract'
import { clock } from '../../platform/clock/clock.ts'
import { handle } from '../../platform/http/handle.ts'
import { Stop } from '../../platform/stop.ts'
import { loadApproval } from '../access.ts'
import { enterByLink, faultOf } from '../byLink.ts'
import { giveVote } from '../decide.ts'
import { readByVote } from '../queries/read.ts'
import { mustSignIn } from '../sign.ts'
import { writeSight } from '../storeRound.ts'
import { words } from '../words.ts'

/** Decides for whoever the link was sent to, once. The link is used up in the transaction of its effect. */
export const decideByLink = handle(approvals.decideByLink, async (inside) => {
  const { tx, db, body, record, platform } = inside
  const found = await enterByLink(inside, true)
  const { link, person } = found
  const fault = faultOf(found)
  if (fault) {
    const code = { USED: 'gone', EXPIRED: 'gone', SUPERSEDED: 'state', OTHER_PERSON: 'forbidden' } as const
    throw new Stop(code[fault.state], fault.sentence)
  }
  const approval = await readByVote(tx, person, link.voteId)
  if (approval?.myVote?.id !== link.voteId) throw new Stop('state', words.moot)
  if (approval.needsSignature || approval.isConfidential) throw mustSignIn()
  const { request, round } = await loadApproval({ tx, db, actor: person }, approval.id)
  const { decision, comment } = body
  await giveVote({ tx, db, actor: person, record, platform }, request, round, {
    decision,
    comment,
    via: 'LINK',
    signature: null,
  })
  await tx.run('update app.approval_links set used_at = $3 where company_id = $1 and id = $2', [
    person.companyId,
    link.id,
    clock.now(),
  ])
  await writeSight(tx, round)
  return {
    state: 'USED' as const,
    sentence: words.link.done[decision],
    personName: person.name,
    approvalId: round.id,
    about: null,
  }
})
