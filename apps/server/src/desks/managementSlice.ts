import { deskManagement } from '@deskhand/contract'
import { slice } from '../platform/slice.ts'
import { createCategory, orderCategories, retireCategory, updateCategory } from './commands/category.ts'
import { createDesk } from './commands/createDesk.ts'
import {
  createRequestType,
  getRequestType,
  retireRequestType,
  updateRequestType,
} from './commands/requestType.ts'
import { setMembers } from './commands/setMembers.ts'
import { setResolutionCodes } from './commands/setResolutionCodes.ts'
import { retireDesk, updateDesk } from './commands/updateDesk.ts'
import { updatePriority } from './commands/updatePriority.ts'
import { allCategories, listDesks, listRequestTypes } from './queries/management.ts'
import { priorities } from './queries/priorities.ts'

/** The editors of desks and their catalogue; reading them is the other half of this folder. */
export const deskManagementSlice = slice('deskManagement', deskManagement, {
  listDesks,
  createDesk,
  updateDesk,
  retireDesk,
  setMembers,
  allCategories,
  createCategory,
  updateCategory,
  retireCategory,
  orderCategories,
  priorities,
  updatePriority,
  setResolutionCodes,
  getRequestType,
  listRequestTypes,
  createRequestType,
  updateRequestType,
  retireRequestType,
})
