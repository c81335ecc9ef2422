import assert from 'node:assert/strict'
import { after, test } from 'node:test'
import { closeBrowser, picture, violations, windowOf } from './browser.ts'
import { closeHouse, openHouse } from './house.ts'

after(closeBrowser)
after(closeHouse)

const path = '/q/it-all?sel=IT-4921'

test('two technicians answer the same request: each sees the other, and nothing goes out over the other’s head', async () => {
  const { url } = await openHouse()
  const ana = await windowOf(url, 'ana@harbour.example', path)
  const luis = await windowOf(url, 'luis@harbour.example', path)
  const field = (window: typeof ana) => window.page.getByRole('textbox', { name: 'Message' })
  await field(ana).waitFor()
  await field(luis).waitFor()

  // Who else is there is in the head.
  await luis.page.getByText('Ana Ruiz is looking at this').first().waitFor({ state: 'attached' })
  await field(ana).pressSequentially('I have changed the profile', { delay: 20 })
  await luis.page
    .getByText(/Ana is writing/)
    .first()
    .waitFor()
  await field(luis).pressSequentially('We will look at the line', { delay: 20 })
  await ana.page
    .getByText(/Luis is writing/)
    .first()
    .waitFor()
  await picture(ana.page, 'collision-writing')
  assert.deepEqual(await violations(ana.page), [])

  // Luis is quicker; Ana is asked to look first, and sees what is new.
  await luis.page.keyboard.press('Control+Enter')
  const review = ana.page.getByRole('button', { name: /Review 1 new message/ })
  await review.waitFor()
  await picture(ana.page, 'collision-review')
  await ana.page.getByRole('button', { name: 'Send anyway' }).waitFor()
  await review.click()
  await ana.page.locator('[data-marked-edge]', { hasText: 'We will look at the line' }).waitFor()
  assert.deepEqual(await violations(ana.page), [])
  await ana.page
    .getByRole('button', { name: /^Send(?! &)/ })
    .last()
    .click()
  await luis.page.getByText('I have changed the profile').first().waitFor()

  // The draft survived nowhere: it was sent.
  await ana.page.reload()
  await field(ana).waitFor()
  await ana.page.waitForLoadState('networkidle')
  assert.equal(await field(ana).inputValue(), '')

  // One's own entry can be withdrawn for a while; the stone says that something was there.
  await ana.page.getByRole('button', { name: 'Withdraw' }).last().click()
  await ana.page.getByRole('dialog').getByRole('button', { name: 'Withdraw' }).click()
  await luis.page.getByText('Ana Ruiz withdrew this.').waitFor()
  assert.deepEqual([...ana.complaints, ...luis.complaints], [])
  await ana.context.close()
  await luis.context.close()
})

test('a title that came while one typed another is asked about, and neither is lost', async () => {
  const { url } = await openHouse()
  const ana = await windowOf(url, 'ana@harbour.example', path)
  const luis = await windowOf(url, 'luis@harbour.example', path)
  const titleIn = async ({ page }: typeof ana, title: string) => {
    await page.locator('h2 button').click()
    const field = page.getByRole('textbox', { name: 'Title' })
    await field.fill(title)
    return field
  }
  const anas = await titleIn(ana, 'The title of Ana')
  await (await titleIn(luis, 'The title of Luis')).press('Enter')
  await luis.page.getByRole('button', { name: 'The title of Luis' }).waitFor()
  // What Luis saved has come to Ana's list, and so to her page, while her field is open.
  await ana.page.getByRole('grid').getByText('The title of Luis').waitFor()
  await ana.page.waitForLoadState('networkidle')
  await anas.press('Enter')
  const notice = ana.page.getByRole('alert').filter({ hasText: 'Theirs' })
  await notice.getByText('The title of Luis').waitFor()
  await notice.getByText('The title of Ana').waitFor()
  await picture(ana.page, 'collision-title')
  assert.deepEqual(await violations(ana.page), [])
  await luis.page.getByRole('button', { name: 'The title of Luis' }).waitFor()
  await notice.getByRole('button', { name: 'Use yours' }).click()
  await luis.page.getByRole('button', { name: 'The title of Ana' }).waitFor()
  assert.deepEqual([...ana.complaints, ...luis.complaints], [])
  await ana.context.close()
  await luis.context.close()
})

test('a draft comes along to another device, and a colleague goes on with a shared one', async () => {
  const { url } = await openHouse()
  const desk = await windowOf(url, 'ana@harbour.example', '/q/it-all?sel=IT-4907')
  const field = (window: typeof desk) => window.page.getByRole('textbox', { name: 'Message' })
  await field(desk).fill('Half a sentence')
  await desk.page.getByText(/Draft saved/).waitFor()
  const laptop = await windowOf(url, 'ana@harbour.example', '/q/it-all?sel=IT-4907')
  await laptop.page.waitForFunction(holdsDraft)
  await laptop.page.getByRole('button', { name: 'Share draft' }).click()
  await laptop.page.getByText(/can read this draft/).waitFor()

  const luis = await windowOf(url, 'luis@harbour.example', '/q/it-all?sel=IT-4907')
  await luis.page.getByText('Ana Ruiz shares a draft:').waitFor()
  await picture(luis.page, 'shared-draft')
  assert.deepEqual(await violations(luis.page), [])
  await luis.page.getByRole('button', { name: 'Go on with it' }).click()
  await luis.page.getByText(/Begun by Ana Ruiz/).waitFor()
  await luis.page.waitForFunction(holdsDraft)
  for (const { context, complaints } of [desk, laptop, luis]) {
    assert.deepEqual(complaints, [])
    await context.close()
  }
})

/** Runs in the page. */
function holdsDraft() {
  return [...document.querySelectorAll('textarea')].some(({ value }) => value === 'Half a sentence')
}

test('an @ finds whom one may mention, and the name stands out', async () => {
  const { url } = await openHouse()
  const ana = await windowOf(url, 'ana@harbour.example', path)
  const field = ana.page.getByRole('textbox', { name: 'Message' })
  await field.pressSequentially('Hello @Lu', { delay: 20 })
  await ana.page.getByRole('option', { name: /Luis Mora/ }).waitFor()
  await picture(ana.page, 'mention')
  assert.deepEqual(await violations(ana.page), [])
  await ana.page.keyboard.press('Enter')
  await ana.page.waitForFunction(() =>
    [...document.querySelectorAll('textarea')].some(({ value }) => value === 'Hello @Luis Mora '),
  )
  await field.pressSequentially('have a look')
  await ana.page.keyboard.press('Control+Enter')
  await ana.page
    .locator('article', { hasText: 'have a look' })
    .getByText('@Luis Mora', { exact: true })
    .waitFor()
  assert.deepEqual(ana.complaints, [])
  await ana.context.close()
})
