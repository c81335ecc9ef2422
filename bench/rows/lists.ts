import { openWindow } from '../../e2e/browser.ts'
import { type Figure, figure, milliseconds } from '../figure.ts'
import type { Server } from '../server.ts'

/** The list that every page uses, with 10,000 rows, as it stands in the style guide. */
export async function measureLists({ url }: Server): Promise<Figure[]> {
  const { context, page } = await openWindow(url)
  try {
    await page.goto('/styleguide')
    const list = page.getByTestId('styleguide.list.two').getByRole('grid')
    await list.waitFor()
    await list.scrollIntoViewIfNeeded()
    const { most, frames } = await list.evaluate(scroll)
    const longest = Math.max(...frames)
    return [
      figure({
        row: 'lists',
        what: '10,000 rows, most of them in the page at once',
        measured: `${most} rows`,
        budget: '≤ 60',
        holds: most <= 60,
        raw: most,
      }),
      figure({
        row: 'lists',
        what: 'longest frame while scrolling through them',
        measured: milliseconds(longest),
        budget: '≤ 50 ms',
        holds: longest <= 50,
        note: `${frames.length} frames`,
        raw: frames,
      }),
    ]
  } finally {
    await context.close()
  }
}

/** Runs in the page: scrolls for three seconds, quicker and quicker, to the end and back. */
async function scroll(list: Element): Promise<{ most: number; frames: number[] }> {
  const frame = () => new Promise<number>((resolve) => requestAnimationFrame(resolve))
  const frames: number[] = []
  let most = 0
  let before = await frame()
  const began = before
  for (let speed = 40; before - began < 3_000; speed *= 1.02) {
    list.scrollTop += before - began < 2_000 ? speed : -speed
    const at = await frame()
    frames.push(at - before)
    before = at
    most = Math.max(most, list.querySelectorAll('[role="row"]').length)
  }
  return { most, frames }
}
