import assert from 'node:assert/strict'
import { after, test } from 'node:test'
import { closeBrowser, picture, violations, windowOf } from './browser.ts'
import { closeHouse, openHouse } from './house.ts'

after(closeBrowser)
after(closeHouse)

test('a technician works through a list, with a timer, macros and canned responses', async () => {
  const { url } = await openHouse()
  const jorge = await windowOf(url, 'jorge@harbour.example', '/requests')
  const reference = await jorge.page.evaluate(async () => {
    const answer = await fetch('/api/v1/requests', {
      method: 'POST',
      headers: { 'content-type': 'application/json', 'x-requested-with': 'deskhand' },
      body: JSON.stringify({ serviceDeskCode: 'IT', summary: 'My laptop smells of smoke' }),
    })
    const { referenceNumber } = (await answer.json()) as { referenceNumber: string }
    return referenceNumber
  })
  const { page, context, complaints } = await windowOf(
    url,
    'ana@harbour.example',
    `/q/it-all?sel=${reference}`,
  )
  const field = page.getByRole('textbox', { name: 'Message' })
  const clear = async () => {
    await page.emulateMedia({ colorScheme: 'light' })
    assert.deepEqual(await violations(page), [])
    await page.emulateMedia({ colorScheme: 'dark' })
    assert.deepEqual(await violations(page), [])
    await page.emulateMedia({ colorScheme: 'light' })
  }

  // A macro takes it, says so, and begins.
  await field.waitFor()
  await field.pressSequentially('/take')
  await page.getByRole('option', { name: 'Take it and say so' }).waitFor()
  await page.getByText('Then in progress').waitFor()
  await picture(page, 'deskwork-macro')
  await clear()
  await page.keyboard.press('Enter')
  await page.getByText('I have this now and look at it today.').first().waitFor()
  await page.waitForFunction(
    () => document.querySelector<HTMLTextAreaElement>('[data-reply-field] textarea')?.value === '',
  )

  // A checklist, and a task of one's own.
  await page.getByRole('button', { name: 'Add checklist' }).click()
  await page.getByRole('menuitem', { name: 'Replace a laptop' }).click()
  const tick = (name: string) => page.getByRole('checkbox', { name, exact: true })
  await tick('Wipe the old disk').waitFor()
  await page.getByRole('textbox', { name: 'New task' }).fill('Open a window')
  await page.keyboard.press('Enter')
  await tick('Open a window').waitFor()
  await page.getByText('0 of 5 done. 2 keep it from being resolved.').waitFor()

  // What is open keeps it from being resolved, and the macro says so before it is run.
  await field.pressSequentially('/solved')
  await page.getByText(/Still to do before it can be resolved: “Back up the old laptop”/).waitFor()
  await page.keyboard.press('Escape')
  await field.fill('')

  // A tick can be undone; what Jorge may see, he sees.
  await tick('Open a window').click()
  // What the macro did can be undone for a while as well.
  const ticked = page.locator('[id^=toast-]').filter({ hasText: '“Open a window” is done.' })
  await ticked.getByRole('button', { name: 'Undo' }).click()
  await page.getByText('0 of 5 done').waitFor()
  await jorge.page.goto(`/r/${reference}`)
  await jorge.page.getByText('Back up the old laptop').first().waitFor()
  assert.equal(await jorge.page.getByText('Wipe the old disk').count(), 0)
  await tick('Back up the old laptop').click()
  await tick('Wipe the old disk').click()
  await page.getByText('2 of 5 done').waitFor()
  await jorge.page.getByText('done by Ana Ruiz').waitFor()

  // The timer survives a reload.
  await page.getByRole('button', { name: /Start timer/ }).click()
  await page.getByRole('timer').waitFor()
  await page.reload()
  await page.getByRole('timer').waitFor()
  await picture(page, 'deskwork-panels')
  await clear()
  await page.getByRole('button', { name: /Stop timer/ }).click()
  await page.getByText(/^\d+ min booked$/).waitFor()

  // Two colons put in what is said often, with its names.
  await field.pressSequentially('Good morning. ::does it')
  await page.getByRole('option', { name: /Does it work now/ }).waitFor()
  await picture(page, 'deskwork-response')
  await page.keyboard.press('Enter')
  await page.waitForFunction(() =>
    /^Good morning\. Hello Jorge,[\s\S]*Does it work for you now\?\nAna$/.test(
      document.querySelector<HTMLTextAreaElement>('[data-reply-field] textarea')?.value ?? '',
    ),
  )
  await field.fill('')

  // Nothing is in the way any more.
  await field.pressSequentially('/solved')
  await page.getByText('Then resolved').waitFor()
  await page.keyboard.press('Enter')
  await page.getByText('A restart brought it back, Jorge.').first().waitFor()
  assert.deepEqual([...complaints, ...jorge.complaints], [])
  await context.close()
  await jorge.context.close()
})

test('a supervisor keeps macros, canned responses and checklists', async () => {
  const { url } = await openHouse()
  const { page, context, complaints } = await windowOf(url, 'sofia@harbour.example', '/company/checklists')
  await page.getByRole('button', { name: 'New checklist' }).click()
  const dialog = page.getByRole('dialog')
  await dialog.getByLabel('Name').fill('Move a desk')
  await dialog.getByRole('textbox', { name: 'Item 1' }).fill('Unplug everything')
  await dialog.getByRole('checkbox', { name: 'Must be done' }).check()
  await picture(page, 'deskwork-checklist')
  assert.deepEqual(await violations(page), [])
  await dialog.getByRole('button', { name: 'Save checklist' }).click()
  await page.getByRole('listitem').filter({ hasText: 'Move a desk' }).waitFor()

  await page.goto('/company/responses')
  await page.getByRole('button', { name: 'New response' }).click()
  await dialog.getByLabel('Name').fill('Nonsense')
  await dialog.getByLabel('Text').fill('Dear {{requester.salary}}')
  await dialog.getByRole('button', { name: 'Save response' }).click()
  await dialog.getByText(/There is no {{requester.salary}}/).waitFor()
  assert.deepEqual(await violations(page), [])
  await dialog.getByLabel('Text').fill('Dear {{requester.firstName}}')
  await dialog.getByRole('button', { name: 'Save response' }).click()
  await page.getByRole('listitem').filter({ hasText: 'Nonsense' }).waitFor()

  await page.goto('/company/macros')
  await page.getByRole('button', { name: 'Change Solved by a restart' }).click()
  await picture(page, 'deskwork-macro-editor')
  assert.deepEqual(await violations(page), [])
  await dialog.getByLabel('Name').fill('Solved by a cold restart')
  await dialog.getByRole('button', { name: 'Save macro' }).click()
  await page.getByRole('listitem').filter({ hasText: 'Solved by a cold restart' }).waitFor()
  assert.deepEqual(complaints, [])
  await context.close()
})
