import { custodyCertificates } from '@deskhand/contract'
import { slice } from '../platform/slice.ts'
import { rotate } from './commands/rotate.ts'
import { get } from './queries/get.ts'
import { keys } from './queries/keys.ts'
import { schedules } from './schedules.ts'

export const custodyCertificatesSlice = slice(
  'custodyCertificates',
  custodyCertificates,
  { get, keys, rotate },
  { schedules },
)
