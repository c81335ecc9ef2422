import assert from 'node:assert/strict'
import { after, test } from 'node:test'
import { closeBrowser, windowOf } from './browser.ts'
import { closeHouse, openHouse } from './house.ts'

after(closeBrowser)
after(closeHouse)

test('an impatient second press sends nothing twice, and what is written next is sent', async () => {
  const { url } = await openHouse()
  const headers = { origin: url, 'x-requested-with': 'deskhand' }
  const { context, page, complaints } = await windowOf(url, 'ana@harbour.example', '/')
  const created = await context.request.post(`${url}/api/v1/requests`, {
    headers,
    data: { serviceDeskCode: 'IT', summary: 'The bell rings twice' },
  })
  const { id, referenceNumber } = await created.json()
  await page.goto(`/q/it-all?sort=-createdAt&sel=${referenceNumber}`)
  const field = page.getByRole('textbox', { name: 'Message' })
  const said = async () => {
    const { data } = await (await context.request.get(`${url}/api/v1/requests/${id}/activities`)).json()
    return data.flatMap(({ activityType, message }: { activityType: string; message: string }) =>
      activityType === 'COMMENT' ? [message] : [],
    )
  }

  await field.fill('Pressed three times')
  for (let times = 0; times < 3; times++) await field.press('Control+Enter')
  await page.getByRole('log').getByText('Pressed three times').waitFor()
  await page.waitForFunction(
    () => document.querySelector<HTMLTextAreaElement>('[data-reply-field] textarea')?.value === '',
  )
  await field.fill('Clicked twice')
  await page.getByRole('button', { name: /^Send/ }).last().dblclick()
  await page.getByRole('log').getByText('Clicked twice').waitFor()
  await page.waitForLoadState('networkidle')
  assert.deepEqual(await said(), ['Pressed three times', 'Clicked twice'])
  assert.deepEqual(complaints, [])
  await context.close()
})
