import type { Permission } from '@deskhand/contract'
import { signingKeyWords } from '../custody-certificates/words.ts'
import { foundWords } from '../found/words.ts'
import { companyWords as words } from './words.ts'

/** A page of the navigation of the company's settings; who lacks `may` does not see it. */
type AdminPlace = {
  id: string
  group: keyof typeof words.groups
  label: string
  href: string
  may: Permission
}

export const adminPlaces: readonly AdminPlace[] = [
  { id: 'general', group: 'company', label: words.general, href: '/company', may: 'company.manage' },
  { id: 'mail', group: 'company', label: words.mail, href: '/company/mail', may: 'company.manage' },
  {
    id: 'cost-centers',
    group: 'company',
    label: words.costCenters,
    href: '/company/cost-centers',
    may: 'company.manage',
  },
  {
    id: 'exchange-rates',
    group: 'company',
    label: words.exchangeRates,
    href: '/company/exchange-rates',
    may: 'company.manage',
  },
  { id: 'desks', group: 'service', label: words.desks, href: '/company/desks', may: 'desks.manage' },
  { id: 'teams', group: 'service', label: words.teams, href: '/company/teams', may: 'requests.supervise' },
  {
    id: 'catalogue',
    group: 'service',
    label: words.catalogue,
    href: '/company/catalogue',
    may: 'desks.manage',
  },
  { id: 'forms', group: 'service', label: words.forms, href: '/company/forms', may: 'forms.manage' },
  {
    id: 'custom-fields',
    group: 'service',
    label: words.customFields,
    href: '/company/fields',
    may: 'forms.manage',
  },
  {
    id: 'prepared',
    group: 'service',
    label: words.prepared,
    href: '/company/prepared',
    may: 'forms.manage',
  },
  {
    id: 'approvals',
    group: 'promises',
    label: words.approvals,
    href: '/company/approvals',
    may: 'company.manage',
  },
  {
    id: 'checklists',
    group: 'service',
    label: words.checklists,
    href: '/company/checklists',
    may: 'requests.supervise',
  },
  {
    id: 'journeys',
    group: 'service',
    label: words.journeys,
    href: '/company/journeys',
    may: 'desks.manage',
  },
  { id: 'macros', group: 'service', label: words.macros, href: '/company/macros', may: 'requests.supervise' },
  {
    id: 'responses',
    group: 'service',
    label: words.responses,
    href: '/company/responses',
    may: 'requests.work',
  },
  { id: 'rules', group: 'promises', label: words.rules, href: '/company/rules', may: 'company.manage' },
  {
    id: 'discovery',
    group: 'things',
    label: words.discovery,
    href: '/company/discovery',
    may: 'company.manage',
  },
  {
    id: 'webhooks',
    group: 'promises',
    label: words.webhooks,
    href: '/company/webhooks',
    may: 'company.manage',
  },
  {
    id: 'assignees',
    group: 'promises',
    label: words.assignees,
    href: '/company/assignees',
    may: 'requests.supervise',
  },
  { id: 'sla', group: 'promises', label: words.sla, href: '/company/sla', may: 'agreements.read' },
  {
    id: 'escalations',
    group: 'promises',
    label: words.escalations,
    href: '/company/escalations',
    may: 'agreements.read',
  },
  {
    id: 'calendars',
    group: 'promises',
    label: words.calendars,
    href: '/company/calendars',
    may: 'calendars.read',
  },
  {
    id: 'priorities',
    group: 'service',
    label: words.priorities,
    href: '/company/priorities',
    may: 'desks.manage',
  },
  { id: 'codes', group: 'service', label: words.codes, href: '/company/codes', may: 'desks.manage' },
  { id: 'units', group: 'company', label: words.units, href: '/company/units', may: 'company.manage' },
  {
    id: 'floor-plans',
    group: 'company',
    label: words.floorPlans,
    href: '/company/floor-plans',
    may: 'company.manage',
  },
  {
    id: 'found',
    group: 'company',
    label: foundWords.place,
    href: '/company/found',
    may: 'company.manage',
  },
  {
    id: 'signing-keys',
    group: 'company',
    label: signingKeyWords.title,
    href: '/company/signing-keys',
    may: 'company.manage',
  },
  { id: 'imports', group: 'company', label: words.imports, href: '/company/imports', may: 'assets.work' },
  {
    id: 'operations',
    group: 'service',
    label: words.operations,
    href: '/company/operations',
    may: 'requests.supervise',
  },
  {
    id: 'corrections',
    group: 'service',
    label: words.corrections,
    href: '/company/corrections',
    may: 'requests.supervise',
  },
  { id: 'tags', group: 'service', label: words.tags, href: '/company/tags', may: 'company.manage' },
  { id: 'plans', group: 'service', label: words.plans, href: '/recurring', may: 'requests.supervise' },
  {
    id: 'satisfaction',
    group: 'service',
    label: words.satisfaction,
    href: '/satisfaction',
    may: 'requests.supervise',
  },
  {
    id: 'asset-categories',
    group: 'things',
    label: words.assetCategories,
    href: '/company/asset-categories',
    may: 'assets.manage',
  },
  {
    id: 'asset-models',
    group: 'things',
    label: words.assetModels,
    href: '/company/asset-models',
    may: 'assets.manage',
  },
  {
    id: 'manufacturers',
    group: 'things',
    label: words.manufacturers,
    href: '/company/manufacturers',
    may: 'assets.manage',
  },
  {
    id: 'locations',
    group: 'things',
    label: words.locations,
    href: '/company/locations',
    may: 'assets.manage',
  },
  { id: 'alerts', group: 'things', label: words.alerts, href: '/company/alerts', may: 'assets.manage' },
]
