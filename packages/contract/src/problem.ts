import * as z from 'zod'

/** What can go wrong, as callers read it in `code`; the status follows from it. */
export const problems = {
  invalid: 400,
  not_signed_in: 401,
  race: 401,
  step_up_required: 401,
  forbidden: 403,
  not_found: 404,
  method_not_allowed: 405,
  too_slow: 408,
  state: 409,
  conflict: 409,
  busy: 409,
  gone: 410,
  stale: 412,
  too_large: 413,
  wrong_type: 415,
  wrong_host: 421,
  rule: 422,
  header_too_large: 431,
  too_many: 429,
  bug: 500,
  upstream: 502,
  unavailable: 503,
} as const

export type ProblemCode = keyof typeof problems

/** RFC 9457. `instance` is the request's id, the one thing that differs between equal refusals. */
export const Problem = z.looseObject({
  type: z.string(),
  title: z.string(),
  status: z.number().int(),
  detail: z.string(),
  instance: z.string(),
  code: z.string(),
  /** Which fields, as JSON Pointers (RFC 6901) into the body, or `?name` for the query. */
  errors: z.array(z.object({ pointer: z.string(), message: z.string() })).optional(),
  /** 409: the moves that are allowed now. */
  allowed: z.array(z.string()).optional(),
  /** 409 of an undo: what was changed since, and by whom. */
  conflicts: z
    .array(z.object({ subjectId: z.string(), subjectRef: z.string().nullable(), message: z.string() }))
    .optional(),
  /** 401 `step_up_required`: prove it anew with `POST /auth/step-up`; how many seconds a proof holds here. */
  maxAge: z.number().optional(),
  /** 412: what is there now. */
  current: z.unknown().optional(),
})
export type Problem = z.infer<typeof Problem>
