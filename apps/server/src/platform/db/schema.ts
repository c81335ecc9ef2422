// Written by `npm run db` from the migrated database. Do not edit.
import type { ColumnType } from 'kysely'

type Generated<T> = T extends ColumnType<infer S, infer I, infer U> ? ColumnType<S, I | undefined, U> : ColumnType<T, T | undefined, T>

export type Json = ColumnType<unknown, string, string>

export type Absences = {
  companyId: string
  id: string
  personId: string
  fromDate: string
  untilDate: string
  standInId: string | null
  note: string | null
  createdAt: Generated<Date>
  endedAt: Date | null
}

export type AcceptanceThings = {
  companyId: string
  acceptanceId: string
  assetId: string
  position: number
  assetTag: string
  name: string
  serialNumber: string | null
  condition: string | null
  endedAt: Date | null
}

export type Acceptances = {
  companyId: string
  id: string
  personId: string
  state: Generated<'PENDING' | 'ACCEPTED' | 'DECLINED' | 'EXPIRED' | 'WITHDRAWN' | 'RECEIVED' | 'VOID'>
  askedById: string | null
  askedAt: Date
  expiresAt: Date | null
  remindedAt: Date | null
  policies: Json
  decidedAt: Date | null
  via: 'APP' | 'LINK' | 'SCREEN' | null
  witnessId: string | null
  signedAs: string | null
  strokes: Json | null
  hash: Buffer | null
  reason: string | null
  requestId: string | null
  version: Generated<number>
  kind: Generated<'AGREEMENT' | 'RECEIPT'>
  note: string | null
  accessories: Generated<Json>
}

export type Agents = {
  companyId: string
  id: string
  key: string
  kind: 'GLPI' | 'FUSION' | 'OCS' | 'OTHER'
  name: string | null
  versionText: string | null
  state: Generated<'ALLOWED' | 'HELD' | 'BLOCKED'>
  reportedTag: string | null
  tag: string | null
  contactHours: number | null
  tokenId: string | null
  ip: string | null
  firstSeenAt: Date
  lastContactAt: Date
  lastInventoryAt: Date | null
  updatedAt: Date
  version: Generated<number>
}

export type AlertRules = {
  companyId: string
  id: string
  kind: string
  days: number | null
  isActive: Generated<boolean>
  createdAt: Date
  updatedAt: Date
  version: Generated<number>
}

export type Alerts = {
  companyId: string
  id: Generated<string>
  kind: string
  key: string
  subjectType: string
  subjectId: string
  subjectRef: string
  deskId: string | null
  severity: 'INFO' | 'WARNING' | 'CRITICAL'
  day: string
  facts: Generated<Json>
  state: Generated<'OPEN' | 'ACKNOWLEDGED' | 'SNOOZED' | 'RESOLVED'>
  openedAt: Date
  acknowledgedAt: Date | null
  acknowledgedById: string | null
  snoozedUntil: Date | null
  resolvedAt: Date | null
  resolvedById: string | null
  endedAt: Date | null
  requestId: string | null
  updatedAt: Date
  version: Generated<number>
}

export type ApprovalLinks = {
  companyId: string
  id: string
  voteId: string
  personId: string
  hash: Buffer
  createdAt: Date
  expiresAt: Date
  usedAt: Date | null
  supersededAt: Date | null
}

export type ApprovalPolicies = {
  companyId: string
  id: string
  name: string
  place: Generated<number>
  isActive: Generated<boolean>
  retiredAt: Date | null
  version: Generated<number>
  createdAt: Generated<Date>
  updatedAt: Generated<Date>
}

export type ApprovalPolicyVersions = {
  companyId: string
  policyId: string
  version: number
  definition: Json
  createdById: string | null
  createdAt: Generated<Date>
}

export type ApprovalSteps = {
  companyId: string
  id: string
  approvalId: string
  position: number
  name: string
  definition: Json
  status: Generated<'WAITING' | 'ACTIVE' | 'APPROVED' | 'REJECTED' | 'SKIPPED'>
  reason: string | null
  isStuck: Generated<boolean>
  activatedAt: Date | null
  endedAt: Date | null
}

export type ApprovalVotes = {
  companyId: string
  id: string
  approvalId: string
  stepId: string
  requestId: string
  seat: number
  personId: string
  forPersonId: string | null
  passedOn: 'ABSENT' | 'DELEGATED' | 'EXPIRED' | null
  state: Generated<'PENDING' | 'APPROVED' | 'REJECTED' | 'INFO_REQUESTED' | 'DELEGATED' | 'ABSTAINED' | 'EXPIRED'>
  comment: string | null
  question: string | null
  via: 'APP' | 'LINK' | null
  signature: Json | null
  askedAt: Date
  dueAt: Date
  remindAt: Date | null
  expiresAt: Date | null
  pausedAt: Date | null
  remindedAt: Date | null
  stuckAt: Date | null
  decidedAt: Date | null
}

export type Approvals = {
  companyId: string
  id: string
  requestId: string
  round: number
  policyId: string
  policyVersion: number
  status: Generated<'PENDING' | 'APPROVED' | 'REJECTED' | 'CANCELLED' | 'EXPIRED' | 'VOID'>
  fingerprint: string
  bound: Json
  amount: number | null
  currency: string | null
  ownAmount: number | null
  ownCurrency: string | null
  costCenter: string | null
  justification: string | null
  needsSignature: Generated<boolean>
  startedAt: Date
  endedAt: Date | null
  endReason: string | null
  endComment: string | null
  changes: Json | null
  isAsked: Generated<boolean>
}

export type AssetCategories = {
  companyId: string
  id: string
  name: string
  tagPrefix: string
  tagDigits: Generated<number>
  nextNumber: Generated<number>
  deskId: string | null
  icon: Generated<string>
  fields: Generated<Json>
  requiresAcceptance: Generated<boolean>
  policyText: string | null
  policyVersion: Generated<number>
  bearsData: Generated<boolean>
  depreciation: Json | null
  lifetimeMonths: number | null
  retiredAt: Date | null
  createdAt: Generated<Date>
  updatedAt: Generated<Date>
  version: Generated<number>
  isRequestable: Generated<boolean>
  loanBufferMinutes: Generated<number>
}

export type AssetFiles = {
  companyId: string
  id: string
  assetId: string
  kind: 'PHOTO' | 'INVOICE' | 'WARRANTY' | 'WIPE_PROOF' | 'OTHER'
  handOver: 'OUT' | 'BACK' | null
  personId: string | null
  fileName: string
  fileSize: number
  mimeType: string
  storagePath: string
  previewPath: string | null
  uploadedById: string | null
  uploadedByName: string
  createdAt: Date
  deletedAt: Date | null
}

export type AssetHoldings = {
  companyId: string
  assetId: string
  sinceVersion: number
  personId: string | null
  parentAssetId: string | null
  locationId: string | null
  during: string
}

