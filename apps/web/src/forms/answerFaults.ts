import { type Answers, checkAnswers, type Fault, kindFaults, type PersonFacts } from '@deskhand/contract'
import { problemOf } from '../ui/problem.ts'
import { cleanAnswers } from './cleanAnswers.ts'
import type { FormSurroundings } from './FormFields.tsx'

type Asked = Pick<FormSurroundings, 'definition' | 'today'> & {
  answers: Answers
  facts: PersonFacts
  kept?: ReadonlySet<string>
  /** What the request is to Deskhand itself, which knows more of some kinds than their form. */
  kind?: string | null
}

/** What is wrong with the answers, by the very rules of the server, in the order of the form. */
export function answerFaults({ definition, today, answers, facts, kept, kind = null }: Asked): Fault[] {
  const clean = cleanAnswers(definition, answers, facts)
  const faults = checkAnswers(definition, { answers: clean, facts }, { today, ...(kept ? { kept } : {}) })
  return faults.length > 0 ? faults : kindFaults(kind, clean)
}

/** What the server found besides: people, places and files that are not there. */
export function refusedAnswers(thrown: unknown, under = 'customFields'): Fault[] {
  return (problemOf(thrown)?.errors ?? []).flatMap(({ pointer, message }) => {
    const [below, ...path] = pointer.slice(1).split('/')
    return below === under && path.length > 0
      ? [{ path: path.map((part) => part.replaceAll('~1', '/').replaceAll('~0', '~')), message }]
      : []
  })
}

export const faultMap = (faults: readonly Fault[]): ReadonlyMap<string, string> =>
  new Map(faults.map(({ path, message }) => [path.join('/'), message]))
