import { forms } from '@deskhand/contract'
import { slice } from '../platform/slice.ts'
import { create } from './commands/create.ts'
import { createTemplate } from './commands/createTemplate.ts'
import { preview } from './commands/preview.ts'
import { publish } from './commands/publish.ts'
import { remove } from './commands/remove.ts'
import { removeTemplate } from './commands/removeTemplate.ts'
import { saveVersion } from './commands/saveVersion.ts'
import { update } from './commands/update.ts'
import { updateTemplate } from './commands/updateTemplate.ts'
import { colleagues } from './queries/colleagues.ts'
import { get } from './queries/get.ts'
import { getVersion } from './queries/getVersion.ts'
import { item } from './queries/item.ts'
import { list } from './queries/list.ts'
import { listTemplates } from './queries/listTemplates.ts'

export const formsSlice = slice('forms', forms, {
  item,
  colleagues,
  list,
  create,
  get,
  getVersion,
  update,
  remove,
  saveVersion,
  publish,
  preview,
  listTemplates,
  createTemplate,
  updateTemplate,
  removeTemplate,
})
