import {
  agreementPermissions,
  auditPermissions,
  calendarPermissions,
  companyPermissions,
  deskManagementPermissions,
  deskPermissions,
  formPermissions,
  mailPermissions,
  type Permission,
  peoplePermissions,
  requestPermissions,
} from '@deskhand/contract'

/** Every permission in words. */
export const permissionWords: Record<Permission, string> = {
  ...requestPermissions,
  ...deskPermissions,
  ...deskManagementPermissions,
  ...formPermissions,
  ...peoplePermissions,
  ...auditPermissions,
  ...companyPermissions,
  ...calendarPermissions,
  ...agreementPermissions,
  ...mailPermissions,
}
