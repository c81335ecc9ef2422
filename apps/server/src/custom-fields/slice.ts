import { customFields } from '@deskhand/contract'
import { slice } from '../platform/slice.ts'
import { change, retire } from './commands/change.ts'
import { create } from './commands/create.ts'
import { fill } from './commands/fill.ts'
import { list, usable } from './queries/list.ts'
import { ofRequest } from './queries/ofRequest.ts'
import { undoes } from './undoes.ts'

export const customFieldsSlice = slice(
  'customFields',
  customFields,
  { list, create, change, retire, usable, ofRequest, fill },
  { undoes },
)
