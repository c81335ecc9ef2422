import assert from 'node:assert/strict'
import { after, test } from 'node:test'
import type { BrowserContext } from 'playwright-core'
import { until } from '../apps/server/src/platform/testing/until.ts'
import { closeBrowser, picture, violations, windowOf } from './browser.ts'
import { closeHouse, openHouse } from './house.ts'

after(closeBrowser)
after(closeHouse)

const ours = (url: string) => ({ origin: url, 'x-requested-with': 'deskhand' })

async function post(context: BrowserContext, url: string, path: string, data: object) {
  const answer = await context.request.post(`${url}/api/v1${path}`, { data, headers: ours(url) })
  assert.ok(answer.ok(), await answer.text())
  return answer.json()
}

test('what somebody does not want to be mailed stays in the inbox', async () => {
  const { url } = await openHouse()
  const jorge = await windowOf(url, 'jorge@harbour.example', '/profile')
  const box = jorge.page.getByRole('checkbox', { name: 'Somebody replied, Mail' })
  await box.click()
  await jorge.page.getByRole('checkbox', { name: 'Somebody replied, Mail', checked: false }).waitFor()
  await jorge.page.reload()
  await jorge.page.getByRole('checkbox', { name: 'Somebody replied, Mail', checked: false }).waitFor()
  assert.deepEqual(await violations(jorge.page), [])

  const ana = await windowOf(url, 'ana@harbour.example', '/q/todo')
  const { id, referenceNumber } = await post(jorge.context, url, '/requests', {
    serviceDeskCode: 'IT',
    summary: 'Headset hums',
  })
  await post(ana.context, url, `/requests/${id}/activities`, {
    activityType: 'COMMENT',
    message: 'Which one is it?',
  })
  await jorge.page.goto('/inbox')
  await jorge.page.getByText(`Ana Ruiz replied on ${referenceNumber}`).first().waitFor()
  assert.deepEqual(await violations(jorge.page), [])
  await post(ana.context, url, `/requests/${id}/transitions`, {
    to: 'ACTION_REQUIRED',
    question: 'And does it hum on a call?',
  })
  // The mail of what came later is there, and the one of the reply is not.
  const texts = async () => {
    const answer = await jorge.context.request.get(`${url}/api/v1/demo/mailbox?to=jorge@harbour.example`)
    const { data }: { data: { subject: string; text: string }[] } = await answer.json()
    return data.filter(({ subject }) => subject.includes(referenceNumber)).map(({ text }) => text)
  }
  await until(
    async () => (await texts()).some((text) => text.includes('And does it hum')),
    'the question went out',
  )
  assert.deepEqual(
    (await texts()).filter((text) => text.includes('Which one is it?')),
    [],
  )
  await jorge.page.goto('/profile')
  await box.click()
  await jorge.page.getByRole('checkbox', { name: 'Somebody replied, Mail', checked: true }).waitFor()
  assert.deepEqual([...jorge.complaints, ...ana.complaints], [])
  await jorge.context.close()
  await ana.context.close()
})

test('dark is chosen once and holds on every device', async () => {
  const { url } = await openHouse()
  const desk = await windowOf(url, 'marta@harbour.example', '/profile')
  const colour = () => desk.page.evaluate(() => getComputedStyle(document.body).backgroundColor)
  const light = await colour()
  await desk.page.getByRole('radiogroup', { name: 'Theme' }).getByText('Dark', { exact: true }).click()
  await desk.page.locator('html[data-mantine-color-scheme=dark]').waitFor()
  assert.notEqual(await colour(), light)
  assert.deepEqual(await violations(desk.page), [])
  await desk.page.reload()
  await desk.page.locator('html[data-mantine-color-scheme=dark]').waitFor()

  const other = await windowOf(url, 'marta@harbour.example', '/')
  await other.page.locator('html[data-mantine-color-scheme=dark]').waitFor()
  await desk.page.getByRole('radiogroup', { name: 'Theme' }).getByText('As the system').click()
  await desk.page.locator('html[data-mantine-color-scheme=light]').waitFor()
  // Another device asks when it is next opened.
  await other.page.reload()
  await other.page.locator('html[data-mantine-color-scheme=light]').waitFor()
  assert.deepEqual([...desk.complaints, ...other.complaints], [])
  await desk.context.close()
  await other.context.close()
})

test('a technician signs replies in mails, and reads days as at home', async () => {
  const { url } = await openHouse()
  const luis = await windowOf(url, 'luis@harbour.example', '/profile')
  await luis.page.getByLabel('Under my replies').fill('Luis, second floor')
  await luis.page.getByRole('button', { name: 'Save signature' }).click()
  await luis.page.getByRole('button', { name: 'Save signature' }).waitFor({ state: 'detached' })
  await luis.page.getByRole('combobox', { name: 'Days and numbers' }).click()
  await luis.page.getByRole('option', { name: 'Spanish' }).click()
  await luis.page.reload()
  await luis.page.locator('input[value="Spanish"]').waitFor()
  assert.equal(await luis.page.getByLabel('Under my replies').inputValue(), 'Luis, second floor')
  await picture(luis.page, 'profile-writing')
  assert.deepEqual(await violations(luis.page), [])
  assert.deepEqual(luis.complaints, [])
  await luis.context.close()
})
