import { absencesSlice } from './absences/slice.ts'
import { acceptancesSlice } from './acceptances/slice.ts'
import { accessExplainSlice } from './access-explain/slice.ts'
import { agreementsSlice } from './agreements/slice.ts'
import { alertsSlice } from './alerts/slice.ts'
import { anonymousReportsSlice } from './anonymous-reports/slice.ts'
import { approvalPoliciesSlice } from './approval-policies/slice.ts'
import { approvalsSlice } from './approvals/slice.ts'
import { assetCatalogueSlice } from './asset-catalogue/slice.ts'
import { assetFilesSlice } from './asset-files/slice.ts'
import { assetRelationsSlice } from './asset-relations/slice.ts'
import { assetReportsSlice } from './asset-reports/slice.ts'
import { assetReservationsSlice } from './asset-reservations/slice.ts'
import { assetTimelineSlice } from './asset-timeline/slice.ts'
import { assetsSlice } from './assets/slice.ts'
import { assigneesSlice } from './assignees/slice.ts'
import { auditSlice } from './audit/slice.ts'
import { bulkEditsSlice } from './bulk-edits/slice.ts'
import { businessUnitsSlice } from './businessUnits/slice.ts'
import { calendarsSlice } from './calendars/slice.ts'
import { certificatesSlice } from './certificates/slice.ts'
import { chatSlice } from './chat/slice.ts'
import { companiesSlice } from './companies/slice.ts'
import { correctionsSlice } from './corrections/slice.ts'
import { costCentersSlice } from './cost-centers/slice.ts'
import { custodySlice } from './custody/slice.ts'
import { custodyCertificatesSlice } from './custody-certificates/slice.ts'
import { customFieldsSlice } from './custom-fields/slice.ts'
import { departmentSlices, hardwareSlice, lineSlices, requisitionsSlice } from './departments/slice.ts'
import { deskManagementSlice } from './desks/managementSlice.ts'
import { desksSlice } from './desks/slice.ts'
import { discoverySlice } from './discovery/slice.ts'
import { disposalsSlice } from './disposals/slice.ts'
import { draftsSlice } from './drafts/slice.ts'
import { entriesSlice } from './entries/slice.ts'
import { equipmentSlice } from './equipment/slice.ts'
import { escalationPoliciesSlice } from './escalation-policies/slice.ts'
import { exchangeRatesSlice } from './exchange-rates/slice.ts'
import { filesSlice } from './files/slice.ts'
import { floorPlansSlice } from './floor-plans/slice.ts'
import { formsSlice } from './forms/slice.ts'
import { foundSlice } from './found/slice.ts'
import { identitySlice } from './identity/slice.ts'
import { importsSlice } from './imports/slice.ts'
import { incidentsSlice } from './incidents/slice.ts'
import { insuranceClaimsSlice } from './insurance-claims/slice.ts'
import { journeysSlice } from './journeys/slice.ts'
import { kitsSlice } from './kits/slice.ts'
import { labelsSlice } from './labels/slice.ts'
import { leaveSlice } from './leave/slice.ts'
import { licencesSlice } from './licences/slice.ts'
import { linksSlice } from './links/slice.ts'
import { locationsSlice } from './locations/slice.ts'
import { lookalikesSlice } from './lookalikes/slice.ts'
import { macrosSlice } from './macros/slice.ts'
import { mailSlice } from './mail/slice.ts'
import { mergesSlice } from './merges/slice.ts'
import { notificationsSlice } from './notifications/slice.ts'
import { operationsSlice } from './operations/slice.ts'
import { participantsSlice } from './participants/slice.ts'
import { paymentsSlice } from './payments/slice.ts'
import { peopleSlice } from './people/slice.ts'
import { plansSlice } from './plans/slice.ts'
import type { Slice } from './platform/slice.ts'
import { presenceSlice } from './presence/slice.ts'
import { previewsSlice } from './previews/slice.ts'
import { progressSlice } from './progress/slice.ts'
import { realtimeSlice } from './realtime/slice.ts'
import { requestAssetsSlice } from './request-assets/slice.ts'
import { requestDraftsSlice } from './requestDrafts/slice.ts'
import { requestsSlice } from './requests/slice.ts'
import { rulesSlice } from './rules/slice.ts'
import { scanSessionsSlice } from './scan-sessions/slice.ts'
import { searchSlice } from './search/slice.ts'
import { slaSlice } from './sla/slice.ts'
import { snoozesSlice } from './snoozes/slice.ts'
import { softwareSlice } from './software/slice.ts'
import { stockSlice } from './stock/slice.ts'
import { stockTakesSlice } from './stock-takes/slice.ts'
import { successorsSlice } from './successors/slice.ts'
import { supportSlice } from './support/slice.ts'
import { surveysSlice } from './surveys/slice.ts'
import { tagsSlice } from './tags/slice.ts'
import { tasksSlice } from './tasks/slice.ts'
import { teamsSlice } from './teams/slice.ts'
import { timesSlice } from './times/slice.ts'
import { transcriptsSlice } from './transcripts/slice.ts'
import { viewsSlice } from './views/slice.ts'
import { webhooksSlice } from './webhooks/slice.ts'

/** Every slice of the product. */
export const slices: Slice[] = [
  absencesSlice,
  approvalPoliciesSlice,
  approvalsSlice,
  // Before whoever tells people, so that they are told of what rules made of it.
  rulesSlice,
  assigneesSlice,
  agreementsSlice,
  auditSlice,
  calendarsSlice,
  chatSlice,
  bulkEditsSlice,
  businessUnitsSlice,
  companiesSlice,
  costCentersSlice,
  customFieldsSlice,
  escalationPoliciesSlice,
  accessExplainSlice,
  deskManagementSlice,
  desksSlice,
  draftsSlice,
  entriesSlice,
  exchangeRatesSlice,
  filesSlice,
  formsSlice,
  identitySlice,
  linksSlice,
  lookalikesSlice,
  incidentsSlice,
  mailSlice,
  mergesSlice,
  notificationsSlice,
  participantsSlice,
  operationsSlice,
  peopleSlice,
  plansSlice,
  progressSlice,
  presenceSlice,
  previewsSlice,
  realtimeSlice,
  requestDraftsSlice,
  requestsSlice,
  searchSlice,
  snoozesSlice,
  surveysSlice,
  transcriptsSlice,
  slaSlice,
  supportSlice,
  tagsSlice,
  viewsSlice,
  successorsSlice,
  correctionsSlice,
  tasksSlice,
  teamsSlice,
  timesSlice,
  macrosSlice,
  journeysSlice,
  paymentsSlice,
  custodySlice,
  acceptancesSlice,
  equipmentSlice,
  requestAssetsSlice,
  scanSessionsSlice,
  kitsSlice,
  stockTakesSlice,
  assetReservationsSlice,
  labelsSlice,
  leaveSlice,
  anonymousReportsSlice,
  ...departmentSlices,
  ...lineSlices,
  requisitionsSlice,
  hardwareSlice,
  webhooksSlice,
  discoverySlice,
  softwareSlice,
  licencesSlice,
  certificatesSlice,
  assetsSlice,
  assetFilesSlice,
  disposalsSlice,
  assetRelationsSlice,
  insuranceClaimsSlice,
  assetCatalogueSlice,
  assetReportsSlice,
  locationsSlice,
  floorPlansSlice,
  foundSlice,
  importsSlice,
  alertsSlice,
  stockSlice,
  custodyCertificatesSlice,
  assetTimelineSlice,
]
