import { type ProblemCode, problems } from '@deskhand/contract'

export type StopExtra = {
  errors?: { pointer: string; message: string }[]
  allowed?: string[]
  conflicts?: { subjectId: string; subjectRef: string | null; message: string }[]
  current?: unknown
  /** How many seconds a proof of who one is holds here. */
  maxAge?: number
  /** Seconds after which to try again. */
  retryAfter?: number
  /** The methods that this address knows, for 405. */
  allow?: string
  /** Commit what was written all the same: a refused sign-in still counts. */
  keep?: boolean
}

/** A refusal that the person should read. Anything else that is thrown is a bug and answers 500. */
export class Stop extends Error {
  readonly code: ProblemCode
  readonly extra: StopExtra

  constructor(code: ProblemCode, detail: string, extra: StopExtra = {}) {
    super(detail)
    this.name = 'Stop'
    this.code = code
    this.extra = extra
  }

  get status(): number {
    return problems[this.code]
  }
}

/** A refusal of one field of the body. */
export const refuseField = (field: string, message: string) =>
  new Stop('rule', message, { errors: [{ pointer: `/${field}`, message }] })
