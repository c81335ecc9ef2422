import { answerCompares, type RuleComparison, type RuleCondition } from '@deskhand/contract'

/** True, false, or not to be known. */
export type Truth = boolean | null
/** What is compared, or null where that is not known. */
export type Read = (comparison: RuleComparison) => { value: unknown } | null

/** Whether a condition holds, as far as what it asks for is known. One that asks for nothing always does. */
export function truthOf(condition: RuleCondition, read: Read): Truth {
  const compare = (one: RuleComparison): Truth => {
    const known = read(one)
    return known && compares(one, known.value)
  }
  const truths = condition.parts.map((part) =>
    'parts' in part ? join(part.match, part.parts.map(compare)) : compare(part),
  )
  return truths.length === 0 || join(condition.match, truths)
}

/** One certain no is enough against all, one certain yes for any. */
function join(match: 'all' | 'any', truths: readonly Truth[]): Truth {
  const decides = match === 'any'
  if (truths.includes(decides)) return decides
  return truths.includes(null) ? null : !decides
}

/** Of several values, one is enough to be it. Tags are kept in small letters. */
function compares(one: RuleComparison, given: unknown): boolean {
  const { is } = one
  const value = 'field' in one && one.field === 'tag' ? small(one.value) : one.value
  if (Array.isArray(given) && is === 'is') return answerCompares({ is: 'contains', value }, given)
  if (Array.isArray(given) && is === 'isNot') return !answerCompares({ is: 'contains', value }, given)
  return answerCompares({ is, value }, given)
}

const small = (value: RuleComparison['value']) =>
  Array.isArray(value)
    ? value.map((one) => one.toLowerCase())
    : typeof value === 'string'
      ? value.toLowerCase()
      : value
