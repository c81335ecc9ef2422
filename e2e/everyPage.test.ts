import assert from 'node:assert/strict'
import { after, describe, test } from 'node:test'
import type { BrowserContext, Page } from 'playwright-core'
import { closeBrowser, desktop, openWindow, phone, picture, signIn, violations } from './browser.ts'
import { closeHouse, openHouse } from './house.ts'

/**
 * Every page there is, by whom it is seen. Each is looked at on a desk and on a phone, in light and then in dark. The
 * router says whether one is missing here.
 */
const pages: [path: string, email: string | null, ready: RegExp | string][] = [
  ['/sign-in', null, /help desk|Sign in/i],
  ['/forgot', null, /password/i],
  ['/magic', null, /This link is not whole/],
  ['/invite', null, /This link is not whole/],
  ['/reset#token=nobody-looks-at-it-before', null, /This link does not work any more/],
  ['/mailbox', null, /Mailbox/i],
  ['/leave', null, /This link leads nowhere/],
  ['/rate', null, /This link leads nowhere/],
  ['/unsubscribe#token=nobody-looks-at-it-before', null, /Stop these mails/],
  ['/approve', null, /This link does not work/],
  ['/sign', null, /This link is not known/],
  ['/', 'marta@harbour.example', /Marta/],
  ['/equipment', 'marta@harbour.example', /Your things/],
  ['/ask', 'marta@harbour.example', /Something else/],
  ['/ask/other', 'marta@harbour.example', /What is it about|In your own words/],
  ['/ask/$item', 'marta@harbour.example', /What happens next/],
  ['/ask/anonymous', 'marta@harbour.example', /Send without my name/],
  ['/report', null, /Open report/],
  ['/approvals', 'marta@harbour.example', /Laptop for the month-end close/],
  ['/approvals?show=decided', 'sofia@harbour.example', /Approved/],
  ['/approvals/$id', 'marta@harbour.example', /Open the request/],
  ['/requests', 'marta@harbour.example', /VPN drops/],
  ['/r/IT-4921', 'marta@harbour.example', /VPN drops/],
  ['/inbox', 'marta@harbour.example', /Inbox/i],
  ['/payments', 'pablo@harbour.example', /To be paid/],
  ['/away', 'marta@harbour.example', /Your days in/],
  ['/away', 'nuria@harbour.example', /Days of leave/],
  ['/profile', 'marta@harbour.example', /Profile/i],
  ['/', 'ana@harbour.example', /Ana/],
  ['/q/todo', 'ana@harbour.example', /VPN drops/],
  ['/q/it-all?sel=IT-4907', 'ana@harbour.example', /She cycles/],
  ['/q/it-all?layout=table', 'ana@harbour.example', /Assignee|VPN/],
  ['/q/it-all?layout=board&group=status', 'ana@harbour.example', /In progress/],
  ['/assets', 'ana@harbour.example', /More filters/],
  ['/assets?status=MISSING&asOf=2026-01-31', 'ana@harbour.example', /Back to now/],
  ['/assets', 'marta@harbour.example', /for people who work at a desk/],
  ['/assets/overview', 'ana@harbour.example', /Things in numbers/],
  ['/stock', 'ana@harbour.example', /Toner HP 59X/],
  ['/stock?low=true', 'ana@harbour.example', /Below minimum/],
  ['/stock', 'marta@harbour.example', /for people who work at a desk/],
  ['/stock/$id', 'ana@harbour.example', /Where it is/],
  ['/kits', 'ana@harbour.example', /Desk at home/],
  ['/reservations', 'ana@harbour.example', /Overdue/],
  ['/reservations?view=month', 'ana@harbour.example', /Later|To confirm/],
  ['/tasks', 'ana@harbour.example', /My tasks/],
  ['/alerts', 'ana@harbour.example', /warranty|was due back|goes back|end of life/],
  ['/alerts?state=RESOLVED', 'ana@harbour.example', /Settled by/],
  ['/alerts', 'marta@harbour.example', /for people who work at a desk/],
  ['/company/alerts', 'elena@harbour.example', /When Deskhand speaks up/],
  ['/scan', 'ana@harbour.example', /Scan or type a tag/],
  ['/scan?mode=CHECK_OUT', 'ana@harbour.example', /Scan the first label/],
  ['/stock-takes', 'ana@harbour.example', /Count what there is/],
  ['/stock-takes/$id', 'sofia@harbour.example', /Being counted/],
  ['/stock-takes/$id/count', 'ana@harbour.example', /Count/],
  ['/stock-takes/new', 'sofia@harbour.example', /things are in this scope/],
  ['/assignments', 'sofia@harbour.example', /In hand/],
  ['/company/cost-centers', 'elena@harbour.example', /Cost centres/],
  ['/company/exchange-rates', 'elena@harbour.example', /The company counts in/],
  ['/company/tags', 'elena@harbour.example', /vpn/],
  ['/company/units', 'elena@harbour.example', /Madrid/],
  ['/people', 'elena@harbour.example', /Aguirre/],
  ['/people/$id', 'elena@harbour.example', /Roles/],
  ['/people/$id', 'jorge@harbour.example', /Department/],
  ['/audit', 'elena@harbour.example', /opened|moved|tagged|replied/],
  ['/audit?signins=yes', 'elena@harbour.example', /signed in/],
  ['/recurring', 'elena@harbour.example', /Fire extinguisher round/],
  ['/satisfaction', 'sofia@harbour.example', /good or very good/],
  ['/company', 'elena@harbour.example', /^Company$/],
  ['/company/sla', 'elena@harbour.example', /IT in Porto/],
  ['/company/sla?policy=new', 'elena@harbour.example', /Escalation policy/],
  ['/company/escalations', 'elena@harbour.example', /Tell who leads the desk/],
  ['/company/approvals', 'elena@harbour.example', /Equipment over 1,000 EUR/],
  ['/company/approvals/new', 'elena@harbour.example', /Who has to agree/],
  ['/company/rules', 'elena@harbour.example', /Water first/],
  ['/company/rules/new', 'elena@harbour.example', /Try it on what is stored/],
  ['/company/floor-plans', 'elena@harbour.example', /Floor 2/],
  ['/company/found', 'elena@harbour.example', /What finders read/],
  ['/company/signing-keys', 'elena@harbour.example', /Signs since/],
  ['/company/imports', 'elena@harbour.example', /Nothing is imported before it was checked/],
  ['/company/discovery', 'elena@harbour.example', /Make an address/],
  ['/disposals', 'ana@harbour.example', /Old laptops of this quarter/],
  ['/disposals/$id', 'ana@harbour.example', /What stands in|Things/],
  ['/software', 'ana@harbour.example', /under one name/],
  ['/licences', 'ana@harbour.example', /Slack Business/],
  ['/licences/renewals', 'ana@harbour.example', /Last day to give notice/],
  ['/licences/$id', 'ana@harbour.example', /Give a seat/],
  ['/insurance-claims', 'ana@harbour.example', /What insurers were asked to pay/],
  ['/certificates', 'ana@harbour.example', /vpn\.harbour\.example/],
  ['/company/asset-categories', 'elena@harbour.example', /tags LT-/],
  ['/company/asset-models', 'elena@harbour.example', /ThinkPad T14/],
  ['/company/manufacturers', 'elena@harbour.example', /Lenovo/],
  ['/company/locations', 'elena@harbour.example', /Old cannery/],
  ['/company/webhooks', 'elena@harbour.example', /Building alarms/],
  ['/company/webhooks/$id', 'elena@harbour.example', /Deliveries/],
  ['/company/assignees', 'sofia@harbour.example', /In hand/],
  ['/company/calendars', 'elena@harbour.example', /HR with lunch/],
  ['/company/calendars?calendar=new', 'elena@harbour.example', /New calendar/],
  ['/company/forms', 'elena@harbour.example', /Equipment/],
  ['/company/fields', 'elena@harbour.example', /Cost object/],
  ['/company/forms/$id', 'elena@harbour.example', /Publish/],
  ['/company/mail', 'elena@harbour.example', /No mail has gone out yet|Kept|Waiting|Sent/],
  ['/company/corrections', 'sofia@harbour.example', /Proposed by/],
  ['/company/operations', 'elena@harbour.example', /changed/],
  ['/company/prepared', 'elena@harbour.example', /Kind of request/],
  ['/company/desks', 'elena@harbour.example', /IT support/],
  ['/company/teams', 'elena@harbour.example', /Systems and access/],
  ['/company/catalogue', 'elena@harbour.example', /A laptop or screen/],
  ['/company/priorities', 'elena@harbour.example', /Impact and urgency/],
  ['/company/codes', 'elena@harbour.example', /How requests end/],
  ['/company/checklists', 'sofia@harbour.example', /Replace a laptop/],
  ['/company/journeys', 'elena@harbour.example', /Comes with Deskhand/],
  ['/company/macros', 'sofia@harbour.example', /Take it and say so/],
  ['/company/responses', 'sofia@harbour.example', /Restart first/],
  ['/platform', 'root@deskhand.example', /Harbour & Pine/],
  ['/nowhere', 'ana@harbour.example', /There is nothing here/],
  ['/styleguide', 'ana@harbour.example', /Tag/],
]

