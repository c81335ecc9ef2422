import {
  auditPermissions,
  calendarPermissions,
  companyPermissions,
  deskPermissions,
  mailPermissions,
  type Permission,
  peoplePermissions,
  requestPermissions,
} from '@deskhand/contract'

/** Every permission in words. */
export const permissionWords: Record<Permission, string> = {
  ...requestPermissions,
  ...deskPermissions,
  ...peoplePermissions,
  ...auditPermissions,
  ...companyPermissions,
  ...calendarPermissions,
  ...mailPermissions,
}
