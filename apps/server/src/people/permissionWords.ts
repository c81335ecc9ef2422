import {
  agreementPermissions,
  assetPermissions,
  auditPermissions,
  calendarPermissions,
  companyPermissions,
  correctionPermissions,
  deskManagementPermissions,
  deskPermissions,
  formPermissions,
  licencePermissions,
  mailPermissions,
  type Permission,
  peoplePermissions,
  requestPermissions,
} from '@deskhand/contract'

/** Every permission in words. */
export const permissionWords: Record<Permission, string> = {
  ...requestPermissions,
  ...correctionPermissions,
  ...deskPermissions,
  ...deskManagementPermissions,
  ...formPermissions,
  ...peoplePermissions,
  ...auditPermissions,
  ...companyPermissions,
  ...calendarPermissions,
  ...agreementPermissions,
  ...mailPermissions,
  ...assetPermissions,
  ...licencePermissions,
}
