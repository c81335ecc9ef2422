import {
  createRootRoute,
  createRoute,
  createRouter,
  lazyRouteComponent,
  parseSearchWith,
  stringifySearchWith,
} from '@tanstack/react-router'
import { AskWaiting } from './catalogue/AskWaiting.tsx'
import HomePage from './home/HomePage.tsx'
import { RequestWaiting } from './requests/portal/parts/RequestWaiting.tsx'
import { AppShell } from './shell/AppShell.tsx'
import NotFoundPage from './shell/NotFoundPage.tsx'
import { ProblemPage } from './shell/ProblemPage.tsx'
import { Root } from './shell/Root.tsx'

const root = createRootRoute({ component: Root, notFoundComponent: NotFoundPage })

/** Pages inside the shell: one has to be signed in. */
const app = createRoute({ getParentRoute: () => root, id: 'app', component: AppShell })

type Load = () => Promise<{ default: () => React.ReactNode }>

/** A page for whoever is signed in, and what stands there while its code is on its way. */
const page = <const Path extends string>(path: Path, load: Load, pendingComponent?: () => React.ReactNode) =>
  createRoute({
    getParentRoute: () => app,
    path,
    component: lazyRouteComponent(load),
    ...(pendingComponent && { pendingComponent, pendingMinMs: 0 }),
  })

/** A page without a shell, for anyone. */
const open = <const Path extends string>(path: Path, load: Load) =>
  createRoute({ getParentRoute: () => root, path, component: lazyRouteComponent(load) })

const notFound = createRoute({ getParentRoute: () => app, path: '/$', component: NotFoundPage })

/** Where everyone arrives: it comes with the app instead of after it. */
const home = createRoute({ getParentRoute: () => app, path: '/', component: HomePage })