export type AssetModels = {
  companyId: string
  id: string
  name: string
  modelNumber: string | null
  manufacturerId: string | null
  categoryId: string
  fields: Generated<Json>
  depreciation: Json | null
  lifetimeMonths: number | null
  warrantyMonths: number | null
  isRequestable: Generated<boolean>
  minimumInStock: number | null
  notes: string | null
  pictureFileId: string | null
  retiredAt: Date | null
  createdAt: Generated<Date>
  updatedAt: Generated<Date>
  version: Generated<number>
  loanBufferMinutes: number | null
}

export type AssetRelations = {
  companyId: string
  id: string
  assetId: string
  otherId: string
  kind: 'RUNS_ON' | 'DEPENDS_ON' | 'PART_OF' | 'CONNECTED_TO'
  createdAt: Generated<Date>
}

export type AssetReservations = {
  companyId: string
  id: string
  state: 'DRAFT' | 'REQUESTED' | 'RESERVED' | 'ONGOING' | 'OVERDUE' | 'COMPLETE' | 'CANCELLED' | 'EXPIRED'
  assetId: string | null
  assetTag: string | null
  asked: 'ASSET' | 'MODEL' | 'CATEGORY'
  modelId: string | null
  categoryId: string
  personId: string
  reservedById: string | null
  startsAt: Date
  endsAt: Date
  freeAt: Date
  blocked: ColumnType<string, never, never>
  note: string | null
  reason: string | null
  isSetAside: Generated<boolean>
  handedOutAt: Date | null
  returnedAt: Date | null
  holderChasedAt: Date | null
  deskChasedAt: Date | null
  createdAt: Generated<Date>
  updatedAt: Generated<Date>
  version: Generated<number>
}

export type AssetSightings = {
  companyId: string
  assetId: string
  seenAt: Date
  seenBy: 'agent' | 'scan' | 'stock_take' | 'holder'
}

export type Assets = {
  companyId: string
  id: string
  assetTag: string
  name: string | null
  serialNumber: string | null
  categoryId: string
  modelId: string | null
  status: 'ORDERED' | 'IN_STOCK' | 'DEPLOYED' | 'IN_TRANSIT' | 'IN_MAINTENANCE' | 'MISSING' | 'RETIRED' | 'VOID'
  subStatus: string | null
  personId: string | null
  parentAssetId: string | null
  locationId: string | null
  dueAt: Date | null
  condition: 'NEW' | 'GOOD' | 'MARKED' | 'DAMAGED' | 'BROKEN' | null
  acceptance: Generated<'NONE' | 'PENDING' | 'ACCEPTED' | 'DECLINED' | 'EXPIRED'>
  isDisputed: Generated<boolean>
  ownership: Generated<'OWNED' | 'LEASED' | 'RENTED' | 'PRIVATE'>
  leaseEndsOn: string | null
  lessor: string | null
  supplier: string | null
  orderNumber: string | null
  purchaseDate: string | null
  purchaseCost: number | null
  purchaseCurrency: string | null
  warrantyEndsOn: string | null
  endOfLifeOn: string | null
  costCenterId: string | null
  customFields: Generated<Json>
  notes: string | null
  source: Generated<'manual' | 'import' | 'agent'>
  successorId: string | null
  lockedFields: Generated<string[]>
  createdAt: Generated<Date>
  updatedAt: Generated<Date>
  deletedAt: Date | null
  version: Generated<number>
  tagKey: ColumnType<string | null, never, never>
  serialKey: ColumnType<string | null, never, never>
}

export type Assignees = {
  companyId: string
  personId: string
  deskId: string
  takesWork: Generated<boolean>
  capacity: number | null
  skills: Generated<string[]>
  givenAt: Date | null
}

export type Attachments = {
  companyId: string
  id: string
  requestId: string
  activityId: string | null
  uploadedById: string | null
  uploadedByName: string
  fileName: string
  fileSize: number
  mimeType: string
  storagePath: string
  previewPath: string | null
  isInternal: Generated<boolean>
  isScanned: Generated<boolean>
  scanResult: string | null
  createdAt: Generated<Date>
  deletedAt: Date | null
}

export type Availability = {
  companyId: string
  personId: string
  state: 'ONLINE' | 'BUSY' | 'AWAY'
  changedAt: Generated<Date>
}

export type BusinessUnits = {
  companyId: string
  id: string
  kind: 'UNIT' | 'REGION' | 'SITE'
  name: string
  parentId: string | null
  path: string[]
  createdAt: Generated<Date>
  updatedAt: Generated<Date>
  version: Generated<number>
}

export type CalendarDesks = {
  companyId: string
  deskId: string
  calendarId: string
}

export type CalendarHolidays = {
  companyId: string
  calendarId: string
  date: string
  name: string
}

export type Calendars = {
  companyId: string
  id: string
  name: string
  zone: string
  week: Json
  sites: Generated<string[]>
  isDefault: Generated<boolean>
  createdAt: Generated<Date>
  updatedAt: Generated<Date>
  version: Generated<number>
}

export type CannedResponses = {
  companyId: string
  id: string
  deskId: string | null
  ownerId: string | null
  language: string
  name: string
  message: string
  createdAt: Generated<Date>
  updatedAt: Generated<Date>
  version: Generated<number>
}

export type Categories = {
  companyId: string
  id: string
  deskId: string
  name: string
  description: string | null
  icon: string | null
  displayOrder: Generated<number>
  isActive: Generated<boolean>
  version: Generated<number>
}

export type Certificates = {
  companyId: string
  id: string
  kind: 'CERTIFICATE' | 'DOMAIN'
  name: string
  issuer: string | null
  expiresOn: string
  renewsItself: Generated<boolean>
  ownerId: string | null
  assetId: string | null
  costAmount: number | null
  costCurrency: string | null
  remindDays: Generated<number>
  notes: string | null
  version: Generated<number>
  createdAt: Generated<Date>
  updatedAt: Generated<Date>
  deletedAt: Date | null
  deskId: string | null
}

export type ChatSessions = {
  companyId: string
  id: string
  requestId: string
  serviceDeskId: string
  state: Generated<'WAITING' | 'ACTIVE' | 'ENDED'>
  startedById: string
  technicianId: string | null
  teamId: string | null
  startedAt: Generated<Date>
  waitingSince: Generated<Date>
  acceptedAt: Date | null
  endedAt: Date | null
}

export type ChecklistTemplates = {
  companyId: string
  id: string
  deskId: string
  name: string
  items: Json
  createdAt: Generated<Date>
  updatedAt: Generated<Date>
  version: Generated<number>
}

export type ClockSettings = {
  companyId: string
  version: Generated<number>
  recomputeTotal: Generated<number>
  recomputeStartedAt: Date | null
  recomputeFinishedAt: Date | null
}

export type Companies = {
  companyId: string
  name: string
  slug: string
  zone: string
  locale: Generated<string>
  state: Generated<'ACTIVE' | 'SUSPENDED'>
  isDemo: Generated<boolean>
  createdAt: Generated<Date>
  updatedAt: Generated<Date>
  version: Generated<number>
  allowsFreeTags: Generated<boolean>
}

export type Corrections = {
  companyId: string
  id: string
  requestId: string
  state: Generated<'PROPOSED' | 'CONFIRMED' | 'REFUSED' | 'WITHDRAWN'>
  reason: string
  wanted: Json
  changes: Json
  proposedById: string
  proposedAt: Generated<Date>
  decidedById: string | null
  decidedAt: Date | null
  refusal: string | null
}

