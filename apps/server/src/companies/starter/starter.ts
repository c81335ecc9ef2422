import { facilities } from './facilities.ts'
import { finance } from './finance.ts'
import { hr } from './hr.ts'
import { it } from './it.ts'
import type { StarterDesk } from './shape.ts'

/** The four desks that every company begins with; it changes them as it likes. */
export const starterDesks: readonly StarterDesk[] = [it, hr, finance, facilities]

/** How a request can have ended, at every desk. NO_RESPONSE is what the nightly job writes. */
export const starterCodes: readonly (readonly [code: string, name: string])[] = [
  ['FIXED', 'Fixed'],
  ['FULFILLED', 'Delivered as asked'],
  ['WORKAROUND', 'Works another way'],
  ['ANSWERED', 'Question answered'],
  ['NOT_REPRODUCIBLE', 'Could not be seen again'],
  ['DUPLICATE', 'Already asked elsewhere'],
  ['WITHDRAWN', 'Withdrawn by the requester'],
  ['NO_RESPONSE', 'No answer from the requester'],
]
