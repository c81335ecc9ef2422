import * as z from 'zod'
import { instant, line, text } from './kit.ts'
import { RequestStatus, WaitReason } from './requestShapes.ts'

/**
 * A move as somebody asks for it. What it does not use (a code with a move to WAITING) is refused by name
 * (`unusedFields`, decision 107), here as in saved rules and macros.
 */
export const RequestMove = z.strictObject({
  to: RequestStatus,
  reason: text(4000).optional(),
  question: text(4000).optional(),
  waitReason: WaitReason.optional(),
  waitUntil: instant.optional(),
  /** Id or number of another request: it goes on when that one is over. */
  waitFor: line(40).optional(),
  resolutionCode: line(40).optional(),
  resolutionText: text(10_000).optional(),
})