/** Where the first address with an id is read, and under which names it lies in the answer. */
const ids: Record<string, { read: string; at: (string | number)[] }> = {
  '/ask/$item': { read: 'service-desks/IT/request-types', at: ['data', 0, 'id'] },
  '/approvals/$id': { read: 'users/me/approvals', at: ['data', 0, 'id'] },
  '/stock/$id': { read: 'stock-items', at: ['data', 0, 'id'] },
  '/stock-takes/$id': { read: 'stock-takes?state=ACTIVE', at: ['data', 0, 'id'] },
  '/stock-takes/$id/count': { read: 'stock-takes?state=ACTIVE', at: ['data', 0, 'id'] },
  '/people/$id': { read: 'users/me', at: ['id'] },
  '/company/webhooks/$id': { read: 'management/webhooks', at: ['data', 0, 'id'] },
  '/licences/$id': { read: 'licences', at: ['data', 0, 'id'] },
  '/disposals/$id': { read: 'disposals', at: ['data', 0, 'id'] },
  '/company/forms/$id': { read: 'management/forms', at: ['data', 0, 'id'] },
}

/** Pages that are looked at elsewhere, and where. */
const elsewhere: Record<string, string> = {
  '/a/$tag': 'Each test adds a thing of its own: e2e/assetPage.test.ts looks at it.',
  '/x/$tag':
    'It leads on to /a/$tag: e2e/assetPage.test.ts follows it; colleagues report there: e2e/labelledFault.test.ts.',
  '/company/imports/$id':
    'It needs a list that was uploaded: e2e/imports.test.ts looks at each of its steps.',
  '/software/$id': 'Agents must have reported first: e2e/discovery.test.ts looks at it.',
  '/sign/$id': 'Only who was asked to sign sees it: e2e/handOvers.test.ts looks at it.',
  '/set-up': 'Only an installation without a company shows it: e2e/setUp.test.ts looks at each of its steps.',
}

