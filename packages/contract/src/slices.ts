import { audit } from './audit.ts'
import { calendars } from './calendars.ts'
import { companies } from './companies.ts'
import { desks } from './desks.ts'
import { files } from './files.ts'
import { identity } from './identity.ts'
import type { Route } from './kit.ts'
import { mail } from './mail.ts'
import { notifications } from './notifications.ts'
import { people } from './people.ts'
import { progress } from './progress.ts'
import { requests } from './requests.ts'
import { search } from './search.ts'
import { snoozes } from './snoozes.ts'

/** Every route of the product, by slice. */
export const contract = {
  identity,
  companies,
  calendars,
  people,
  desks,
  requests,
  progress,
  files,
  notifications,
  search,
  audit,
  mail,
  snoozes,
} satisfies Record<string, Record<string, Route>>
