import { disposals } from '@deskhand/contract'
import { slice } from '../platform/slice.ts'
import { change } from './commands/change.ts'
import { create } from './commands/create.ts'
import { transition } from './commands/transition.ts'
import { get } from './queries/get.ts'
import { list } from './queries/list.ts'
import { certificate, receipt } from './queries/papers.ts'
import { undoes } from './undoes.ts'

export const disposalsSlice = slice(
  'disposals',
  disposals,
  { list, create, get, change, transition, certificate, receipt },
  { undoes },
)
