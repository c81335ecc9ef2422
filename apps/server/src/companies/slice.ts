import { companies } from '@deskhand/contract'
import { slice } from '../platform/slice.ts'
import { platformCreate } from './commands/platformCreate.ts'
import { resume } from './commands/resume.ts'
import { suspend } from './commands/suspend.ts'
import { updateGeneral } from './commands/updateGeneral.ts'
import { general } from './queries/general.ts'
import { platformGet } from './queries/platformGet.ts'
import { platformList } from './queries/platformList.ts'
import { publicSettings } from './queries/publicSettings.ts'

export const companiesSlice = slice('companies', companies, {
  publicSettings,
  general,
  updateGeneral,
  platformList,
  platformGet,
  platformCreate,
  suspend,
  resume,
})