export type CostCenters = {
  companyId: string
  id: string
  code: string
  name: string
  ownerId: string | null
  department: string | null
  isActive: Generated<boolean>
  createdAt: Generated<Date>
  updatedAt: Generated<Date>
  version: Generated<number>
  budgetOwnerId: string | null
}

export type Counters = {
  companyId: string
  name: string
  value: Generated<number>
}

export type CustomFieldValues = {
  companyId: string
  requestId: string
  fieldId: string
  value: Json
  text: string
  updatedAt: Generated<Date>
}

export type CustomFields = {
  companyId: string
  id: string
  key: string
  label: string
  help: string | null
  type: string
  options: Generated<Json>
  deskId: string | null
  requestTypeId: string | null
  isRequired: Generated<boolean>
  shownTo: Generated<string>
  editedBy: Generated<string>
  retiredAt: Date | null
  createdAt: Generated<Date>
  updatedAt: Generated<Date>
  version: Generated<number>
}

export type DeskMembers = {
  companyId: string
  personId: string
  deskId: string
  role: 'TECHNICIAN' | 'SUPERVISOR'
  createdAt: Generated<Date>
}

export type DeskScopes = {
  companyId: string
  personId: string
  deskId: string
  unitId: string
}

export type Desks = {
  companyId: string
  id: string
  code: string
  name: string
  prefix: string
  description: string | null
  promise: string | null
  isActive: Generated<boolean>
  displayOrder: Generated<number>
  createdAt: Generated<Date>
  updatedAt: Generated<Date>
  version: Generated<number>
  isConfidential: Generated<boolean>
  surveyPercent: Generated<number>
  contactEmail: string | null
  contactPhone: string | null
  contactPlace: string | null
  closesAfterDays: Generated<number>
  settlesAfterDays: Generated<number>
  reopenDays: Generated<number>
  appealDays: Generated<number>
}

export type DeviceSections = {
  companyId: string
  deviceId: string
  section: string
  hash: Buffer
  lines: Generated<Json>
  changedAt: Date
}

export type Devices = {
  companyId: string
  id: string
  key: string
  agentId: string
  itemType: 'Computer' | 'Phone' | 'NetworkEquipment' | 'Printer' | 'Unmanaged'
  assetId: string | null
  state: Generated<'FOUND' | 'IGNORED'>
  name: string | null
  hardwareUuid: string | null
  serialNumber: string | null
  macs: Generated<string[]>
  manufacturer: string | null
  model: string | null
  kind: string
  os: string | null
  wrote: Generated<Json>
  firstSeenAt: Date
  lastSeenAt: Date
}

export type DiscoveryConflicts = {
  companyId: string
  id: string
  kind: 'SEVERAL' | 'CONTRADICTION' | 'NOTHING_TO_MATCH' | 'UNMATCHED' | 'REFUSED'
  key: string
  deviceId: string | null
  reason: string
  candidates: Generated<Json>
  ip: string | null
  count: Generated<number>
  createdAt: Date
  lastAt: Date
  resolvedAt: Date | null
  resolvedById: string | null
  resolution: 'MATCHED' | 'CREATED' | 'IGNORED' | 'SETTLED' | null
  assetId: string | null
}

export type DiscoveryRules = {
  companyId: string
  rules: Json
  updatedAt: Date
  version: Generated<number>
}

export type DisposalThings = {
  companyId: string
  disposalId: string
  assetId: string
  wipeMethod: 'OVERWRITTEN' | 'CRYPTO_ERASED' | 'RESET' | 'DEGAUSSED' | 'DESTROYED' | null
  wipedBy: string | null
  wipedOn: string | null
  wipeReference: string | null
  wipeFileId: string | null
  bookValue: number | null
  bookCurrency: string | null
  endedAt: Date | null
}

export type Disposals = {
  companyId: string
  id: string
  number: number
  name: string
  outcome: 'DISPOSED' | 'SOLD' | 'DONATED' | 'RETURNED_TO_LESSOR'
  state: Generated<'DRAFT' | 'APPROVED' | 'HANDED_OVER' | 'COMPLETED' | 'CANCELLED'>
  partner: string | null
  notes: string | null
  reason: string | null
  createdById: string | null
  createdAt: Date
  approvedById: string | null
  approvedAt: Date | null
  handedOverById: string | null
  handedOverAt: Date | null
  completedById: string | null
  completedAt: Date | null
  receiptId: string | null
  receiptName: string | null
  receiptSize: number | null
  receiptType: string | null
  receiptPath: string | null
  version: Generated<number>
}

export type EnrollmentTokens = {
  companyId: string
  id: string
  name: string
  hash: Buffer
  createdAt: Generated<Date>
  usedAt: Date | null
  revokedAt: Date | null
  version: Generated<number>
}

export type EquipmentConfirmations = {
  companyId: string
  assetId: string
  personId: string
  confirmedAt: Date
}

export type EscalationPolicies = {
  companyId: string
  id: string
  name: string
  steps: Json
  createdAt: Generated<Date>
  updatedAt: Generated<Date>
  version: Generated<number>
}

export type Events = {
  companyId: string
  txid: Generated<string>
  id: Generated<number>
  name: string
  subjectType: string
  subjectId: string | null
  subjectRef: string | null
  deskId: string | null
  people: Generated<string[]>
  audience: 'everyone' | 'staff' | 'person' | 'company' | 'nobody'
  isConfidential: Generated<boolean>
  actorId: string | null
  actorName: string | null
  actorKind: 'person' | 'system' | 'platform'
  data: Generated<Json>
  changes: Generated<Json>
  ip: string | null
  requestId: string | null
  causedById: number | null
  at: Generated<Date>
  operationId: string | null
  subjectVersion: number | null
}

export type ExchangeRates = {
  companyId: string
  currency: string
  rate: string
  isOwn: Generated<boolean>
  updatedAt: Generated<Date>
  updatedById: string | null
}

export type FinishCurves = {
  companyId: string
  basisId: string
  basis: 'type' | 'desk'
  sampleCount: number
  quantiles: number[]
  learntAt: Generated<Date>
}

export type FloorPlans = {
  companyId: string
  id: string
  unitId: string
  name: string
  width: number
  height: number
  picture: Buffer
  createdAt: Generated<Date>
  retiredAt: Date | null
}

export type FormVersions = {
  companyId: string
  id: string
  formId: string
  number: number
  state: 'DRAFT' | 'PUBLISHED'
  definition: Json
  note: string | null
  createdById: string | null
  createdAt: Generated<Date>
  savedAt: Generated<Date>
  publishedById: string | null
  publishedAt: Date | null
}

export type Forms = {
  companyId: string
  id: string
  name: string
  description: string | null
  publishedVersionId: string | null
  createdAt: Generated<Date>
  updatedAt: Generated<Date>
  deletedAt: Date | null
  version: Generated<number>
}

