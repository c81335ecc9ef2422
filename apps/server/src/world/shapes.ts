/** Rows of the demo world: plain data, times as Date, ids shaped like UUIDv7. */
import type { Answers, Level, Priority, RequestKind, RequestStatus } from '@deskhand/contract'

export type DeskCode = 'IT' | 'HR' | 'FINANCE' | 'FACILITIES'
export type WaitReason = 'VENDOR' | 'PART' | 'DELIVERY' | 'CHANGE' | 'APPOINTMENT' | 'DATE' | 'OTHER'
export type ActivityType = 'COMMENT' | 'STATUS_CHANGE' | 'ASSIGNMENT' | 'ATTACHMENT' | 'SYSTEM'

export type Company = {
  id: string
  name: string
  slug: string
  zone: string
  locale: string
  emailDomain: string
  createdAt: Date
}

export type Account = { id: string; email: string; name: string; isSuperAdmin: boolean; createdAt: Date }

export type Person = {
  id: string
  companyId: string
  accountId: string
  email: string
  firstName: string
  lastName: string
  jobTitle: string
  department: string
  site: string
  phone: string
  managerId: string | null
  isAdmin: boolean
  state: 'ACTIVE' | 'INVITED' | 'BLOCKED'
  lastSignInAt: Date | null
  createdAt: Date
}

export type Desk = {
  id: string
  companyId: string
  code: DeskCode
  name: string
  prefix: 'IT' | 'HR' | 'FIN' | 'FAC'
  description: string
  promise: string
  isConfidential: boolean
  order: number
}

export type DeskMember = {
  companyId: string
  deskId: string
  personId: string
  role: 'TECHNICIAN' | 'SUPERVISOR'
}
export type Team = { id: string; companyId: string; deskId: string; name: string }
export type TeamMember = { companyId: string; teamId: string; personId: string }

export type Category = {
  id: string
  companyId: string
  deskId: string
  name: string
  description: string
  icon: string
  order: number
}

export type RequestType = {
  id: string
  companyId: string
  deskId: string
  categoryId: string
  name: string
  description: string
  promise: string
  icon: string
  slaHours: number
  requiresApproval: boolean
  isConfidential: boolean
  defaultPriority: Priority
  kind: RequestKind | null
  formId: string | null
  order: number
}

export type ResolutionCode = {
  id: string
  companyId: string
  deskId: string | null
  code: string
  name: string
}

export type Request = {
  id: string
  companyId: string
  serviceDeskId: string
  requestTypeId: string
  number: number
  requesterId: string
  createdById: string
  onBehalf: boolean
  summary: string
  description: string
  priority: Priority
  impact: Level
  urgency: Level
  status: RequestStatus
  assignedToId: string | null
  assignedTeamId: string | null
  isConfidential: boolean
  tags: string[]
  customFields: Answers
  formVersionId: string | null
  slaDueAt: Date
  firstResponseAt: Date | null
  resolvedAt: Date | null
  closedAt: Date | null
  waitReason: WaitReason | null
  waitUntil: Date | null
  reviewKind: 'TRIAGE' | 'APPROVAL' | null
  question: string | null
  rejectionReason: string | null
  resolutionCode: string | null
  resolutionText: string | null
  reopenCount: number
  appealCount: number
  statusChangedAt: Date
  createdAt: Date
  updatedAt: Date
  updatedById: string | null
  deletedAt: Date | null
}

/**
 * What an entry carries besides its words. A STATUS_CHANGE always has `from` and `to`, and what the move
 * asked for; the SYSTEM entry with `event: 'opened'` stands for the move into SUBMITTED.
 */
export type ActivityMetadata = {
  event?: 'opened' | 'closed'
  by?: 'requester' | 'timer' | 'technician' | 'supervisor'
  from?: string | null
  to?: string
  reason?: string
  question?: string
  waitReason?: WaitReason
  waitUntil?: string
  resolutionCode?: string
  resolutionText?: string
  reviewKind?: 'TRIAGE'
  assignedToId?: string
  assignedToName?: string
  assignedTeamId?: string
  assignedTeamName?: string
}

export type Activity = {
  id: string
  companyId: string
  requestId: string
  authorId: string | null
  authorName: string
  authorRole: string | null
  activityType: ActivityType
  message: string
  isInternal: boolean
  isSystemGenerated: boolean
  metadata: ActivityMetadata
  createdAt: Date
}

export type World = {
  companies: Company[]
  accounts: Account[]
  people: Person[]
  desks: Desk[]
  deskMembers: DeskMember[]
  teams: Team[]
  teamMembers: TeamMember[]
  categories: Category[]
  requestTypes: RequestType[]
  resolutionCodes: ResolutionCode[]
  requests: Request[]
  activities: Activity[]
}
