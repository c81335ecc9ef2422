import assert from 'node:assert/strict'
import { after, describe, test } from 'node:test'
import type { Page } from 'playwright-core'
import { closeBrowser, desktop, openWindow, phone, picture, signIn, violations, windowOf } from './browser.ts'
import { closeHouse, openHouse } from './house.ts'

after(closeBrowser)
after(closeHouse)

/** Asks for something through the API, as whoever the window belongs to. */
async function ask(page: Page, url: string, summary: string): Promise<{ id: string; ref: string }> {
  const answer = await page.request.post(`${url}/api/v1/requests`, {
    data: { serviceDeskCode: 'IT', summary },
    headers: { origin: url, 'x-requested-with': 'deskhand' },
  })
  const { id, referenceNumber } = await answer.json()
  return { id: String(id), ref: String(referenceNumber) }
}

async function say(page: Page, url: string, id: string, message: string): Promise<void> {
  await page.request.post(`${url}/api/v1/requests/${id}/activities`, {
    data: { message },
    headers: { origin: url, 'x-requested-with': 'deskhand' },
  })
}

test('many are picked by keys, previewed with what is not allowed, changed, and brought back by Z', async () => {
  const { url } = await openHouse()
  const jorge = await windowOf(url, 'jorge@harbour.example', '/requests')
  const made = []
  for (const name of ['one', 'two', 'three']) made.push(await ask(jorge.page, url, `Zebra ${name}`))
  const ana = await windowOf(url, 'ana@harbour.example', '/q/it-all?f=desk:IT%20is:open%20zebra')
  const { page } = ana
  await page.getByRole('grid').waitFor()
  // One of them is in review already, so that not all can be sent there.
  await page.request.post(`${url}/api/v1/requests/${made[2]?.id}/transitions`, {
    data: { to: 'IN_REVIEW' },
    headers: { origin: url, 'x-requested-with': 'deskhand' },
  })

  await page.getByRole('row', { name: /Zebra one/ }).click({ modifiers: ['ControlOrMeta'] })
  await page.keyboard.press('ControlOrMeta+a')
  await page.getByText('3 picked').waitFor()
  const panel = page.getByRole('region', { name: 'Change 3 requests' })
  await panel.getByLabel('Status').first().click()
  await page.getByRole('option', { name: 'In review' }).click()
  await panel.getByRole('button', { name: 'Preview' }).click()
  await panel.getByText('2 will change, one is not allowed').waitFor()
  await panel.getByText('This request is in review already.').waitFor()
  await picture(page, 'journey-bulk-preview')
  assert.deepEqual(await violations(page), [])
  await panel.getByRole('button', { name: 'Change 2 requests' }).click()
  const after = page.getByRole('region', { name: '2 requests changed' })
  await after.getByText('2 requests were changed, one was not').waitFor()
  await picture(page, 'journey-bulk-done')
  await page.keyboard.press('z')
  await page.getByText('Undone.').waitFor()
  const now = await page.request.get(`${url}/api/v1/requests/${made[0]?.id}`)
  assert.equal((await now.json()).status, 'SUBMITTED')
  const back = page.getByRole('region', { name: '2 requests as before' })
  await back.getByText('All of it is as it was before.').waitFor()
  await back.getByRole('button', { name: 'Done' }).click()
  await page.getByText('3 picked').waitFor({ state: 'detached' })

  assert.deepEqual([...jorge.complaints, ...ana.complaints], [])
  await jorge.context.close()
  await ana.context.close()
})

test('a duplicate is merged with a preview, its next reply lands in the other, and it is taken out again', async () => {
  const { url } = await openHouse()
  const jorge = await windowOf(url, 'jorge@harbour.example', '/requests')
  const target = await ask(jorge.page, url, 'Quagga printer')
  const source = await ask(jorge.page, url, 'Quagga printer again')
  await say(jorge.page, url, source.id, 'It still prints stripes.')
  const ana = await windowOf(url, 'ana@harbour.example', `/q/it-all?sel=${target.ref}`)
  const { page } = ana
  await page.getByRole('heading', { name: 'Quagga printer' }).waitFor()

  // Typed on without waiting: what stands behind the key is for the dialog, and none of it is a key of the queue.
  await page.keyboard.type('mQuagga again')
  const dialog = page.getByRole('dialog', { name: `Merge into ${target.ref}` })
  const find = dialog.getByRole('searchbox', { name: 'Find the duplicate' })
  await page.waitForFunction(
    () =>
      document.querySelector<HTMLInputElement>('[role=dialog] input[type=search]')?.value === 'Quagga again',
  )
  const found = dialog.getByRole('list', { name: 'Find the duplicate' }).getByRole('button')
  await found.and(dialog.getByRole('button', { name: new RegExp(source.ref) })).waitFor()
  await page.keyboard.press('ArrowDown')
  await page.keyboard.press('Enter')
  await dialog.getByRole('button', { name: new RegExp(source.ref), pressed: true }).waitFor()
  assert.ok(await find.evaluate((field) => field === document.activeElement), 'Enter confirms next')
  await dialog.getByText('It still prints stripes.').waitFor()
  await picture(page, 'journey-merge-preview')
  assert.deepEqual(await violations(page), [])
  await dialog.getByRole('button', { name: 'Merge request' }).click()
  await page.getByText(`${source.ref} was merged into ${target.ref}.`).first().waitFor()
  await page.getByText('It still prints stripes.').first().waitFor()

  // He opens the old number and is taken to the new one.
  await jorge.page.goto(`/r/${source.ref}`)
  await jorge.page.getByText(`${source.ref} was merged into ${target.ref}. Opening it.`).waitFor()
  await jorge.page.waitForURL(new RegExp(target.ref))

  await say(jorge.page, url, source.id, 'Now they are wider.')
  await page.getByText('Now they are wider.').first().waitFor()
  await page.getByRole('button', { name: `Take ${source.ref} out of this again` }).click()
  const leaving = page.getByRole('dialog', { name: `Take ${source.ref} out of this again` })
  await leaving.getByText('Now they are wider.').waitFor()
  await picture(page, 'journey-unmerge')
  await leaving.getByRole('button', { name: 'Take request out' }).click()
  await page.getByText(`${source.ref} goes on by itself again.`).first().waitFor()
  const thread = await page.request.get(`${url}/api/v1/requests/${source.id}/activities`)
  assert.match(await thread.text(), /Now they are wider/)

  assert.deepEqual([...jorge.complaints, ...ana.complaints], [])
  await jorge.context.close()
  await ana.context.close()
})