export type FoundPages = {
  companyId: string
  isOpen: Generated<boolean>
  showsName: Generated<boolean>
  thanks: string | null
  howToReturn: string | null
  updatedAt: Generated<Date>
  version: Generated<number>
}

export type Fulfilments = {
  companyId: string
  requestId: string
  facts: Generated<Json>
  updatedById: string
  updatedAt: Date
}

export type IdempotencyKeys = {
  companyId: string
  personId: string
  key: string
  route: string
  bodyHash: string
  status: number | null
  headers: Json | null
  body: string | null
  createdAt: Generated<Date>
}

export type ImportFaults = {
  companyId: string
  importId: string
  number: number
  rowNumber: number
  columnName: string | null
  cell: string | null
  message: string
}

export type Imports = {
  companyId: string
  id: string
  resource: string
  fileName: string
  size: number
  filePlace: string | null
  form: Generated<Json>
  preset: string | null
  columns: Generated<Json>
  mapping: Generated<Json>
  dayOrder: Generated<'DMY' | 'MDY'>
  currency: Generated<string>
  existing: Generated<'UPDATE' | 'SKIP'>
  makesMissing: Generated<boolean>
  state: Generated<'UPLOADED' | 'CHECKING' | 'CHECKED' | 'IMPORTING' | 'DONE' | 'STOPPED'>
  run: Generated<number>
  doneRows: Generated<number>
  rowCount: number | null
  newCount: Generated<number>
  changedCount: Generated<number>
  unchangedCount: Generated<number>
  faultyCount: Generated<number>
  faultCount: Generated<number>
  makes: Generated<Json>
  problem: string | null
  operationId: string | null
  createdById: string
  createdByName: string
  createdAt: Generated<Date>
  endedAt: Date | null
  version: Generated<number>
}

export type IncidentAffected = {
  companyId: string
  incidentId: string
  personId: string
  createdAt: Date
}

export type IncidentUpdates = {
  companyId: string
  id: string
  incidentId: string
  message: string
  authorId: string | null
  authorName: string
  createdAt: Date
}

export type Incidents = {
  companyId: string
  id: string
  requestId: string
  title: string
  message: string
  site: string | null
  declaredById: string | null
  declaredByName: string
  declaredAt: Date
  endedAt: Date | null
  affectedCount: Generated<number>
}

export type InsuranceClaims = {
  companyId: string
  assetId: string
  insurer: string
  number: string | null
  state: 'FILED' | 'PAID' | 'REFUSED' | 'WITHDRAWN'
  filedOn: string
  paidAmount: number | null
  paidCurrency: string | null
  note: string | null
  createdAt: Date
  updatedAt: Date
  version: Generated<number>
}

export type JourneyTasks = {
  companyId: string
  parentId: string
  requestId: string
  position: number
  title: string
  dueOn: string | null
}

export type JourneyTemplates = {
  companyId: string
  id: string
  kind: 'ONBOARDING' | 'OFFBOARDING'
  department: string | null
  name: string
  steps: Json
  createdAt: Generated<Date>
  updatedAt: Generated<Date>
  version: Generated<number>
}

export type KitHandOutThings = {
  companyId: string
  handOutId: string
  assetId: string
  position: number
}

export type KitHandOuts = {
  companyId: string
  id: string
  kitId: string
  personId: string | null
  parentAssetId: string | null
  locationId: string | null
  handedOutById: string | null
  handedOutAt: Date
  dueAt: Date | null
  lacking: Generated<Json>
  items: Generated<Json>
}

export type KitParts = {
  companyId: string
  kitId: string
  position: number
  modelId: string | null
  categoryId: string | null
  count: number
  stockItemId: string | null
}

export type Kits = {
  companyId: string
  id: string
  name: string
  description: string | null
  createdAt: Generated<Date>
  updatedAt: Generated<Date>
  deletedAt: Date | null
  version: Generated<number>
  deskId: string | null
}

export type LeaveAllowances = {
  companyId: string
  id: string
  leaveType: string
  year: number
  personId: string | null
  days: string
}

export type LeaveCancellations = {
  companyId: string
  requestId: string
  reason: string | null
  cancelledById: string
  cancelledAt: Date
}

export type LicenceSeats = {
  companyId: string
  id: string
  licenceId: string
  personId: string | null
  assetId: string | null
  note: string | null
  assignedAt: Date
  assignedById: string | null
  freedAt: Date | null
  freedById: string | null
  freedBecause: 'FREED' | 'CHECKED_IN' | 'THING_GONE' | 'PERSON_LEFT' | 'RETIRED' | null
}

export type LicenceTerms = {
  companyId: string
  id: string
  licenceId: string
  state: 'PLANNED' | 'ACTIVE' | 'IN_NOTICE' | 'RENEWED' | 'ENDED'
  startsOn: string
  endsOn: string | null
  renewsOn: string | null
  noticeCount: number | null
  noticeUnit: 'DAYS' | 'MONTHS' | null
  noticeBy: ColumnType<string | null, never, never>
  noticeGivenOn: string | null
  renewsItself: Generated<boolean>
  costAmount: number | null
  costCurrency: string | null
  costPer: 'MONTH' | 'YEAR' | 'TERM' | null
  contractNumber: string | null
  version: Generated<number>
  createdAt: Generated<Date>
  updatedAt: Generated<Date>
}

export type Licences = {
  companyId: string
  id: string
  name: string
  publisher: string | null
  kind: 'PER_PERSON' | 'PER_DEVICE' | 'FLOATING'
  seats: number
  used: Generated<number>
  minimumFree: number | null
  ownerId: string | null
  softwareTitleId: string | null
  supplier: string | null
  orderNumber: string | null
  notes: string | null
  sealedKey: Buffer | null
  retiredAt: Date | null
  version: Generated<number>
  createdAt: Generated<Date>
  updatedAt: Generated<Date>
  deskId: string | null
}

export type Locations = {
  companyId: string
  id: string
  kind: 'SITE' | 'BUILDING' | 'FLOOR' | 'ROOM' | 'SHELF'
  name: string
  parentId: string | null
  path: string[]
  unitId: string | null
  address: string | null
  isStore: Generated<boolean>
  retiredAt: Date | null
  createdAt: Generated<Date>
  updatedAt: Generated<Date>
  version: Generated<number>
}

export type Macros = {
  companyId: string
  id: string
  deskId: string
  name: string
  steps: Json
  createdAt: Generated<Date>
  updatedAt: Generated<Date>
  version: Generated<number>
  key: number | null
}

export type Mails = {
  companyId: string
  id: string
  kind: string
  cause: string
  personId: string | null
  toAddress: string
  messageId: string
  inReplyTo: string | null
  subject: string
  data: Generated<Json>
  sealed: Buffer | null
  state: Generated<'WAITING' | 'SENT' | 'KEPT' | 'FAILED'>
  attempts: Generated<number>
  claimedUntil: Date | null
  error: string | null
  createdAt: Generated<Date>
  sentAt: Date | null
  requestId: string | null
}

export type Manufacturers = {
  companyId: string
  id: string
  name: string
  website: string | null
  supportWebsite: string | null
  supportPhone: string | null
  supportEmail: string | null
  createdAt: Generated<Date>
  updatedAt: Generated<Date>
  version: Generated<number>
}

