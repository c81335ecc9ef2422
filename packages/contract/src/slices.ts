import { absences } from './absences.ts'
import { acceptances } from './acceptances.ts'
import { accessExplain } from './accessExplain.ts'
import { agreements } from './agreements.ts'
import { alerts } from './alerts.ts'
import { anonymousReports } from './anonymousReports.ts'
import { approvalPolicies } from './approvalPolicies.ts'
import { approvals } from './approvals.ts'
import { assetCatalogue } from './assetCatalogue.ts'
import { assetFiles } from './assetFiles.ts'
import { assetRelations } from './assetRelations.ts'
import { assetReports } from './assetReports.ts'
import { assetReservations } from './assetReservations.ts'
import { assets } from './assets.ts'
import { assetTimeline } from './assetTimeline.ts'
import { assignees } from './assignees.ts'
import { audit } from './audit.ts'
import { bulkEdits } from './bulkEdits.ts'
import { businessUnits } from './businessUnits.ts'
import { calendars } from './calendars.ts'
import { certificates } from './certificates.ts'
import { chat } from './chat.ts'
import { companies } from './companies.ts'
import { corrections } from './corrections.ts'
import { costCenters } from './costCenters.ts'
import { custody } from './custody.ts'
import { custodyCertificates } from './custodyCertificates.ts'
import { customFields } from './customFields.ts'
import { departments } from './departments.ts'
import { deskManagement } from './deskManagement.ts'
import { desks } from './desks.ts'
import { discovery } from './discovery.ts'
import { disposals } from './disposals.ts'
import { drafts } from './drafts.ts'
import { entries } from './entries.ts'
import { equipment } from './equipment.ts'
import { escalationPolicies } from './escalationPolicies.ts'
import { exchangeRates } from './exchangeRates.ts'
import { files } from './files.ts'
import { floorPlans } from './floorPlans.ts'
import { forms } from './forms.ts'
import { found } from './found.ts'
import { hardware } from './hardware.ts'
import { identity } from './identity.ts'
import { imports } from './imports.ts'
import { incidents } from './incidents.ts'
import { insuranceClaims } from './insuranceClaims.ts'
import { journeys } from './journeys.ts'
import type { Route } from './kit.ts'
import { kits } from './kits.ts'
import { labels } from './labels.ts'
import { leave } from './leave.ts'
import { licences } from './licences.ts'
import { expenseLines, requisitionLines } from './lineItems.ts'
import { links } from './links.ts'
import { locations } from './locations.ts'
import { lookalikes } from './lookalikes.ts'
import { macros } from './macros.ts'
import { mail } from './mail.ts'
import { merges } from './merges.ts'
import { notifications } from './notifications.ts'
import { operations } from './operations.ts'
import { participants } from './participants.ts'
import { payments } from './payments.ts'
import { people } from './people.ts'
import { plans } from './plans.ts'
import { presence } from './presence.ts'
import { previews } from './previews.ts'
import { progress } from './progress.ts'
import { realtime } from './realtime.ts'
import { requestAssets } from './requestAssets.ts'
import { requestDrafts } from './requestDrafts.ts'
import { requests } from './requests.ts'
import { requisitions } from './requisitions.ts'
import { rules } from './rules.ts'
import { scanSessions } from './scanSessions.ts'
import { search } from './search.ts'
import { sla } from './sla.ts'
import { snoozes } from './snoozes.ts'
import { software } from './software.ts'
import { stock } from './stock.ts'
import { stockTakes } from './stockTakes.ts'
import { successors } from './successors.ts'
import { support } from './support.ts'
import { surveys } from './surveys.ts'
import { tags } from './tags.ts'
import { tasks } from './tasks.ts'
import { teams } from './teams.ts'
import { times } from './times.ts'
import { transcripts } from './transcripts.ts'
import { views } from './views.ts'
import { webhooks } from './webhooks.ts'

/** Every route of the product, by slice. */
export const contract = {
  identity,
  companies,
  calendars,
  operations,
  agreements,
  sla,
  people,
  desks,
  deskManagement,
  forms,
  requestDrafts,
  requests,
  previews,
  lookalikes,
  progress,
  bulkEdits,
  merges,
  links,
  successors,
  corrections,
  files,
  notifications,
  search,
  audit,
  mail,
  snoozes,
  realtime,
  presence,
  entries,
  participants,
  drafts,
  chat,
  transcripts,
  absences,
  costCenters,
  customFields,
  escalationPolicies,
  accessExplain,
  exchangeRates,
  approvalPolicies,
  approvals,
  tags,
  views,
  support,
  businessUnits,
  surveys,
  incidents,
  plans,
  tasks,
  teams,
  times,
  macros,
  journeys,
  leave,
  anonymousReports,
  ...departments,
  expenseLines,
  payments,
  requisitionLines,
  requisitions,
  hardware,
  rules,
  assignees,
  webhooks,
  discovery,
  software,
  licences,
  certificates,
  assets,
  assetFiles,
  disposals,
  assetRelations,
  insuranceClaims,
  assetCatalogue,
  assetReports,
  locations,
  custody,
  acceptances,
  equipment,
  requestAssets,
  scanSessions,
  kits,
  stockTakes,
  assetReservations,
  labels,
  floorPlans,
  found,
  imports,
  alerts,
  stock,
  custodyCertificates,
  assetTimeline,
} satisfies Record<string, Record<string, Route>>
