import { assetReservations } from '@deskhand/contract'
import { slice } from '../platform/slice.ts'
import { change } from './commands/change.ts'
import { create } from './commands/create.ts'
import { transition } from './commands/transition.ts'
import { availability } from './queries/availability.ts'
import { catalogue } from './queries/catalogue.ts'
import { get } from './queries/get.ts'
import { list } from './queries/list.ts'
import { reactions } from './reactions.ts'
import { schedules } from './schedules.ts'
import { undoes } from './undoes.ts'

export const assetReservationsSlice = slice(
  'assetReservations',
  assetReservations,
  { list, get, create, change, transition, availability, catalogue },
  { reactions, schedules, undoes },
)
