import type { QueryClient } from '@tanstack/react-query'

/** Takes what came with the page as if it had been asked for; whatever is missing, the page asks for by itself. */
export function takeFirstReads(client: QueryClient) {
  const element = document.getElementById('first-reads')
  // Our own server, under the keys of our own reads.
  const reads: [path: string, input: object, answer: unknown][] = JSON.parse(element?.textContent || '[]')
  for (const [path, input, answer] of reads) client.setQueryData([path, input], answer)
  element?.remove()
}

/** The greeting of first-paint.js has done its work when the app shows a page. */
export const endFirstPaint = () => document.getElementById('first-paint')?.remove()
