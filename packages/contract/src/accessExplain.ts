import * as z from 'zod'
import { line, read, uuid } from './kit.ts'
import { PersonRef } from './personRef.ts'
import { Can } from './requestShapes.ts'

export const ExplainedAction = z.enum(['see', ...Can.options])
export type ExplainedAction = z.output<typeof ExplainedAction>

/** One thing that was asked on the way to yes or no. */
const Step = z.strictObject({
  /** Whether it speaks for it. */
  holds: z.boolean(),
  /** Whether it settles the matter: what refuses, or what opens the request. */
  decides: z.boolean(),
  sentence: z.string(),
})

export const accessExplain = {
  get: read('GET /users/:id/access-explain', {
    may: 'requests.supervise',
    summary: 'Why this person can or cannot do something with a request that the caller sees',
    description:
      'The answer comes from the very doors, policies and rules that decide; the steps say which of them did.',
    query: z.strictObject({
      /** The request: its id or reference number. */
      record: line(60),
      action: ExplainedAction.default('see'),
    }),
    reply: z.strictObject({
      person: PersonRef,
      request: z.strictObject({ id: uuid, referenceNumber: z.string(), summary: z.string() }),
      action: ExplainedAction,
      isAllowed: z.boolean(),
      /** The answer in one sentence. */
      sentence: z.string(),
      steps: z.array(Step),
    }),
  }),
}
