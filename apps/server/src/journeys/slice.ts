import { journeys } from '@deskhand/contract'
import { slice } from '../platform/slice.ts'
import { addTemplate } from './commands/addTemplate.ts'
import { changeTemplate } from './commands/changeTemplate.ts'
import { removeTemplate } from './commands/removeTemplate.ts'
import { templates } from './queries/templates.ts'

export const journeysSlice = slice('journeys', journeys, {
  templates,
  addTemplate,
  changeTemplate,
  removeTemplate,
})