const browsers = new Map<string | null, Promise<BrowserContext>>()

after(closeBrowser)
after(closeHouse)

test('every address of the router is looked at here, or says where else', async () => {
  const { page } = await pageOf(null, desktop)
  await page.goto('/sign-in')
  await page.getByRole('heading', { level: 1 }).waitFor()
  const addresses = await page.evaluate(() => {
    const { __TSR_ROUTER__: router } = window as unknown as { __TSR_ROUTER__: Router }
    return Object.keys(router.routesByPath)
  })
  assert.ok(addresses.includes('/q/$view'), 'the router tells its addresses')
  const seen = new Set(pages.map(([path]) => addressOf(path, addresses)))
  assert.deepEqual(
    addresses.filter((address) => !seen.has(address) && !elsewhere[address]),
    [],
    'nobody looks at these',
  )
  assert.deepEqual(
    Object.keys(elsewhere).filter((address) => seen.has(address) || !addresses.includes(address)),
    [],
    'these need no reason',
  )
  await page.context().close()
  browsers.clear()
})

for (const [size, viewport] of [
  ['desk', desktop],
  ['phone', phone],
] as const) {
  // While one page waits for its answers, the other is looked at.
  describe(`on a ${size}`, { concurrency: 2 }, () => {
    after(async () => {
      for (const context of browsers.values()) await (await context).close()
      browsers.clear()
    })
    for (const [path, email, ready] of pages) {
      const name = email?.split('@')[0] ?? 'nobody'
      test(`${path} as ${name} breaks no rule`, async () => {
        const { page, complaints } = await pageOf(email, viewport)
        await page.goto(await placeOf(page, path))
        await page.getByText(ready).filter({ visible: true }).first().waitFor()
        await page.waitForLoadState('networkidle')
        let inLight = ''
        for (const colorScheme of ['light', 'dark'] as const) {
          await page.emulateMedia({ colorScheme })
          await page.locator(`html[data-mantine-color-scheme='${colorScheme}']`).waitFor()
          await picture(page, `${size}-${colorScheme}-${name}${path.replace(/\W+/g, '-')}`)
          const coloursOnly = (await markupOf(page)) === inLight
          assert.deepEqual(await violations(page, { coloursOnly }), [], colorScheme)
          inLight = await markupOf(page)
        }
        assert.equal(
          await page.evaluate(() => document.documentElement.scrollWidth > window.innerWidth),
          false,
          'it scrolls sideways',
        )
        assert.deepEqual(complaints, [])
        await page.close()
      })
    }
  })
}

