import assert from 'node:assert/strict'
import { readFileSync } from 'node:fs'
import { after, test } from 'node:test'
import sharp from 'sharp'
import { closeBrowser, openWindow, phone, picture, violations, windowOf } from './browser.ts'
import { closeHouse, openHouse } from './house.ts'

after(closeBrowser)
after(closeHouse)

for (const scheme of ['light', 'dark'] as const) {
  test(`a report without a name is answered by its code, on a phone that is not signed in, in the ${scheme}`, async () => {
    const { url } = await openHouse()
    const jorge = await windowOf(url, 'jorge@harbour.example', '/ask', { scheme })
    const { page } = jorge
    await page
      .getByRole('link', { name: /in confidence/i })
      .first()
      .click()
    await page.getByRole('link', { name: 'Report without my name' }).click()
    await page.getByRole('heading', { name: 'Report without your name' }).waitFor()
    await page.getByLabel('What is it about').fill(`Gifts from a supplier, seen in the ${scheme}`)
    await page.getByLabel('Details').fill('Every month, in a blue box.')
    const photo = await sharp({ create: { width: 30, height: 20, channels: 3, background: 'teal' } })
      .withExif({ IFD0: { Artist: 'Jorge Vidal' } })
      .jpeg()
      .toBuffer()
    const files = page.getByRole('group', { name: 'Files' }).locator('input[type=file]')
    await files.setInputFiles({ name: 'Jorge.jpg', mimeType: 'image/jpeg', buffer: photo })
    await picture(page, `anonymous-${scheme}`)
    assert.deepEqual(await violations(page), [])
    // What is sent carries no session.
    const sending = page.waitForRequest(/issue-reports\/anonymous$/)
    const sendingFile = page.waitForRequest(/anonymous-mailbox\/attachments$/)
    await page.getByRole('button', { name: 'Send without my name' }).click()
    assert.equal((await (await sending).allHeaders())['cookie'], undefined)
    const withFile = await sendingFile
    assert.equal((await withFile.allHeaders())['cookie'], undefined)
    const shown = page.getByRole('region', { name: 'Your code' })
    const code = (await shown.getByText(/^([2-9A-Z]{4}-){5}[2-9A-Z]{4}$/).textContent()) ?? ''
    const heading = (await page.getByRole('heading', { level: 1 }).textContent()) ?? ''
    const reference = heading.match(/HR-\d+/)?.[0] ?? ''
    assert.ok(reference)
    await picture(page, `anonymous-code-${scheme}`)
    assert.deepEqual(await violations(page), [])
    // It is none of his own requests, and nothing is left of it as a draft.
    for (const path of ['/api/v1/requests?requester=me&limit=200', '/api/v1/requests/drafts']) {
      const text = await (await jorge.context.request.get(`${url}${path}`)).text()
      assert.ok(!text.includes('Gifts from a supplier'), path)
    }

    const nuria = await windowOf(url, 'nuria@harbour.example', `/q/hr-all?sel=${reference}`, { scheme })
    await nuria.page.getByText('Anonymous reporter').first().waitFor()
    await nuria.page.keyboard.press('r')
    await nuria.page.getByRole('textbox', { name: 'Message' }).fill('Thank you. Which supplier is it?')
    await nuria.page.keyboard.press('Control+Enter')
    await nuria.page.getByText('Thank you. Which supplier is it?').first().waitFor()
    await picture(nuria.page, `anonymous-desk-${scheme}`)

    const { context, page: elsewhere, complaints } = await openWindow(url, { viewport: phone, scheme })
    await elsewhere.clock.install()
    await elsewhere.goto('/report')
    await elsewhere.getByLabel('Code').fill('2222-2222-2222-2222-2222-2222')
    await elsewhere.getByRole('button', { name: 'Open report' }).click()
    await elsewhere.getByText('No report has this code. Look at it letter by letter.').waitFor()
    assert.deepEqual(await violations(elsewhere), [])
    await elsewhere.getByLabel('Code').fill(code.toLowerCase())
    await elsewhere.getByRole('button', { name: 'Open report' }).click()
    await elsewhere.getByText('Thank you. Which supplier is it?').waitFor()
    const saving = elsewhere.waitForEvent('download')
    await elsewhere.getByRole('button', { name: /^file-1\.jpg/ }).click()
    const saved = readFileSync(await (await saving).path())
    assert.ok(saved.length > 0 && !saved.includes('Vidal'))
    // What is written meanwhile comes by itself.
    await nuria.page.keyboard.press('r')
    await nuria.page.getByRole('textbox', { name: 'Message' }).fill('And since when?')
    await nuria.page.keyboard.press('Control+Enter')
    await nuria.page.getByRole('log').getByText('And since when?').waitFor()
    await elsewhere.clock.runFor(21_000)
    await elsewhere.getByRole('log').getByText('And since when?').waitFor()
    await elsewhere.getByLabel('Write to them').fill('The one with the blue boxes.')
    await elsewhere.getByRole('button', { name: 'Send reply' }).click()
    await elsewhere.getByRole('log').getByText('The one with the blue boxes.').waitFor()
    await picture(elsewhere, `anonymous-mailbox-${scheme}`)
    assert.deepEqual(await violations(elsewhere), [])
    assert.ok(!elsewhere.url().includes(code.slice(0, 4)))
    // The desk reads it without loading anything.
    await nuria.page.getByText('The one with the blue boxes.').first().waitFor()
    await elsewhere.getByRole('button', { name: 'Close report' }).click()
    await elsewhere.getByRole('button', { name: 'Open report' }).waitFor()
    assert.equal(await elsewhere.getByLabel('Code').inputValue(), '')
    assert.deepEqual([...jorge.complaints, ...nuria.complaints], [])
    // The one refusal above is all that the browser complains of.
    assert.ok(
      complaints.every((one) => one.includes('404')),
      complaints.join('\n'),
    )
    for (const one of [jorge.context, nuria.context, context]) await one.close()
  })
}
