import assert from 'node:assert/strict'
import { after, test } from 'node:test'
import { until } from '../apps/server/src/platform/testing/until.ts'
import { closeBrowser, violations, windowOf } from './browser.ts'
import { closeHouse, openHouse } from './house.ts'

after(closeBrowser)
after(closeHouse)

/** Ana with a new request open, and what has been said on it so far. */
async function atWork(summary: string) {
  const { url } = await openHouse()
  const headers = { origin: url, 'x-requested-with': 'deskhand' }
  const ana = await windowOf(url, 'ana@harbour.example', '/inbox')
  const { request } = ana.context
  const created = await request.post(`${url}/api/v1/requests`, {
    headers,
    data: { serviceDeskCode: 'IT', summary },
  })
  const { id, referenceNumber } = await created.json()
  const path = `/q/it-all?sort=-createdAt&sel=${referenceNumber}`
  await ana.page.goto(path)
  const said = async (): Promise<string[]> => {
    const { data } = await (await request.get(`${url}/api/v1/requests/${id}/activities`)).json()
    return data.flatMap(({ activityType, message }: { activityType: string; message: string }) =>
      activityType === 'COMMENT' ? [message] : [],
    )
  }
  const prefer = (undoSend: boolean) =>
    request.patch(`${url}/api/v1/users/me/preferences`, { headers, data: { undoSend } })
  return { ...ana, path, said, prefer, field: ana.page.getByRole('textbox', { name: 'Message' }) }
}

test('a reply can be taken back, and is in the field again', async () => {
  const { context, page, complaints, field, said } = await atWork('Undo takes it back')
  await field.fill('Too quick')
  await field.press('Control+Enter')
  await page.waitForFunction(
    () => document.querySelector<HTMLTextAreaElement>('[data-reply-field] textarea')?.value === '',
  )
  await page.getByText(/goes out in a moment/).waitFor()
  assert.deepEqual(await violations(page), [])
  await page.getByRole('button', { name: 'Undo', exact: true }).click()
  await page.waitForFunction(
    () => document.querySelector<HTMLTextAreaElement>('[data-reply-field] textarea')?.value === 'Too quick',
  )
  // Not in the field any more, so that the letter is a key and not text.
  await field.press('Control+Enter')
  await page.getByText(/goes out in a moment/).waitFor()
  await page.locator('h1, h2').first().click()
  await page.keyboard.press('z')
  await page.waitForFunction(
    () => document.querySelector<HTMLTextAreaElement>('[data-reply-field] textarea')?.value === 'Too quick',
  )
  assert.deepEqual(await said(), [])
  assert.deepEqual(complaints, [])
  await context.close()
})

test('a reply that waits is held when somebody else writes, and looked at before it goes', async () => {
  const { context, page, complaints, field, said, path } = await atWork('Both at once')
  const luis = await windowOf(new URL(page.url()).origin, 'luis@harbour.example', path)
  const theirs = luis.page.getByRole('textbox', { name: 'Message' })
  await theirs.fill('Luis was there first')
  await field.fill('Ana answers too')
  await theirs.press('Control+Enter')
  await luis.page.getByText(/goes out in a moment/).waitFor()
  await field.press('Control+Enter')
  await page.getByText(/goes out in a moment/).waitFor()
  // Whatever sends it at once: another reply is begun, and stays a draft.
  await theirs.pressSequentially('x')
  await page.getByRole('button', { name: 'Review 1 new message' }).waitFor()
  await page.getByText(/^Not sent: somebody wrote/).waitFor()
  assert.equal(await field.inputValue(), 'Ana answers too')
  assert.deepEqual(await said(), ['Luis was there first'])
  assert.deepEqual(await violations(page), [])
  await field.press('Control+Enter')
  await page.locator('[data-marked-edge]', { hasText: 'Luis was there first' }).waitFor()
  await field.press('Control+Enter')
  // Until it is in the timeline something on the page says that it goes there.
  await page.getByText(/is on its way/).waitFor()
  await page.getByRole('log').getByText('Ana answers too').waitFor()
  await page.getByText(/is on its way/).waitFor({ state: 'detached' })
  assert.deepEqual(await said(), ['Luis was there first', 'Ana answers too'])
  assert.deepEqual([...complaints, ...luis.complaints], [])
  await context.close()
  await luis.context.close()
})

test('what is taken back is there again, whatever older draft comes late', async () => {
  const { context, page, complaints, field, said, path } = await atWork('Undo and an older draft')
  await field.fill('An older draft')
  await page.getByText(/Draft saved/).waitFor()
  // The list of drafts comes only after the reply has left the field.
  const late: (() => void)[] = []
  await page.route('**/reply-draft', (route) => {
    if (route.request().method() === 'GET' && late.length === 0) late.push(() => void route.continue())
    else void route.continue()
  })
  await page.reload()
  await page.waitForURL((url) => url.href.endsWith(path))
  await field.fill('The newer reply')
  await field.press('Control+Enter')
  await page.getByText(/goes out in a moment/).waitFor()
  for (const go of late) go()
  await page.getByRole('button', { name: 'Undo', exact: true }).click()
  await page.waitForFunction(() => {
    const now = document.querySelector<HTMLTextAreaElement>('[data-reply-field] textarea')
    return now?.value === 'The newer reply' && now === document.activeElement
  })
  assert.equal(late.length, 1)
  assert.deepEqual(await said(), [])
  assert.deepEqual(complaints, [])
  await context.close()
})

test('a second reply sends the first, another change sends it too, and leaving loses nothing', async () => {
  const { context, page, complaints, path, field, said } = await atWork('One after the other goes out')
  await field.fill('The first')
  await field.press('Control+Enter')
  await field.pressSequentially('The second')
  await field.press('Control+Enter')
  await until(async () => (await said()).includes('The first'), 'the first is sent')
  // Somebody who goes on to another page and comes back.
  await page.goto('/inbox')
  await until(async () => (await said()).includes('The second'), 'the second is sent')
  await page.goto(path)
  await page.getByRole('log').getByText('The second').waitFor()
  await field.fill('Before the state')
  await field.press('Control+Enter')
  await page.getByText(/goes out in a moment/).waitFor()
  await page.close({ runBeforeUnload: true })
  await until(async () => (await said()).includes('Before the state'), 'the last is sent')
  assert.deepEqual(await said(), ['The first', 'The second', 'Before the state'])
  assert.deepEqual(complaints, [])
  await context.close()
})

test('whoever switched it off sends at once', async () => {
  const { context, page, complaints, field, said, prefer } = await atWork('Nothing is held back')
  await prefer(false)
  await page.reload()
  await field.fill('At once')
  await field.press('Control+Enter')
  await page.getByRole('log').getByText('At once').waitFor()
  assert.equal(await page.getByText(/goes out in a moment/).count(), 0)
  assert.deepEqual(await said(), ['At once'])
  await prefer(true)
  assert.deepEqual(complaints, [])
  await context.close()
})

test('V opens the views, and typing finds one', async () => {
  const { context, page, complaints } = await atWork('Which view is it')
  await page.getByRole('grid').first().waitFor()
  await page.locator('body').press('v')
  const field = page.getByRole('combobox', { name: 'Search and commands' })
  await field.fill('unassigned')
  await page.getByRole('option').first().waitFor()
  assert.deepEqual(await violations(page), [])
  await page.keyboard.press('Enter')
  await page.waitForURL(/\/q\/[a-z]+-unassigned/)
  assert.deepEqual(complaints, [])
  await context.close()
})
