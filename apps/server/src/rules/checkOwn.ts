import { asAsked, faultOfComparison, type RuleBody, type RuleComparison } from '@deskhand/contract'
import { faultsOfOwn, usableFields } from '../custom-fields/access.ts'
import { words as ownWords } from '../custom-fields/words.ts'
import type { Tx } from '../platform/db/transaction.ts'

type Fault = { pointer: string; message: string }
type Placed = { one: RuleComparison; pointer: string }

/** All comparisons of a condition, with where each stands. */
export const comparisonsIn = ({ parts }: RuleBody['condition']): Placed[] =>
  parts.flatMap((part, at): Placed[] => {
    const pointer = `/condition/parts/${at}`
    return 'parts' in part
      ? part.parts.map((one, inner) => ({ one, pointer: `${pointer}/parts/${inner}` }))
      : [{ one: part, pointer }]
  })

/** What of the company's own fields a rule names that is not there, or that is of another type than it takes it for. */
export async function faultsOfOwnFields(
  tx: Tx,
  { serviceDeskId, condition, actions }: RuleBody,
): Promise<Fault[]> {
  const compared = comparisonsIn(condition).flatMap(({ one, pointer }) =>
    'answer' in one && one.answer.startsWith('own_') ? [{ one, key: one.answer, pointer }] : [],
  )
  const [fields, filled] = await Promise.all([
    usableFields(
      tx,
      compared.map(({ key }) => key),
      serviceDeskId,
    ),
    faultsOfOwn(tx, actions.answers ?? {}, serviceDeskId),
  ])
  const wrong = compared.flatMap(({ one, key, pointer }): Fault[] => {
    const field = fields.get(key)
    if (!field) return [{ pointer: `${pointer}/answer`, message: ownWords.noSuchOwn(key) }]
    const fault = faultOfComparison(asAsked(field), one)
    return fault ? [{ pointer: `${pointer}/value`, message: `“${field.label}”: ${fault}` }] : []
  })
  return [...wrong, ...filled.map(([key, message]) => ({ pointer: `/actions/answers/${key}`, message }))]
}