/** Where this is the same, the rules that go by the markup need not be asked again. */
const markupOf = (page: Page) => page.evaluate(() => document.body.innerHTML)

type Router = { routesByPath: Record<string, unknown> }

/** Which of the router's addresses this place has; the one with the fewest variables where several fit. */
function addressOf(place: string, addresses: readonly string[]): string | undefined {
  const parts = place.replace(/[?#].*/, '').split('/')
  return addresses
    .filter((address) => {
      const names = address.split('/')
      return address === '/$' || (names.length === parts.length && names.every(fits))
      function fits(name: string, index: number) {
        return name.startsWith('$') || name === parts[index]
      }
    })
    .sort((one, other) => one.split('$').length - other.split('$').length || other.length - one.length)[0]
}

/** The address with an id of this person's own world in it. */
async function placeOf(page: Page, path: string): Promise<string> {
  const source = ids[path]
  if (!source) return path
  let found: unknown = await (await page.request.get(`/api/v1/${source.read}`)).json()
  for (const name of source.at) found = (found as Record<string | number, unknown>)[name]
  assert.equal(typeof found, 'string', `${source.read} has something for ${path}`)
  return path.replace(/\$\w+/, String(found))
}

/** A new page in this person's browser, which stays open for their next one, as people's browsers do. */
async function pageOf(email: string | null, viewport: typeof desktop) {
  const { url } = await openHouse()
  const open = browsers.get(email) ?? browserOf(email, url, viewport)
  browsers.set(email, open)
  return openWindow(url, { viewport, context: await open })
}

async function browserOf(email: string | null, url: string, viewport: typeof desktop) {
  const { context, page } = await openWindow(url, { viewport })
  await page.close()
  if (email) await signIn(context, url, email)
  return context
}
