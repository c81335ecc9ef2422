import type { BrowserContext, Page } from 'playwright-core'
import { patience } from './browser.ts'

/**
 * Opens the newest mail with this subject to this address, in the mailbox page of the demo world; when there are so
 * many of them, for who waits for another one.
 */
export async function openMail(context: BrowserContext, email: string, subject: RegExp, count = 1) {
  const page = await context.newPage()
  page.setDefaultTimeout(patience)
  await page.goto(`/mailbox?to=${encodeURIComponent(email)}`)
  const mails = page.getByRole('link', { name: subject })
  await mails.nth(count - 1).waitFor()
  await mails.first().click()
  await page.getByRole('heading', { name: subject }).waitFor()
  const text = page.frameLocator('iframe')
  await text.getByRole('heading').first().waitFor()
  return { page, text }
}

/** Presses the mail's button; what it leads to opens beside it. */
export async function followButton({ page }: { page: Page }, name: RegExp | string): Promise<Page> {
  const opening = page.context().waitForEvent('page')
  await page.frameLocator('iframe').getByRole('link', { name }).click()
  const opened = await opening
  opened.setDefaultTimeout(patience)
  return opened
}
