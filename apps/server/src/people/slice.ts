import { people } from '@deskhand/contract'
import { slice } from '../platform/slice.ts'
import { block } from './commands/block.ts'
import { create } from './commands/create.ts'
import { endSessions } from './commands/endSessions.ts'
import { invite } from './commands/invite.ts'
import { remove } from './commands/remove.ts'
import { restore } from './commands/restore.ts'
import { setGrants } from './commands/setGrants.ts'
import { setPreferences } from './commands/setPreferences.ts'
import { unblock } from './commands/unblock.ts'
import { update } from './commands/update.ts'
import { updateMe } from './commands/updateMe.ts'
import { departments } from './queries/departments.ts'
import { facets } from './queries/facets.ts'
import { get } from './queries/get.ts'
import { grants } from './queries/grants.ts'
import { list } from './queries/list.ts'
import { me } from './queries/me.ts'
import { permissionList } from './queries/permissionList.ts'
import { preferences } from './queries/preferences.ts'
import { reports } from './queries/reports.ts'
import { role } from './queries/role.ts'
import { roleList } from './queries/roleList.ts'
import { sessions } from './queries/sessions.ts'
import { undoes } from './undoes.ts'

export const peopleSlice = slice(
  'people',
  people,
  {
    me,
    updateMe,
    reports,
    preferences,
    setPreferences,
    list,
    facets,
    departments,
    create,
    get,
    update,
    remove,
    restore,
    block,
    unblock,
    invite,
    roleList,
    role,
    permissionList,
    grants,
    setGrants,
    sessions,
    endSessions,
  },
  { undoes },
)
