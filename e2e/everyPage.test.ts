import assert from 'node:assert/strict'
import { after, describe, test } from 'node:test'
import { closeBrowser, desktop, openWindow, phone, picture, signIn, violations } from './browser.ts'
import { closeHouse, openHouse } from './house.ts'

/** Every page there is, by whom it is seen. Each is looked at on a desk and on a phone, in light and then in dark. */
const pages: [path: string, email: string | null, ready: RegExp | string][] = [
  ['/sign-in', null, /help desk|Sign in/i],
  ['/forgot', null, /password/i],
  ['/mailbox', null, /Mailbox/i],
  ['/leave', null, /This link leads nowhere/],
  ['/rate', null, /This link leads nowhere/],
  ['/unsubscribe#token=nobody-looks-at-it-before', null, /Stop these mails/],
  ['/approve', null, /This link does not work/],
  ['/', 'marta@harbour.example', /Marta/],
  ['/ask', 'marta@harbour.example', /Something else/],
  ['/approvals', 'marta@harbour.example', /Laptop for the month-end close/],
  ['/approvals?show=decided', 'sofia@harbour.example', /Approved/],
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
  ['/tasks', 'ana@harbour.example', /My tasks/],
  ['/assignments', 'sofia@harbour.example', /In hand/],
  ['/company/cost-centers', 'elena@harbour.example', /Cost centres/],
  ['/company/exchange-rates', 'elena@harbour.example', /The company counts in/],
  ['/company/tags', 'elena@harbour.example', /vpn/],
  ['/company/units', 'elena@harbour.example', /Madrid/],
  ['/people', 'elena@harbour.example', /Aguirre/],
  ['/audit', 'elena@harbour.example', /signed in/],
  ['/recurring', 'elena@harbour.example', /Fire extinguisher round/],
  ['/satisfaction', 'sofia@harbour.example', /good or very good/],
  ['/company', 'elena@harbour.example', /^Company$/],
  ['/company/sla', 'elena@harbour.example', /IT in Porto/],
  ['/company/sla?policy=new', 'elena@harbour.example', /Escalation steps/],
  ['/company/approvals', 'elena@harbour.example', /Equipment over 1,000 EUR/],
  ['/company/approvals/new', 'elena@harbour.example', /Who has to agree/],
  ['/company/rules', 'elena@harbour.example', /Water first/],
  ['/company/rules/new', 'elena@harbour.example', /Try it on what is stored/],
  ['/company/assignees', 'sofia@harbour.example', /In hand/],
  ['/company/calendars', 'elena@harbour.example', /HR with lunch/],
  ['/company/calendars?calendar=new', 'elena@harbour.example', /New calendar/],
  ['/company/forms', 'elena@harbour.example', /Equipment/],
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
  ['/styleguide', 'ana@harbour.example', /Tag/],
]

const browsers = new Map<string | null, Awaited<ReturnType<typeof openWindow>>['context']>()

after(closeBrowser)
after(closeHouse)

for (const [size, viewport] of [
  ['desk', desktop],
  ['phone', phone],
] as const) {
  describe(`on a ${size}`, () => {
    after(async () => {
      for (const context of browsers.values()) await context.close()
      browsers.clear()
    })
    for (const [path, email, ready] of pages) {
      const name = email?.split('@')[0] ?? 'nobody'
      test(`${path} as ${name} breaks no rule`, async () => {
        const { page, complaints } = await pageOf(email, viewport)
        await page.goto(path)
        await page.getByText(ready).filter({ visible: true }).first().waitFor()
        await page.waitForLoadState('networkidle')
        for (const colorScheme of ['light', 'dark'] as const) {
          await page.emulateMedia({ colorScheme })
          await page.locator(`html[data-mantine-color-scheme='${colorScheme}']`).waitFor()
          await picture(page, `${size}-${colorScheme}-${name}${path.replace(/\W+/g, '-')}`)
          assert.deepEqual(await violations(page), [], colorScheme)
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

/** A new page in this person's browser; it stays open for their next one, as people's browsers do. */
async function pageOf(email: string | null, viewport: typeof desktop) {
  const { url } = await openHouse()
  const open = browsers.get(email)
  const { context, page, complaints } = await openWindow(url, { viewport, context: open })
  if (!open && email) await signIn(context, url, email)
  browsers.set(email, context)
  return { page, complaints }
}
