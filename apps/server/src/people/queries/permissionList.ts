import { people, roles } from '@deskhand/contract'
import { handle } from '../../platform/http/handle.ts'
import { permissionWords } from '../permissionWords.ts'

const ofTheInstallation = new Set<string>(roles.super_admin.permissions)

export const permissionList = handle(people.permissionList, async () => ({
  data: Object.entries(permissionWords)
    .filter(([id]) => !ofTheInstallation.has(id))
    .map(([id, words]) => ({ id, words })),
}))
