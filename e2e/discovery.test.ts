import assert from 'node:assert/strict'
import { after, test } from 'node:test'
import { deflateSync } from 'node:zlib'
import { closeBrowser, phone, picture, violations, windowOf } from './browser.ts'
import { closeHouse, openHouse } from './house.ts'

after(closeBrowser)
after(closeHouse)

type Told = { name: string; uuid: string; serial: string; key: string }

const report = (url: string, { name, uuid, serial, key }: Told) =>
  fetch(url, {
    method: 'POST',
    headers: {
      'content-type': 'application/x-compress-zlib',
      'glpi-agent-id': key,
      'user-agent': 'GLPI-Agent_v1.11',
    },
    body: deflateSync(
      JSON.stringify({
        action: 'inventory',
        deviceid: `${name}-2026-01-05-09-00-00`,
        itemtype: 'Computer',
        content: {
          versionclient: 'GLPI-Agent_v1.11',
          hardware: { name, uuid, chassis_type: 'Laptop', memory: 16_000 },
          bios: { ssn: serial, smanufacturer: 'Dell Inc.', smodel: 'Latitude 7440' },
          softwares: [{ name: 'Quarterdeck Planner 3.1', version: '3.1', publisher: 'Quarterdeck' }],
        },
      }),
    ),
  })

test('an admin gives agents an address, decides what is unclear, and forbids what was found', async () => {
  const { url } = await openHouse()
  const { page } = await windowOf(url, 'elena@harbour.example', '/company/discovery')
  await page.getByRole('button', { name: 'Make an address' }).click()
  const dialog = page.getByRole('dialog', { name: 'Make an address' })
  await dialog.getByLabel('Name').fill('Journey of agents')
  await dialog.getByRole('button', { name: 'Make it' }).click()
  const made = page.getByRole('dialog', { name: /Journey of agents.* is ready/ })
  await made.getByText('msiexec').waitFor()
  assert.deepEqual(await violations(page), [])
  const told = (await made.locator('code').first().textContent()) ?? ''
  const address = new URL(new URL(told).pathname, url).href
  await made.getByRole('button', { name: 'Done' }).click()

  const first = {
    name: 'journey-one',
    uuid: '7f1c2d3e-0000-4abc-8def-0123456789a1',
    serial: 'JOURNEY-0001',
    key: '7f1c2d3e-1111-4abc-8def-0123456789a1',
  }
  const twin = {
    ...first,
    name: 'journey-two',
    uuid: '8e2d3c4f-0000-4abc-8def-0123456789b2',
    key: '8e2d3c4f-1111-4abc-8def-0123456789b2',
  }
  assert.equal((await report(address, first)).status, 200)
  assert.equal((await report(address, twin)).status, 200)

  await page.reload()
  await page.getByRole('button', { name: 'Block: journey-one' }).waitFor()
  await page.getByText('journey-two · Contradicts itself').waitFor()
  await picture(page, 'discovery')
  assert.deepEqual(await violations(page), [])
  await page.getByRole('button', { name: /^It is .*: journey-two$/ }).click()
  await page.getByText('They belong together now.').waitFor()
  await page.getByText('journey-two · Contradicts itself').waitFor({ state: 'detached' })
  await page.getByRole('button', { name: 'Block: journey-one' }).click()
  await page.getByRole('button', { name: 'Allow: journey-one' }).waitFor()
  assert.equal((await report(address, first)).status, 403)

  const ana = await windowOf(url, 'ana@harbour.example', '/software?q=quarterdeck')
  await ana.page.getByRole('link', { name: 'Quarterdeck Planner' }).click()
  await ana.page.getByRole('heading', { name: 'Quarterdeck Planner' }).waitFor()
  await ana.page.getByRole('button', { name: 'Forbid it' }).click()
  await ana.page.getByRole('button', { name: 'Allow it again' }).waitFor()
  assert.deepEqual(await violations(ana.page), [])
  await picture(ana.page, 'software')
  await ana.page.goto(`${url}/software?forbidden=true`)
  await ana.page.getByRole('link', { name: 'Quarterdeck Planner' }).waitFor()

  await page.getByRole('button', { name: 'Revoke: Journey of agents' }).click()
  await page.getByRole('dialog').getByRole('button', { name: 'Revoke' }).click()
  await page.getByText('“Journey of agents” is revoked.').waitFor()
  assert.equal((await report(address, twin)).status, 401)

  const small = await windowOf(url, 'elena@harbour.example', '/company/discovery', { viewport: phone })
  await small.page.getByRole('button', { name: 'Save' }).waitFor()
  assert.deepEqual(await violations(small.page), [])
})
