import type { QueryClient } from '@tanstack/react-query'

/** Takes what came with the page as if it had been asked for; whatever is missing, the page asks for by itself. */
export function takeFirstReads(client: QueryClient) {
  const element = document.getElementById('first-reads')
  // Our own server, under the keys of our own reads.
  const reads: [path: string, input: object, answer: unknown][] = JSON.parse(element?.textContent || '[]')
  for (const [path, input, answer] of reads) client.setQueryData([path, input], answer)
  element?.remove()
}

/** What index.html and first-paint.js show has done its work when the app has a page, or a frame for one. */
export function endFirstPaint(root: HTMLElement) {
  const watch = new MutationObserver(() => {
    if (!root.querySelector('main, h1')) return
    watch.disconnect()
    document.getElementById('first-paint')?.remove()
  })
  watch.observe(root, { childList: true, subtree: true })
}
