import type { agreementPermissions } from './agreements.ts'
import type { assetPermissions } from './assets.ts'
import type { auditPermissions } from './audit.ts'
import type { calendarPermissions } from './calendars.ts'
import type { companyPermissions } from './companies.ts'
import type { correctionPermissions } from './corrections.ts'
import type { deskManagementPermissions } from './deskManagement.ts'
import type { deskPermissions } from './desks.ts'
import type { formPermissions } from './forms.ts'
import type { licencePermissions } from './licences.ts'
import type { mailPermissions } from './mail.ts'
import type { peoplePermissions } from './people.ts'
import type { requestPermissions } from './requests.ts'

export type Permission =
  | keyof typeof requestPermissions
  | keyof typeof correctionPermissions
  | keyof typeof deskPermissions
  | keyof typeof deskManagementPermissions
  | keyof typeof calendarPermissions
  | keyof typeof formPermissions
  | keyof typeof agreementPermissions
  | keyof typeof peoplePermissions
  | keyof typeof auditPermissions
  | keyof typeof companyPermissions
  | keyof typeof mailPermissions
  | keyof typeof assetPermissions
  | keyof typeof licencePermissions

export type Role = 'employee' | 'technician' | 'supervisor' | 'admin' | 'super_admin'

const employee = [
  'requests.read',
  'requests.create',
  'desks.read',
  'people.read',
] as const satisfies Permission[]
const technician = [
  ...employee,
  'requests.read_desk',
  'requests.work',
  'requests.note',
  'people.list',
  'assets.read',
  'assets.work',
] as const satisfies Permission[]
const supervisor = [
  ...technician,
  'requests.supervise',
  'calendars.read',
  'agreements.read',
  'assets.supervise',
  'licences.keys',
] as const satisfies Permission[]
const admin = [
  ...supervisor,
  'requests.read_all',
  'requests.correct',
  'people.manage',
  'roles.manage',
  'audit.read',
  'company.manage',
  'calendars.manage',
  'forms.manage',
  'desks.manage',
  'agreements.manage',
  'assets.manage',
] as const satisfies Permission[]

/**
 * Roles are sets of named permissions. Technician and supervisor are held per desk: the permission says
 * what kind of thing they may do, the door on which desk. An admin holds a supervisor's
 * permissions on every desk, but no rank opens a confidential record. The platform's super admin has no
 * company at all.
 */
export const roles: Record<Role, { words: string; permissions: readonly Permission[]; perDesk: boolean }> = {
  employee: { words: 'Asks for help and follows their own requests', permissions: employee, perDesk: false },
  technician: { words: 'Works on the requests of a desk', permissions: technician, perDesk: true },
  supervisor: { words: 'Leads a desk', permissions: supervisor, perDesk: true },
  admin: { words: 'Runs the company', permissions: admin, perDesk: false },
  super_admin: {
    words: 'Runs the installation',
    permissions: ['platform.manage', 'mail.setup'],
    perDesk: false,
  },
}
