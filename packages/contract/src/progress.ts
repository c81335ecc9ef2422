import * as z from 'zod'
import { instant, read } from './kit.ts'
import { RequestStatus } from './requestShapes.ts'

/** Who has to do something next. Nobody, while a request is closed or rejected. */
export const Party = z.enum(['REQUESTER', 'DESK', 'APPROVER', 'SUPPLIER', 'CARRIER', 'NOBODY'])
export type Party = z.output<typeof Party>

/** A half-open stretch of a request's life in one party's hands; `until` is null where it lasts. */
const Span = z.strictObject({
  party: Party,
  status: RequestStatus,
  from: instant,
  until: instant.nullable(),
})

/** A range learnt from the company's own requests of the same kind. */
export const Expected = z.strictObject({
  /** By then half of them were done that had taken as long as this one has. */
  likely: instant,
  /** By then nine of ten were. */
  latest: instant,
  /** How many it was learnt from, and whether these were of its type or of its whole desk. */
  count: z.int(),
  basis: z.enum(['type', 'desk']),
})

export const Progress = z.strictObject({
  /** In order, without gaps: they add up to the request's age. */
  spans: z.array(Span),
  /** Whole seconds in each party's hands; who never had it is left out. */
  held: z.array(z.strictObject({ party: Party, seconds: z.int() })),
  ageSeconds: z.int(),
  /** Null once it is settled, while too little was learnt, and when it takes longer than nearly all before it. */
  expected: Expected.nullable(),
})

export const progress = {
  get: read('GET /requests/:id/progress', {
    may: 'requests.read',
    summary: 'In whose hands a request has been, second by second, and when it is likely to be done',
    reply: Progress,
  }),
}
