import assert from 'node:assert/strict'
import type { BrowserContext, Page } from 'playwright-core'
import { transact } from '../apps/server/src/platform/db/transaction.ts'
import { newId } from '../apps/server/src/platform/ids.ts'
import { picture, typeAtOnce, violations } from './browser.ts'
import { type House, openHouse } from './house.ts'

/** One call in the session of this window; answers what it answered. */
export async function call(context: BrowserContext, url: string, path: string, data?: object) {
  const headers = { origin: url, 'x-requested-with': 'deskhand' }
  const answer = data
    ? await context.request.post(`${url}/api/v1${path}`, { headers, data })
    : await context.request.get(`${url}/api/v1${path}`)
  const body = await answer.json()
  assert.ok(answer.ok(), `${path} ${answer.status()} ${JSON.stringify(body)}`)
  return body
}

/** A kind of thing of this test alone. */
export async function kindOf(name: string, companyId: string, house?: House): Promise<string> {
  const { database } = house ?? (await openHouse())
  const id = newId()
  await transact(database.pools.worker, { companyId, personId: null }, (tx) =>
    tx.run(`insert into app.asset_categories (company_id, id, name, tag_prefix) values ($1, $2, $3, $4)`, [
      companyId,
      id,
      name,
      `W${id.slice(-6).toUpperCase()}`,
    ]),
  )
  return id
}

/** A new thing in stock, the first of a kind of its own. */
export async function addThing(
  context: BrowserContext,
  url: string,
  name: string,
  more: object = {},
  house?: House,
) {
  const me = await call(context, url, '/users/me')
  const categoryId = await kindOf(`${name}s`, me.company.id, house)
  const made = await call(context, url, '/assets', { categoryId, name, ...more })
  return { id: String(made.id), assetTag: String(made.assetTag), categoryId }
}

/** A picture in light and in dark, and no rule of accessibility broken in either. */
export async function looksWell(page: Page, name: string) {
  for (const colorScheme of ['light', 'dark'] as const) {
    await page.emulateMedia({ colorScheme })
    await page.locator(`html[data-mantine-color-scheme='${colorScheme}']`).waitFor()
    await picture(page, `assets-${name}-${colorScheme}`)
    assert.deepEqual(await violations(page), [], `${name} ${colorScheme}`)
  }
  await page.emulateMedia({ colorScheme: 'light' })
}

/** As a scanner that types, wherever the focus is. */
export const scan = (page: Page, code: string) => typeAtOnce(page, [...code, 'Enter'])

/** Signs by hand in the field for it. */
export async function draw(page: Page) {
  const pad = page.getByRole('img', { name: /Sign here/ })
  const box = await pad.boundingBox()
  assert.ok(box)
  await page.mouse.move(box.x + 20, box.y + 40)
  await page.mouse.down()
  await page.mouse.move(box.x + 120, box.y + 20, { steps: 6 })
  await page.mouse.move(box.x + 200, box.y + 60, { steps: 6 })
  await page.mouse.up()
  await page.getByRole('img', { name: /Signed$/ }).waitFor()
}
