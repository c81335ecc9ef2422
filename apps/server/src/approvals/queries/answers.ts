import { type Approval, type ApprovalLink, moneyWords } from '@deskhand/contract'
import type { Tx } from '../../platform/db/transaction.ts'
import { readAnswers } from '../../requests/queries/whole.ts'

type Told = Pick<Approval, 'requestId' | 'justification' | 'costCenter' | 'amount'>

/**
 * What else the form asked, for whoever is asked to decide: never what is encrypted, and not what a round says by
 * itself, which are its cost, cost centre and reason.
 */
export async function answersBeside(
  tx: Tx,
  { requestId, justification, costCenter, amount }: Told,
): Promise<NonNullable<ApprovalLink['about']>['answers']> {
  const told = new Set([justification, costCenter, amount && moneyWords(amount)])
  const answers = await readAnswers(tx, requestId)
  return answers
    .filter(({ isEncrypted, text }) => !isEncrypted && !(text && told.has(text)))
    .map(({ key, label, text, table }) => ({ key, label, text, table }))
}