export type Notifications = {
  companyId: string
  id: string
  personId: string
  eventId: number
  kind: string
  because: string
  requestId: string | null
  actorName: string | null
  body: string | null
  data: Generated<Json>
  readAt: Date | null
  createdAt: Generated<Date>
  incidentId: string | null
  planId: string | null
  webhookId: string | null
  reservationId: string | null
  assetId: string | null
  alertKind: string | null
}

export type OperationItems = {
  companyId: string
  operationId: string
  position: number
  subjectType: string
  subjectId: string
  subjectRef: string | null
  deskId: string | null
  state: Generated<'PENDING' | 'CHANGED' | 'UNCHANGED' | 'REFUSED'>
  status: number | null
  code: string | null
  detail: string | null
  allowed: string[] | null
  changes: Generated<Json>
}

export type Operations = {
  companyId: string
  id: string
  kind: string
  summary: string
  state: Generated<'RUNNING' | 'DONE' | 'CANCELLED'>
  payload: Json | null
  total: Generated<number>
  changed: Generated<number>
  unchanged: Generated<number>
  refused: Generated<number>
  startedById: string | null
  startedByName: string
  startedAt: Generated<Date>
  endedAt: Date | null
  undoesId: string | null
}

export type Participants = {
  companyId: string
  id: string
  requestId: string
  personId: string | null
  email: string | null
  addedById: string | null
  createdAt: Generated<Date>
  leftAt: Date | null
}

export type PaymentBatchClaims = {
  companyId: string
  batchId: string
  requestId: string
  amount: number
}

export type PaymentBatches = {
  companyId: string
  id: string
  number: number
  currency: string
  createdById: string
  createdAt: Date
  paidOn: string | null
  bankReference: string | null
  version: Generated<number>
}

export type People = {
  companyId: string
  id: string
  accountId: string
  email: string
  firstName: string
  lastName: string
  name: ColumnType<string, never, never>
  jobTitle: string | null
  department: string | null
  site: string | null
  phone: string | null
  managerId: string | null
  isAdmin: Generated<boolean>
  state: Generated<'INVITED' | 'ACTIVE' | 'BLOCKED'>
  preferences: Generated<Json>
  notificationPreferences: Generated<Json>
  lastSignInAt: Date | null
  createdAt: Generated<Date>
  updatedAt: Generated<Date>
  deletedAt: Date | null
  version: Generated<number>
  isVip: Generated<boolean>
  siteId: string | null
  isAnonymous: Generated<boolean>
}

export type PriorityCells = {
  companyId: string
  impact: 'LOW' | 'MEDIUM' | 'HIGH'
  urgency: 'LOW' | 'MEDIUM' | 'HIGH'
  priority: 'LOW' | 'MEDIUM' | 'HIGH' | 'CRITICAL'
}

export type PriorityNames = {
  companyId: string
  priority: 'LOW' | 'MEDIUM' | 'HIGH' | 'CRITICAL'
  name: string
}

export type ReplyDrafts = {
  companyId: string
  id: string
  requestId: string
  personId: string
  kind: 'reply' | 'note'
  message: string
  mentions: Generated<Json>
  isShared: Generated<boolean>
  hands: Generated<Json>
  updatedAt: Generated<Date>
}

export type RequestAccess = {
  companyId: string
  requestId: string
  personId: string
  addedById: string | null
  createdAt: Generated<Date>
}

export type RequestActivities = {
  companyId: string
  id: string
  requestId: string
  authorId: string | null
  authorName: string
  authorRole: string | null
  activityType: 'COMMENT' | 'STATUS_CHANGE' | 'ASSIGNMENT' | 'ATTACHMENT' | 'SYSTEM' | 'APPROVAL' | 'REJECTION'
  message: string
  isSystemGenerated: Generated<boolean>
  isInternal: Generated<boolean>
  metadata: Generated<Json>
  createdAt: Generated<Date>
  viaRequestId: string | null
  privateToId: string | null
  words: ColumnType<string | null, never, never>
  editedAt: Date | null
  withdrawnAt: Date | null
}

export type RequestAliases = {
  companyId: string
  referenceNumber: string
  requestId: string
  createdAt: Generated<Date>
}

export type RequestApprovers = {
  companyId: string
  requestId: string
  personId: string
  isDeciding: boolean
}

export type RequestAssets = {
  companyId: string
  requestId: string
  assetId: string
  linkedById: string | null
  linkedAt: Generated<Date>
}

export type RequestDrafts = {
  companyId: string
  personId: string
  key: string
  sealed: Buffer
  savedAt: Generated<Date>
}

export type RequestLinks = {
  companyId: string
  id: string
  fromId: string
  toId: string
  kind: 'parent' | 'blocks' | 'duplicate' | 'relates'
  createdById: string | null
  createdAt: Generated<Date>
}

export type RequestPlanRuns = {
  companyId: string
  planId: string
  occursAt: Date
  outcome: 'CREATED' | 'SKIPPED' | 'FAILED'
  reason: string | null
  requestId: string | null
  ranAt: Date
}

export type RequestPlans = {
  companyId: string
  id: string
  serviceDeskId: string
  ownerId: string
  name: string
  rule: string
  startsOn: string
  atTime: string
  zone: string
  template: Json
  catchUp: 'SKIP' | 'ONE'
  isPaused: boolean
  nextRunAt: Date | null
  createdAt: Date
  updatedAt: Date
  deletedAt: Date | null
  version: Generated<number>
}

export type RequestReads = {
  companyId: string
  personId: string
  requestId: string
  readAt: Generated<Date>
}

export type RequestSecrets = {
  companyId: string
  requestId: string
  field: string
  sealed: Buffer
  updatedAt: Generated<Date>
}

export type RequestSeen = {
  companyId: string
  requestId: string
  side: 'desk' | 'requester'
  activityId: string
  writtenAt: Date
  at: Date
}

export type RequestSnoozes = {
  companyId: string
  requestId: string
  snoozedById: string | null
  snoozedByName: string
  snoozedAt: Generated<Date>
  untilAt: Date | null
  untilReply: Generated<boolean>
  untilRequestId: string | null
  wokeAt: Date | null
  wokeBecause: 'TIME' | 'REPLY' | 'REQUEST' | 'PERSON' | null
}

export type RequestTasks = {
  companyId: string
  id: string
  requestId: string
  title: string
  note: string | null
  checklist: string | null
  isMandatory: Generated<boolean>
  isVisible: Generated<boolean>
  assignedToId: string | null
  dueAt: Date | null
  position: number
  doneAt: Date | null
  doneById: string | null
  createdById: string | null
  createdAt: Generated<Date>
  updatedAt: Generated<Date>
  deletedAt: Date | null
  remindedDueAt: Date | null
}

export type RequestTemplates = {
  companyId: string
  id: string
  requestTypeId: string
  name: string
  summary: string | null
  description: string | null
  answers: Generated<Json>
  displayOrder: Generated<number>
  createdAt: Generated<Date>
}

