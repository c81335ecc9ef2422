import assert from 'node:assert/strict'
import { after, describe, test } from 'node:test'
import { closeBrowser, desktop, openWindow, phone, picture, signIn, violations } from './browser.ts'
import { closeHouse, openHouse } from './house.ts'

/** Every page there is, by whom it is seen. Each is looked at in light and dark, on a desk and on a phone. */
const pages: [path: string, email: string | null, ready: RegExp | string][] = [
  ['/sign-in', null, /help desk|Sign in/i],
  ['/forgot', null, /password/i],
  ['/mailbox', null, /Mailbox/i],
  ['/leave', null, /This link leads nowhere/],
  ['/', 'marta@harbour.example', /Marta/],
  ['/ask', 'marta@harbour.example', /Something else/],
  ['/requests', 'marta@harbour.example', /VPN drops/],
  ['/r/IT-4921', 'marta@harbour.example', /VPN drops/],
  ['/inbox', 'marta@harbour.example', /Inbox/i],
  ['/profile', 'marta@harbour.example', /Profile/i],
  ['/', 'ana@harbour.example', /Ana/],
  ['/q/todo', 'ana@harbour.example', /VPN drops/],
  ['/q/it-all?sel=IT-4907', 'ana@harbour.example', /She cycles/],
  ['/q/it-all?layout=table', 'ana@harbour.example', /Assignee|VPN/],
  ['/q/it-all?layout=board&group=status', 'ana@harbour.example', /In progress/],
  ['/assignments', 'sofia@harbour.example', /In hand/],
  ['/company/tags', 'elena@harbour.example', /vpn/],
  ['/company/units', 'elena@harbour.example', /Madrid/],
  ['/people', 'elena@harbour.example', /Aguirre/],
  ['/audit', 'elena@harbour.example', /signed in/],
  ['/company', 'elena@harbour.example', /^Company$/],
  ['/company/sla', 'elena@harbour.example', /IT in Porto/],
  ['/company/sla?policy=new', 'elena@harbour.example', /Escalation steps/],
  ['/company/calendars', 'elena@harbour.example', /HR with lunch/],
  ['/company/calendars?calendar=new', 'elena@harbour.example', /New calendar/],
  ['/company/forms', 'elena@harbour.example', /Equipment/],
  ['/company/desks', 'elena@harbour.example', /IT support/],
  ['/company/catalogue', 'elena@harbour.example', /A laptop or screen/],
  ['/company/priorities', 'elena@harbour.example', /Impact and urgency/],
  ['/company/codes', 'elena@harbour.example', /How requests end/],
  ['/styleguide', 'ana@harbour.example', /Tag/],
]

after(closeBrowser)
after(closeHouse)

for (const [size, viewport] of [
  ['desk', desktop],
  ['phone', phone],
] as const) {
  for (const scheme of ['light', 'dark'] as const) {
    describe(`on a ${size}, ${scheme}`, () => {
      for (const [path, email, ready] of pages) {
        test(`${path} as ${email?.split('@')[0] ?? 'nobody'} breaks no rule`, async () => {
          const { url } = await openHouse()
          const { context, page, complaints } = await openWindow(url, { viewport, scheme })
          if (email) await signIn(context, url, email)
          await page.goto(path)
          await page.getByText(ready).filter({ visible: true }).first().waitFor()
          await picture(
            page,
            `${size}-${scheme}-${email?.split('@')[0] ?? 'nobody'}${path.replace(/\W+/g, '-')}`,
          )
          assert.deepEqual(await violations(page), [])
          assert.equal(
            await page.evaluate(() => document.documentElement.scrollWidth > window.innerWidth),
            false,
            'it scrolls sideways',
          )
          assert.deepEqual(complaints, [])
          await context.close()
        })
      }
    })
  }
}
