import { absences } from './absences.ts'
import { agreements } from './agreements.ts'
import { approvalPolicies } from './approvalPolicies.ts'
import { approvals } from './approvals.ts'
import { assignees } from './assignees.ts'
import { audit } from './audit.ts'
import { bulkEdits } from './bulkEdits.ts'
import { businessUnits } from './businessUnits.ts'
import { calendars } from './calendars.ts'
import { chat } from './chat.ts'
import { companies } from './companies.ts'
import { costCenters } from './costCenters.ts'
import { departments } from './departments.ts'
import { deskManagement } from './deskManagement.ts'
import { desks } from './desks.ts'
import { drafts } from './drafts.ts'
import { entries } from './entries.ts'
import { exchangeRates } from './exchangeRates.ts'
import { files } from './files.ts'
import { forms } from './forms.ts'
import { identity } from './identity.ts'
import { incidents } from './incidents.ts'
import { journeys } from './journeys.ts'
import type { Route } from './kit.ts'
import { leave } from './leave.ts'
import { expenseLines, requisitionLines } from './lineItems.ts'
import { links } from './links.ts'
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
import { progress } from './progress.ts'
import { realtime } from './realtime.ts'
import { requestDrafts } from './requestDrafts.ts'
import { requests } from './requests.ts'
import { rules } from './rules.ts'
import { search } from './search.ts'
import { sla } from './sla.ts'
import { snoozes } from './snoozes.ts'
import { successors } from './successors.ts'
import { support } from './support.ts'
import { surveys } from './surveys.ts'
import { tags } from './tags.ts'
import { tasks } from './tasks.ts'
import { teams } from './teams.ts'
import { times } from './times.ts'
import { transcripts } from './transcripts.ts'
import { views } from './views.ts'

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
  progress,
  bulkEdits,
  merges,
  links,
  successors,
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
  ...departments,
  expenseLines,
  payments,
  requisitionLines,
  rules,
  assignees,
} satisfies Record<string, Record<string, Route>>