export type RequestTypes = {
  companyId: string
  id: string
  deskId: string
  categoryId: string
  name: string
  description: string | null
  promise: string | null
  icon: string | null
  requiresApproval: Generated<boolean>
  isConfidential: Generated<boolean>
  slaHours: number | null
  defaultPriority: Generated<'LOW' | 'MEDIUM' | 'HIGH' | 'CRITICAL'>
  displayOrder: Generated<number>
  isActive: Generated<boolean>
  formId: string | null
  kind: string | null
  stateWords: Generated<Json>
  version: Generated<number>
}

export type Requests = {
  companyId: string
  id: string
  referenceNumber: string
  number: number
  serviceDeskId: string
  requestTypeId: string | null
  requesterId: string
  requesterEmail: string
  requesterPhone: string | null
  createdById: string
  summary: string
  description: string | null
  priority: Generated<'LOW' | 'MEDIUM' | 'HIGH' | 'CRITICAL'>
  priorityRank: ColumnType<number, never, never>
  impact: 'LOW' | 'MEDIUM' | 'HIGH' | null
  urgency: 'LOW' | 'MEDIUM' | 'HIGH' | null
  status: Generated<'SUBMITTED' | 'IN_REVIEW' | 'ACTION_REQUIRED' | 'APPROVED' | 'REJECTED' | 'RESOLVED' | 'IN_PROGRESS' | 'WAITING'>
  reviewKind: 'TRIAGE' | 'APPROVAL' | null
  assignedToId: string | null
  assignedTeamId: string | null
  isConfidential: Generated<boolean>
  accessIncludesDesk: Generated<boolean>
  tags: Generated<string[]>
  customFields: Generated<Json>
  question: string | null
  waitReason: 'VENDOR' | 'PART' | 'DELIVERY' | 'CHANGE' | 'APPOINTMENT' | 'DATE' | 'OTHER' | null
  waitUntil: Date | null
  rejectionReason: string | null
  resolutionCode: string | null
  resolutionText: string | null
  reopenCount: Generated<number>
  appealCount: Generated<number>
  slaDueAt: Date | null
  firstResponseAt: Date | null
  statusChangedAt: Generated<Date>
  resolvedAt: Date | null
  closedAt: Date | null
  createdAt: Generated<Date>
  updatedAt: Generated<Date>
  updatedById: string | null
  deletedAt: Date | null
  version: Generated<number>
  words: ColumnType<string, never, never>
  sla: Json | null
  slaAtRiskAt: Date | null
  slaStepAt: Date | null
  slaVersion: Generated<number>
  formVersionId: string | null
  mergedIntoId: string | null
  mergedAt: Date | null
  followUpOfId: string | null
  siteId: string | null
  snoozedAt: Date | null
  wokeAt: Date | null
  openMandatoryTasks: Generated<string[]>
  secretMarks: Generated<Json>
  askedFrom: string | null
  questionReminders: Generated<number>
  isOrdered: Generated<boolean>
  waitForId: string | null
}

export type ResolutionCodes = {
  companyId: string
  id: string
  deskId: string | null
  code: string
  name: string
  displayOrder: Generated<number>
}

export type RuleDifferences = {
  companyId: string
  dryRunId: string
  position: number
  requestId: string
  at: Date
  field: string
  before: string | null
  after: string | null
  refusal: string | null
}

export type RuleDryRuns = {
  companyId: string
  id: string
  ruleId: string | null
  ruleName: string
  rule: Json
  requestId: string | null
  most: number
  state: Generated<'RUNNING' | 'DONE' | 'FAILED'>
  total: Generated<number>
  done: Generated<number>
  matched: Generated<number>
  refused: Generated<number>
  differences: Generated<number>
  startedById: string
  startedAt: Date
  endedAt: Date | null
}

export type RuleModes = {
  companyId: string
  groupId: string
  mode: 'ALL' | 'FIRST_MATCH'
}

export type RuleRuns = {
  companyId: string
  id: string
  ruleId: string
  ruleVersion: number
  requestId: string
  eventId: number | null
  moment: Date | null
  outcome: 'APPLIED' | 'UNCHANGED' | 'REFUSED' | 'STOPPED'
  detail: string
  changes: Generated<Json>
  operationId: string | null
  chain: Generated<string[]>
  at: Date
}

export type Rules = {
  companyId: string
  id: string
  name: string
  deskId: string | null
  position: number
  isEnabled: Generated<boolean>
  trigger: Json
  condition: Json
  actions: Json
  checkedUntil: Generated<Date>
  version: Generated<number>
  createdAt: Generated<Date>
  updatedAt: Generated<Date>
  deletedAt: Date | null
}

export type ScanSessions = {
  companyId: string
  id: string
  startedById: string
  mode: 'CHECK_OUT' | 'CHECK_IN' | 'MOVE'
  personId: string | null
  locationId: string | null
  assetId: string | null
  dueAt: Date | null
  note: string | null
  condition: string | null
  startedAt: Date
  committedAt: Date | null
  operationId: string | null
}

export type Scans = {
  companyId: string
  sessionId: string
  code: string
  position: number
  assetId: string | null
}

export type SigningKeys = {
  companyId: string
  id: string
  publicKey: string
  sealed: Buffer
  createdAt: Date
  retiredAt: Date | null
}

export type SlaEntries = {
  companyId: string
  requestId: string
  id: number
  target: 'FIRST_RESPONSE' | 'NEXT_RESPONSE' | 'RESOLUTION'
  round: number
  kind: 'STARTED' | 'PAUSED' | 'RESUMED' | 'STOPPED' | 'RECOMPUTED'
  at: Date
  reason: string
  cause: string
  txid: Generated<string>
  targetSeconds: number | null
  dueAt: Date | null
  policyId: string | null
  policyVersion: number | null
  calendarId: string | null
  calendarName: string | null
  isLate: boolean | null
}

export type SlaPolicies = {
  companyId: string
  id: string
  name: string
  position: number
  isActive: Generated<boolean>
  deskId: string | null
  requestTypeId: string | null
  site: string | null
  isVip: boolean | null
  calendarId: string | null
  targets: Json
  pauses: Json
  atRiskPercent: number
  createdAt: Generated<Date>
  updatedAt: Generated<Date>
  retiredAt: Date | null
  version: Generated<number>
  escalationPolicyId: string | null
}

export type SlaPolicyVersions = {
  companyId: string
  policyId: string
  version: number
  body: Json
  createdAt: Generated<Date>
}

export type SlaSteps = {
  companyId: string
  requestId: string
  target: string
  round: number
  step: string
  policyId: string
  action: Json
  dueAt: Date
  takenAt: Date
}

export type SoftwareInstalls = {
  companyId: string
  deviceId: string
  titleId: string
  versionText: string
  installedOn: string | null
  foundAt: Date
}

export type SoftwareTitles = {
  companyId: string
  id: string
  key: string
  name: string
  publisher: string | null
  isForbidden: Generated<boolean>
  mergedIntoId: string | null
  createdAt: Date
  updatedAt: Date
  version: Generated<number>
}

