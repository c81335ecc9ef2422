import { approvals } from '@deskhand/contract'
import { handle } from '../../platform/http/handle.ts'
import { loadApproval } from '../access.ts'
import { giveVote } from '../decide.ts'
import { readApproval } from '../queries/read.ts'
import { checkSignature, signatureOf } from '../sign.ts'
import { writeSight } from '../storeRound.ts'

export const decide = handle(approvals.decide, async (inside) => {
  const { tx, actor, params, body, platform, from } = inside
  const { decision, comment, signature } = body
  if (signature) await checkSignature(platform, actor, from, signature)
  const { request, round } = await loadApproval(inside, params.id)
  await giveVote(inside, request, round, {
    decision,
    comment,
    via: 'APP',
    signature: signature ? signatureOf(signature, round, from) : null,
  })
  const whole = await readApproval(tx, actor, round.id)
  await writeSight(tx, round)
  return whole
})
