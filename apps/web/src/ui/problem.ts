import type { Problem } from '@deskhand/contract'

/** What a read or a command throws when the server refused; `message` is the sentence for people. */
export class Refusal extends Error {
  readonly problem: Problem
  constructor(problem: Problem) {
    super(problem.detail)
    this.name = 'Refusal'
    this.problem = problem
  }
}

/** By shape and not by schema: this runs on every page, and the schemas load with the pages that need them. */
export function isProblem(value: unknown): value is Problem {
  return (
    typeof value === 'object' &&
    value !== null &&
    'code' in value &&
    typeof value.code === 'string' &&
    'detail' in value &&
    typeof value.detail === 'string' &&
    'status' in value &&
    typeof value.status === 'number'
  )
}

/** The problem in whatever was thrown, or null when the server was not reached at all. */
export const problemOf = (thrown: unknown): Problem | null =>
  thrown instanceof Refusal ? thrown.problem : isProblem(thrown) ? thrown : null

/** The message for one field of a form, `summary` or `company/name`. */
export function fieldProblem(thrown: unknown, field: string): string | undefined {
  return problemOf(thrown)?.errors?.find(({ pointer }) => pointer === `/${field}`)?.message
}

/** The message for a field or for the first thing within it: `week/2` hears of `week/2/0/until`. */
export function partProblem(thrown: unknown, field: string): string | undefined {
  const within = problemOf(thrown)?.errors?.find(({ pointer }) => `${pointer}/`.startsWith(`/${field}/`))
  return within?.message
}
