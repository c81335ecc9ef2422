import type * as z from 'zod'
import { absenceEvents } from './absences.ts'
import { acceptanceEvents } from './acceptances.ts'
import { agreementEvents } from './agreements.ts'
import { alertEvents } from './alerts.ts'
import { approvalPolicyEvents } from './approvalPolicies.ts'
import { approvalEvents } from './approvals.ts'
import { assetCatalogueEvents } from './assetCatalogue.ts'
import { assetEvents } from './assetEvents.ts'
import { assetFileEvents } from './assetFiles.ts'
import { assetRelationEvents } from './assetRelations.ts'
import { assetReservationEvents } from './assetReservations.ts'
import { assigneeEvents } from './assignees.ts'
import { auditEvents } from './audit.ts'
import { businessUnitEvents } from './businessUnits.ts'
import { calendarEvents } from './calendars.ts'
import { certificateEvents } from './certificates.ts'
import { chatEvents } from './chat.ts'
import { companyEvents } from './companies.ts'
import { correctionEvents } from './corrections.ts'
import { costCenterEvents } from './costCenters.ts'
import { custodyEvents } from './custody.ts'
import { custodyCertificateEvents } from './custodyCertificates.ts'
import { customFieldEvents } from './customFields.ts'
import { departmentEvents } from './departments.ts'
import { deskEvents } from './deskManagement.ts'
import { discoveryEvents } from './discovery.ts'
import { disposalEvents } from './disposals.ts'
import { draftEvents } from './drafts.ts'
import { entryEvents } from './entries.ts'
import { equipmentEvents } from './equipment.ts'
import { escalationPolicyEvents } from './escalationPolicies.ts'
import { exchangeRateEvents } from './exchangeRates.ts'
import { fileEvents } from './files.ts'
import { floorPlanEvents } from './floorPlans.ts'
import { formEvents } from './forms.ts'
import { foundEvents } from './found.ts'
import { identityEvents } from './identity.ts'
import { importEvents } from './imports.ts'
import { incidentEvents } from './incidents.ts'
import { insuranceClaimEvents } from './insuranceClaims.ts'
import { journeyEvents } from './journeys.ts'
import { kitEvents } from './kits.ts'
import { leaveEvents } from './leave.ts'
import { licenceEvents } from './licences.ts'
import { linkEvents } from './links.ts'
import { locationEvents } from './locations.ts'
import { macroEvents } from './macros.ts'
import { mailEvents } from './mail.ts'
import { mergeEvents } from './merges.ts'
import { notificationEvents } from './notifications.ts'
import { operationEvents } from './operations.ts'
import { participantEvents } from './participants.ts'
import { paymentEvents } from './payments.ts'
import { peopleEvents } from './people.ts'
import { planEvents } from './plans.ts'
import { requestAssetEvents } from './requestAssets.ts'
import { requestEvents } from './requestEvents.ts'
import { ruleEvents } from './rules.ts'
import { slaEvents } from './sla.ts'
import { snoozeEvents } from './snoozes.ts'
import { softwareEvents } from './software.ts'
import { stockEvents } from './stockEvents.ts'
import { stockTakeEvents } from './stockTakes.ts'
import { successorEvents } from './successors.ts'
import { surveyEvents } from './surveys.ts'
import { tagEvents } from './tags.ts'
import { taskEvents } from './tasks.ts'
import { teamEvents } from './teams.ts'
import { timeEvents } from './times.ts'
import { viewEvents } from './views.ts'
import { webhookEvents } from './webhooks.ts'

/** Every event that the log can hold. */
export const events = {
  ...requestEvents,
  ...snoozeEvents,
  ...stockTakeEvents,
  ...deskEvents,
  ...tagEvents,
  ...viewEvents,
  ...businessUnitEvents,
  ...fileEvents,
  ...formEvents,
  ...peopleEvents,
  ...identityEvents,
  ...companyEvents,
  ...calendarEvents,
  ...agreementEvents,
  ...slaEvents,
  ...mailEvents,
  ...notificationEvents,
  ...entryEvents,
  ...participantEvents,
  ...draftEvents,
  ...chatEvents,
  ...taskEvents,
  ...teamEvents,
  ...timeEvents,
  ...macroEvents,
  ...operationEvents,
  ...absenceEvents,
  ...costCenterEvents,
  ...customFieldEvents,
  ...escalationPolicyEvents,
  ...exchangeRateEvents,
  ...approvalPolicyEvents,
  ...approvalEvents,
  ...mergeEvents,
  ...linkEvents,
  ...successorEvents,
  ...correctionEvents,
  ...surveyEvents,
  ...incidentEvents,
  ...insuranceClaimEvents,
  ...planEvents,
  ...departmentEvents,
  ...journeyEvents,
  ...paymentEvents,
  ...leaveEvents,
  ...ruleEvents,
  ...assigneeEvents,
  ...assetEvents,
  ...foundEvents,
  ...assetFileEvents,
  ...disposalEvents,
  ...assetRelationEvents,
  ...assetCatalogueEvents,
  ...locationEvents,
  ...webhookEvents,
  ...discoveryEvents,
  ...softwareEvents,
  ...licenceEvents,
  ...certificateEvents,
  ...custodyEvents,
  ...acceptanceEvents,
  ...equipmentEvents,
  ...kitEvents,
  ...assetReservationEvents,
  ...requestAssetEvents,
  ...floorPlanEvents,
  ...importEvents,
  ...alertEvents,
  ...stockEvents,
  ...auditEvents,
  ...custodyCertificateEvents,
}

export type EventName = keyof typeof events
export type EventData<Name extends EventName> = z.output<(typeof events)[Name]['data']>
