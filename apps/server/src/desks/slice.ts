import { desks } from '@deskhand/contract'
import { slice } from '../platform/slice.ts'
import { catalog } from './queries/catalog.ts'
import { categories } from './queries/categories.ts'
import { get } from './queries/get.ts'
import { list } from './queries/list.ts'
import { members } from './queries/members.ts'
import { requestTypes } from './queries/requestTypes.ts'
import { resolutionCodes } from './queries/resolutionCodes.ts'
import { teams } from './queries/teams.ts'

export const desksSlice = slice('desks', desks, {
  list,
  get,
  categories,
  requestTypes,
  catalog,
  members,
  teams,
  resolutionCodes,
})
