import { plans } from '@deskhand/contract'
import { clock } from '../../platform/clock/clock.ts'
import { handle } from '../../platform/http/handle.ts'
import { checkWhen, inWords, nextDates } from '../recurrence.ts'

export const preview = handle(plans.preview, async ({ body }) => {
  const now = clock.now()
  checkWhen(body, now)
  return { words: inWords(body), next: nextDates(body, now, 6).map((at) => at.toISOString()) }
})