export type StagedFiles = {
  companyId: string
  id: string
  personId: string
  fileName: string
  fileSize: number
  mimeType: string
  storagePath: string
  previewPath: string | null
  createdAt: Generated<Date>
}

export type StockBalances = {
  companyId: string
  itemId: string
  account: string
  holderId: string
  quantity: number
}

export type StockFits = {
  companyId: string
  itemId: string
  modelId: string
}

export type StockItems = {
  companyId: string
  id: string
  name: string
  kind: 'CONSUMABLE' | 'ACCESSORY' | 'PART'
  sku: string | null
  unit: Generated<string>
  supplier: string | null
  unitCost: number | null
  unitCostCurrency: string | null
  notes: string | null
  deskId: string | null
  retiredAt: Date | null
  createdAt: Generated<Date>
  updatedAt: Generated<Date>
  version: Generated<number>
}

export type StockLevels = {
  companyId: string
  itemId: string
  locationId: string
  minimum: number | null
  reorderPoint: number | null
  maximum: number | null
}

export type StockLines = {
  companyId: string
  movementId: string
  position: number
  itemId: string
  account: 'PLACE' | 'RESERVED' | 'PERSON' | 'ASSET' | 'USED' | 'SUPPLIER' | 'ADJUSTMENT'
  locationId: string | null
  personId: string | null
  assetId: string | null
  holderId: ColumnType<string, never, never>
  quantity: number
}

export type StockMovements = {
  companyId: string
  id: string
  itemId: string
  kind: 'RECEIVE' | 'ISSUE' | 'RETURN' | 'ADJUST' | 'TRANSFER' | 'RESERVE' | 'RELEASE' | 'UNDO'
  quantity: number
  note: string | null
  personId: string | null
  assetId: string | null
  requestId: string | null
  reservationId: string | null
  undoesId: string | null
  operationId: string | null
  actorId: string | null
  actorName: string
  at: Date
}

export type StockOrders = {
  companyId: string
  requestId: string
  itemId: string
  locationId: string
  quantity: number
  orderedAt: Date
  endedAt: Date | null
}

export type StockReservations = {
  companyId: string
  id: string
  itemId: string
  locationId: string
  requestId: string | null
  quantity: number
  state: 'WAITING' | 'READY' | 'ISSUED' | 'RELEASED'
  createdById: string | null
  createdByName: string
  createdAt: Date
  endedAt: Date | null
}

export type StockTakeAssignees = {
  companyId: string
  stockTakeId: string
  personId: string
}

export type StockTakeItems = {
  companyId: string
  stockTakeId: string
  assetId: string
  state: 'EXPECTED' | 'FOUND' | 'MISSING' | 'UNEXPECTED' | 'SELF_CONFIRMED'
  expectedLocationId: string | null
  expectedPersonId: string | null
  held: Json | null
  isAsked: Generated<boolean>
  foundLocationId: string | null
  foundAt: Date | null
  foundById: string | null
  condition: string | null
  note: string | null
}

export type StockTakeScans = {
  companyId: string
  stockTakeId: string
  clientScanId: string
  code: string
  assetId: string | null
  locationId: string | null
  at: Date
  receivedAt: Date
  byId: string
  condition: string | null
  note: string | null
  photoId: string | null
}

export type StockTakes = {
  companyId: string
  id: string
  name: string
  state: Generated<'PENDING' | 'ACTIVE' | 'REVIEW' | 'COMPLETED' | 'ARCHIVED' | 'CANCELLED'>
  note: string | null
  scope: Json
  sample: Json | null
  isBlind: Generated<boolean>
  asksHolders: Generated<boolean>
  dueOn: string | null
  createdById: string | null
  createdAt: Date
  startedAt: Date | null
  completedAt: Date | null
  population: number | null
  reason: string | null
  operationId: string | null
  report: string | null
  signature: Buffer | null
  version: Generated<number>
  publicKey: string | null
}

export type Surveys = {
  companyId: string
  id: string
  requestId: string
  personId: string
  solverId: string | null
  eventId: number
  mailedEventId: number
  askedAt: Date
  word: 'VERY_GOOD' | 'GOOD' | 'FAIR' | 'BAD' | 'VERY_BAD' | null
  comment: string | null
  answeredAt: Date | null
  changedAt: Date | null
  withdrawnAt: Date | null
}

export type TagMerges = {
  companyId: string
  operationId: string
  requestId: string
  became: string
  hadBoth: boolean
}

export type Tags = {
  companyId: string
  id: string
  name: string
  mergedIntoId: string | null
  createdById: string | null
  createdAt: Generated<Date>
  version: Generated<number>
}

export type TeamMembers = {
  companyId: string
  teamId: string
  personId: string
}

export type Teams = {
  companyId: string
  id: string
  deskId: string
  name: string
  createdAt: Generated<Date>
  isActive: Generated<boolean>
  updatedAt: Generated<Date>
  version: Generated<number>
}

export type TimeEntries = {
  companyId: string
  id: string
  requestId: string
  personId: string
  kind: Generated<'WORK' | 'CALL' | 'TRAVEL' | 'RESEARCH' | 'OTHER'>
  note: string | null
  startedAt: Date
  seconds: number | null
  isBillable: Generated<boolean>
  rateAmount: number | null
  rateCurrency: string | null
  createdAt: Generated<Date>
  updatedAt: Generated<Date>
  correctedAt: Date | null
  deletedAt: Date | null
  reference: string | null
}

export type ViewPlaces = {
  companyId: string
  personId: string
  viewKey: string
  position: number
  isPinned: Generated<boolean>
}

export type Views = {
  companyId: string
  id: string
  ownerId: string
  name: string
  sharing: Generated<'ME' | 'TEAM' | 'DESK' | 'COMPANY'>
  deskId: string | null
  query: string
  sort: Generated<string>
  grouping: string | null
  columns: Generated<string[]>
  density: string | null
  layout: Generated<string>
  limits: Generated<Json>
  createdAt: Generated<Date>
  updatedAt: Generated<Date>
  version: Generated<number>
  teamId: string | null
}

export type WebhookDeliveries = {
  companyId: string
  id: string
  webhookId: string
  requestId: string | null
  ruleId: string | null
  type: string
  body: string
  state: 'WAITING' | 'SENT' | 'FAILED' | 'HELD'
  attempts: Generated<number>
  claimedUntil: Date | null
  status: number | null
  answer: string | null
  error: string | null
  createdAt: Date
  triedAt: Date | null
  sentAt: Date | null
}

export type Webhooks = {
  companyId: string
  id: string
  name: string
  url: string
  conversation: Generated<'NONE' | 'REPLIES' | 'ALL'>
  isActive: Generated<boolean>
  sealed: Buffer
  oldSealed: Buffer | null
  oldUntil: Date | null
  failingSince: Date | null
  failures: Generated<number>
  stoppedReason: string | null
  version: Generated<number>
  createdAt: Generated<Date>
  updatedAt: Generated<Date>
  deletedAt: Date | null
}

export type AuthAccounts = {
  id: string
  email: string
  name: string
  passwordHash: string | null
  passwordSetAt: Date | null
  isSuperAdmin: Generated<boolean>
  createdAt: Generated<Date>
}