test('several that are picked become one: which goes on is chosen, and Z takes it back', async () => {
  const { url } = await openHouse()
  const jorge = await windowOf(url, 'jorge@harbour.example', '/requests')
  const made = []
  for (const name of ['first', 'second', 'third'])
    made.push(await ask(jorge.page, url, `Numbat gate ${name}`))
  const [first, second, third] = made
  const ana = await windowOf(url, 'ana@harbour.example', '/q/it-all?f=desk:IT%20is:open%20numbat')
  const { page } = ana
  await page.getByRole('row', { name: /Numbat gate first/ }).click({ modifiers: ['ControlOrMeta'] })
  await page.keyboard.press('ControlOrMeta+a')
  const panel = page.getByRole('region', { name: 'Change 3 requests' })
  await panel.getByRole('button', { name: 'Merge into…' }).click()
  const dialog = page.getByRole('dialog', { name: 'Merge 3 requests' })
  // The oldest is proposed; the second is chosen.
  await dialog.getByRole('button', { name: `Merge into ${first?.ref}` }).waitFor()
  await dialog.getByRole('radio', { name: new RegExp(`${second?.ref}`) }).check()
  await dialog.getByText('Answers reach Jorge Vidal.').waitFor()
  await picture(page, 'journey-merge-picked')
  assert.deepEqual(await violations(page), [])
  await dialog.getByRole('button', { name: `Merge into ${second?.ref}` }).click()
  await page
    .getByText(new RegExp(`were merged into ${second?.ref}`))
    .first()
    .waitFor()
  const into = async (id = '') =>
    (await (await page.request.get(`${url}/api/v1/requests/${id}`)).json()).mergedInto
  assert.equal((await into(first?.id))?.referenceNumber, second?.ref)
  assert.equal((await into(third?.id))?.referenceNumber, second?.ref)
  await page.keyboard.press('z')
  await page.getByText('Undone.').waitFor()
  assert.equal(await into(first?.id), null)

  // Beside one of them the others are offered as likely the same.
  await page.goto(`/q/it-all?sel=${first?.ref}`)
  await page.getByRole('button', { name: `Merge into this: ${third?.ref}` }).click()
  await page.getByText(`${third?.ref} was merged into ${first?.ref}.`).first().waitFor()
  assert.deepEqual([...jorge.complaints, ...ana.complaints], [])
  await jorge.context.close()
  await ana.context.close()
})

for (const [size, viewport] of [
  ['desk', desktop],
  ['phone', phone],
] as const) {
  for (const scheme of ['light', 'dark'] as const) {
    describe(`on a ${size}, ${scheme}`, () => {
      test('picking, changing many and linking break no rule', async () => {
        const { url } = await openHouse()
        const { context, page, complaints } = await openWindow(url, { viewport, scheme })
        await signIn(context, url, 'ana@harbour.example')
        await page.goto('/q/it-all')
        const row = page.getByRole('row').filter({ has: page.getByRole('checkbox') })
        await row.first().waitFor()
        await row.nth(0).getByRole('checkbox').check({ force: true })
        await row.nth(1).getByRole('checkbox').check({ force: true })
        await page.getByText('2 picked').waitFor()
        await picture(page, `${size}-${scheme}-picked`)
        assert.deepEqual(await violations(page), [])
        if (size === 'phone') await page.getByRole('button', { name: 'Change', exact: true }).click()
        await page.getByRole('button', { name: 'Preview' }).waitFor()
        await picture(page, `${size}-${scheme}-bulk`)
        assert.deepEqual(await violations(page), [])
        assert.equal(
          await page.evaluate(() => document.documentElement.scrollWidth > window.innerWidth),
          false,
          'it scrolls sideways',
        )
        assert.deepEqual(complaints, [])
        await context.close()
      })
    })
  }
}
