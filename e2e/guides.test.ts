import assert from 'node:assert/strict'
import { after, test } from 'node:test'
import { closeBrowser, picture, violations, windowOf } from './browser.ts'
import { closeHouse, openHouse } from './house.ts'

after(closeBrowser)
after(closeHouse)

/** docs/guides/approvals.md, step by step, as it is written there. */
test('the guide for approvals does what it says', async () => {
  const { url } = await openHouse()
  const { page, context, complaints } = await windowOf(url, 'elena@harbour.example', '/company')
  await page.getByRole('link', { name: 'Approval policies', exact: true }).first().click()
  await page.getByRole('heading', { name: 'Approval policies' }).waitFor()
  await page.getByRole('button', { name: 'Add policy' }).click()
  await page.getByLabel('Name', { exact: true }).fill('Keys to the vault')

  // Without a condition, and with a step that asks nobody, it is refused with the reason.
  await page.getByLabel('Name of the step').fill('Manager')
  await page.getByRole('button', { name: 'Save policy' }).click()
  await page
    .getByText(/Say to what it applies/)
    .first()
    .waitFor()
  const applies = page.getByRole('group', { name: 'When it applies' })
  await applies.getByLabel('Desks').focus()
  await page.keyboard.press('ArrowDown')
  await page.getByRole('option', { name: 'IT support' }).click()
  await page.keyboard.press('Escape')
  await applies.getByRole('textbox', { name: 'Above', exact: true }).fill('40000')
  await page.getByRole('button', { name: 'Add step' }).click()
  const second = page.getByRole('group', { name: 'Step 2' })
  await second.getByLabel('Name of the step').fill('Supervisor')
  await second.getByLabel('Who', { exact: true }).selectOption({ label: 'Role at a desk' })
  await second.getByRole('textbox', { name: 'Only above', exact: true }).fill('60000')
  await picture(page, 'guide-approvals')
  assert.deepEqual(await violations(page), [])
  await page.getByRole('button', { name: 'Save policy' }).click()
  const row = page.getByRole('listitem').filter({ hasText: 'Keys to the vault' })
  await row
    .getByText(/needs approval\. First the manager of whoever asks\. Then, above 60,000\.00 EUR/)
    .waitFor()

  // Its page names who would be asked for a sample.
  await row.getByRole('link', { name: 'Keys to the vault' }).click()
  const trial = page.getByRole('region', { name: 'Try it' })
  await trial.getByLabel('Who asks').fill('Jorge')
  await page.getByRole('option', { name: /Jorge Vidal/ }).click()
  await trial.getByRole('textbox', { name: 'Amount', exact: true }).fill('50000')
  await trial.getByRole('button', { name: 'See who is asked' }).click()
  await trial.getByText('It applies.').waitFor()
  await trial.getByText(/Manager: asks Marta Gil/).waitFor()
  await trial.getByText(/Supervisor: skipped/).waitFor()
  await page.getByRole('button', { name: 'Retire policy' }).click()
  await page.getByRole('dialog').getByRole('button', { name: 'Retire policy' }).click()
  await page.getByText('The policy is retired.').first().waitFor()
  assert.deepEqual(complaints, [])
  await context.close()
})
