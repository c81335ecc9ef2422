import { auditSlice } from './audit/slice.ts'
import { calendarsSlice } from './calendars/slice.ts'
import { companiesSlice } from './companies/slice.ts'
import { desksSlice } from './desks/slice.ts'
import { filesSlice } from './files/slice.ts'
import { identitySlice } from './identity/slice.ts'
import { mailSlice } from './mail/slice.ts'
import { notificationsSlice } from './notifications/slice.ts'
import { peopleSlice } from './people/slice.ts'
import type { Slice } from './platform/slice.ts'
import { progressSlice } from './progress/slice.ts'
import { requestsSlice } from './requests/slice.ts'
import { searchSlice } from './search/slice.ts'
import { snoozesSlice } from './snoozes/slice.ts'

/** Every slice of the product. */
export const slices: Slice[] = [
  auditSlice,
  calendarsSlice,
  companiesSlice,
  desksSlice,
  filesSlice,
  identitySlice,
  mailSlice,
  notificationsSlice,
  peopleSlice,
  progressSlice,
  requestsSlice,
  searchSlice,
  snoozesSlice,
]