const tree = root.addChildren([
  app.addChildren([
    home,
    page('/ask', () => import('./catalogue/AskPage.tsx')),
    page('/ask/anonymous', () => import('./anonymous-reports/ReportPage.tsx')),
    page('/ask/$item', () => import('./catalogue/AskFormPage.tsx'), AskWaiting),
    page('/q/$view', () => import('./queue/QueuePage.tsx')),
    page('/assignments', () => import('./support/AssignmentsPage.tsx')),
    page('/company/corrections', () => import('./corrections/CorrectionsPage.tsx')),
    page('/company/tags', () => import('./tags/TagsPage.tsx')),
    page('/company/units', () => import('./units/UnitsPage.tsx')),
    page('/company/cost-centers', () => import('./cost-centers/CostCentersPage.tsx')),
    page('/company/exchange-rates', () => import('./exchange-rates/ExchangeRatesPage.tsx')),
    page('/requests', () => import('./requests/portal/MyRequestsPage.tsx')),
    page('/r/$tag', () => import('./requests/portal/RequestPage.tsx'), RequestWaiting),
    page('/approvals', () => import('./approvals/ApprovalsPage.tsx')),
    page('/approvals/$id', () => import('./approvals/ApprovalPage.tsx')),
    page('/company/approvals', () => import('./approval-policies/PoliciesPage.tsx')),
    page('/company/approvals/$id', () => import('./approval-policies/PolicyPage.tsx')),
    page('/people', () => import('./people/PeoplePage.tsx')),
    page('/people/$id', () => import('./people/PersonPage.tsx')),
    page('/audit', () => import('./audit/AuditPage.tsx')),
    page('/company', () => import('./company/CompanyPage.tsx')),
    page('/platform', () => import('./platform/PlatformPage.tsx')),
    page('/company/rules', () => import('./rules/RulesPage.tsx')),
    page('/company/rules/$id', () => import('./rules/RulePage.tsx')),
    page('/company/assignees', () => import('./assignees/AssigneesPage.tsx')),
    page('/company/sla', () => import('./sla/SlaPage.tsx')),
    page('/company/escalations', () => import('./escalation-policies/EscalationsPage.tsx')),
    page('/company/floor-plans', () => import('./floor-plans/FloorPlansPage.tsx')),
    page('/company/found', () => import('./found/FoundPage.tsx')),
    page('/company/signing-keys', () => import('./custody-certificates/SigningKeysPage.tsx')),
    page('/company/imports', () => import('./imports/ImportsPage.tsx')),
    page('/company/imports/$id', () => import('./imports/ImportPage.tsx')),
    page('/company/discovery', () => import('./discovery/DiscoveryPage.tsx')),
    page('/stock', () => import('./stock/StockPage.tsx')),
    page('/stock/$id', () => import('./stock/StockItemPage.tsx')),
    page('/licences', () => import('./licences/LicencesPage.tsx')),
    page('/licences/renewals', () => import('./licences/RenewalsPage.tsx')),
    page('/licences/$id', () => import('./licences/LicencePage.tsx')),
    page('/insurance-claims', () => import('./insurance-claims/ClaimsPage.tsx')),
    page('/certificates', () => import('./certificates/CertificatesPage.tsx')),
    page('/software', () => import('./software/SoftwareListPage.tsx')),
    page('/software/$id', () => import('./software/SoftwarePage.tsx')),
    page('/company/asset-categories', () => import('./asset-catalogue/CategoriesPage.tsx')),
    page('/company/asset-models', () => import('./asset-catalogue/ModelsPage.tsx')),
    page('/company/manufacturers', () => import('./asset-catalogue/ManufacturersPage.tsx')),
    page('/company/locations', () => import('./locations/LocationsPage.tsx')),
    page('/company/webhooks', () => import('./webhooks/WebhooksPage.tsx')),
    page('/company/webhooks/$id', () => import('./webhooks/WebhookPage.tsx')),
    page('/company/calendars', () => import('./calendars/CalendarsPage.tsx')),
    page('/tasks', () => import('./tasks/MyTasksPage.tsx')),
    page('/company/checklists', () => import('./tasks/ChecklistsPage.tsx')),
    page('/payments', () => import('./payments/PaymentsPage.tsx')),
    page('/away', () => import('./leave/AwayPage.tsx')),
    page('/company/journeys', () => import('./journeys/JourneysPage.tsx')),
    page('/company/macros', () => import('./macros/MacrosPage.tsx')),
    page('/company/responses', () => import('./macros/ResponsesPage.tsx')),
    page('/company/mail', () => import('./company/MailPage.tsx')),
    page('/company/desks', () => import('./desks/DesksPage.tsx')),
    page('/company/teams', () => import('./teams/TeamsPage.tsx')),
    page('/company/catalogue', () => import('./desks/CataloguePage.tsx')),
    page('/company/priorities', () => import('./desks/PrioritiesPage.tsx')),
    page('/company/codes', () => import('./desks/CodesPage.tsx')),
    page('/company/forms', () => import('./forms/FormsPage.tsx')),
    page('/company/fields', () => import('./custom-fields/CustomFieldsPage.tsx')),
    page('/company/operations', () => import('./operations/OperationsPage.tsx')),
    page('/company/prepared', () => import('./forms/PreparedPage.tsx')),
    page('/company/forms/$id', () => import('./forms/FormPage.tsx')),
    page('/recurring', () => import('./plans/PlansPage.tsx')),
    page('/satisfaction', () => import('./surveys/SatisfactionPage.tsx')),
    page('/sign/$id', () => import('./acceptances/SignPage.tsx')),
    page('/kits', () => import('./kits/KitsPage.tsx')),
    page('/reservations', () => import('./asset-reservations/ReservationsPage.tsx')),
    page('/scan', () => import('./scan-sessions/ScanPage.tsx')),
    page('/stock-takes', () => import('./stock-takes/StockTakesPage.tsx')),
    page('/stock-takes/new', () => import('./stock-takes/NewStockTakePage.tsx')),
    page('/stock-takes/$id', () => import('./stock-takes/StockTakePage.tsx')),
    page('/stock-takes/$id/count', () => import('./stock-takes/count/CountPage.tsx')),
    page('/assets', () => import('./assets/AssetsPage.tsx')),
    page('/assets/overview', () => import('./assets/OverviewPage.tsx')),
    page('/a/$tag', () => import('./assets/AssetPage.tsx')),
    page('/x/$tag', () => import('./assets/LabelPage.tsx')),
    page('/alerts', () => import('./alerts/AlertsPage.tsx')),
    page('/company/alerts', () => import('./alerts/AlertRulesPage.tsx')),
    page('/disposals', () => import('./disposals/DisposalsPage.tsx')),
    page('/disposals/$id', () => import('./disposals/DisposalPage.tsx')),
    page('/equipment', () => import('./equipment/EquipmentPage.tsx')),
    page('/inbox', () => import('./notifications/InboxPage.tsx')),
    page('/profile', () => import('./people/ProfilePage.tsx')),
    notFound,
  ]),
  open('/sign-in', () => import('./identity/SignInPage.tsx')),
  open('/magic', () => import('./identity/MagicPage.tsx')),
  open('/invite', () => import('./identity/InvitePage.tsx')),
  open('/forgot', () => import('./identity/ForgotPage.tsx')),
  open('/reset', () => import('./identity/ResetPage.tsx')),
  open('/approve', () => import('./approvals/LinkPage.tsx')),
  open('/sign', () => import('./acceptances/LinkPage.tsx')),
  open('/leave', () => import('./participants/LeavePage.tsx')),
  open('/report', () => import('./anonymous-reports/MailboxPage.tsx')),
  open('/rate', () => import('./surveys/RatePage.tsx')),
  open('/unsubscribe', () => import('./notifications/UnsubscribePage.tsx')),
  open('/set-up', () => import('./identity/SetUpPage.tsx')),
  open('/mailbox', () => import('./mail/MailboxPage.tsx')),
  open('/styleguide', () => import('./styleguide/StyleguidePage.tsx')),
])

export const router = createRouter({
  routeTree: tree,
  defaultErrorComponent: ({ error, reset }) => <ProblemPage problem={error} onRetry={reset} />,
  defaultPendingMs: 400,
  scrollRestoration: true,
  // Values in the address are text, as people type and share them; nothing is read as JSON.
  parseSearch: parseSearchWith((value) => value),
  stringifySearch: stringifySearchWith(String),
})

declare module '@tanstack/react-router' {
  interface Register {
    router: typeof router
  }
  interface HistoryState {
    /** Just signed in. */
    isArriving?: boolean
  }
}