export type AuthAnonymousCodes = {
  hash: Buffer
  companyId: string
  personId: string
}

export type AuthAttempts = {
  key: string
  count: number
  windowEndsAt: Date
}

export type AuthMemberships = {
  companyId: string
  accountId: string
  personId: string
  state: Generated<'INVITED' | 'ACTIVE' | 'BLOCKED' | 'REMOVED'>
  lastUsedAt: Date | null
  createdAt: Generated<Date>
}

export type AuthOneTimeTokens = {
  id: string
  purpose: 'sign_in' | 'invitation' | 'password_reset'
  hash: Buffer
  flowHash: Buffer | null
  codeHash: Buffer | null
  accountId: string | null
  companyId: string | null
  tries: Generated<number>
  createdAt: Generated<Date>
  expiresAt: Date
  usedAt: Date | null
  browserHash: Buffer | null
}

export type AuthRefreshTokens = {
  hash: Buffer
  sessionId: string
  issuedAt: Generated<Date>
  usedAt: Date | null
  expiresAt: Date
}

export type AuthSessions = {
  id: string
  accountId: string
  companyId: string | null
  personId: string | null
  method: string
  device: string
  ip: string | null
  createdAt: Generated<Date>
  lastUsedAt: Generated<Date>
  expiresAt: Date
  endedAt: Date | null
  endReason: string | null
  provedAt: Generated<Date | null>
}

export type OpsCursors = {
  name: string
  id: Generated<number>
}

export type OpsSettings = {
  name: string
  value: Json
  updatedAt: Generated<Date>
}

export type OpsWorkers = {
  id: string
  seenAt: Generated<Date>
}

export type Schema = {
  absences: Absences
  acceptanceThings: AcceptanceThings
  acceptances: Acceptances
  agents: Agents
  alertRules: AlertRules
  alerts: Alerts
  approvalLinks: ApprovalLinks
  approvalPolicies: ApprovalPolicies
  approvalPolicyVersions: ApprovalPolicyVersions
  approvalSteps: ApprovalSteps
  approvalVotes: ApprovalVotes
  approvals: Approvals
  assetCategories: AssetCategories
  assetFiles: AssetFiles
  assetHoldings: AssetHoldings
  assetModels: AssetModels
  assetRelations: AssetRelations
  assetReservations: AssetReservations
  assetSightings: AssetSightings
  assets: Assets
  assignees: Assignees
  attachments: Attachments
  availability: Availability
  businessUnits: BusinessUnits
  calendarDesks: CalendarDesks
  calendarHolidays: CalendarHolidays
  calendars: Calendars
  cannedResponses: CannedResponses
  categories: Categories
  certificates: Certificates
  chatSessions: ChatSessions
  checklistTemplates: ChecklistTemplates
  clockSettings: ClockSettings
  companies: Companies
  corrections: Corrections
  costCenters: CostCenters
  counters: Counters
  customFieldValues: CustomFieldValues
  customFields: CustomFields
  deskMembers: DeskMembers
  deskScopes: DeskScopes
  desks: Desks
  deviceSections: DeviceSections
  devices: Devices
  discoveryConflicts: DiscoveryConflicts
  discoveryRules: DiscoveryRules
  disposalThings: DisposalThings
  disposals: Disposals
  enrollmentTokens: EnrollmentTokens
  equipmentConfirmations: EquipmentConfirmations
  escalationPolicies: EscalationPolicies
  events: Events
  exchangeRates: ExchangeRates
  finishCurves: FinishCurves
  floorPlans: FloorPlans
  formVersions: FormVersions
  forms: Forms
  foundPages: FoundPages
  fulfilments: Fulfilments
  idempotencyKeys: IdempotencyKeys
  importFaults: ImportFaults
  imports: Imports
  incidentAffected: IncidentAffected
  incidentUpdates: IncidentUpdates
  incidents: Incidents
  insuranceClaims: InsuranceClaims
  journeyTasks: JourneyTasks
  journeyTemplates: JourneyTemplates
  kitHandOutThings: KitHandOutThings
  kitHandOuts: KitHandOuts
  kitParts: KitParts
  kits: Kits
  leaveAllowances: LeaveAllowances
  leaveCancellations: LeaveCancellations
  licenceSeats: LicenceSeats
  licenceTerms: LicenceTerms
  licences: Licences
  locations: Locations
  macros: Macros
  mails: Mails
  manufacturers: Manufacturers
  notifications: Notifications
  operationItems: OperationItems
  operations: Operations
  participants: Participants
  paymentBatchClaims: PaymentBatchClaims
  paymentBatches: PaymentBatches
  people: People
  priorityCells: PriorityCells
  priorityNames: PriorityNames
  replyDrafts: ReplyDrafts
  requestAccess: RequestAccess
  requestActivities: RequestActivities
  requestAliases: RequestAliases
  requestApprovers: RequestApprovers
  requestAssets: RequestAssets
  requestDrafts: RequestDrafts
  requestLinks: RequestLinks
  requestPlanRuns: RequestPlanRuns
  requestPlans: RequestPlans
  requestReads: RequestReads
  requestSecrets: RequestSecrets
  requestSeen: RequestSeen
  requestSnoozes: RequestSnoozes
  requestTasks: RequestTasks
  requestTemplates: RequestTemplates
  requestTypes: RequestTypes
  requests: Requests
  resolutionCodes: ResolutionCodes
  ruleDifferences: RuleDifferences
  ruleDryRuns: RuleDryRuns
  ruleModes: RuleModes
  ruleRuns: RuleRuns
  rules: Rules
  scanSessions: ScanSessions
  scans: Scans
  signingKeys: SigningKeys
  slaEntries: SlaEntries
  slaPolicies: SlaPolicies
  slaPolicyVersions: SlaPolicyVersions
  slaSteps: SlaSteps
  softwareInstalls: SoftwareInstalls
  softwareTitles: SoftwareTitles
  stagedFiles: StagedFiles
  stockBalances: StockBalances
  stockFits: StockFits
  stockItems: StockItems
  stockLevels: StockLevels
  stockLines: StockLines
  stockMovements: StockMovements
  stockOrders: StockOrders
  stockReservations: StockReservations
  stockTakeAssignees: StockTakeAssignees
  stockTakeItems: StockTakeItems
  stockTakeScans: StockTakeScans
  stockTakes: StockTakes
  surveys: Surveys
  tagMerges: TagMerges
  tags: Tags
  teamMembers: TeamMembers
  teams: Teams
  timeEntries: TimeEntries
  viewPlaces: ViewPlaces
  views: Views
  webhookDeliveries: WebhookDeliveries
  webhooks: Webhooks
  'auth.accounts': AuthAccounts
  'auth.anonymousCodes': AuthAnonymousCodes
  'auth.attempts': AuthAttempts
  'auth.memberships': AuthMemberships
  'auth.oneTimeTokens': AuthOneTimeTokens
  'auth.refreshTokens': AuthRefreshTokens
  'auth.sessions': AuthSessions
  'ops.cursors': OpsCursors
  'ops.settings': OpsSettings
  'ops.workers': OpsWorkers
}
