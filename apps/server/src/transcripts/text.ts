import type { Transcript } from './queries/lines.ts'

/** "20 November 2026, 10:42", in the company's zone. */
export const momentOf = (zone: string, at: string | Date): string =>
  new Intl.DateTimeFormat('en-GB', { dateStyle: 'long', timeStyle: 'short', timeZone: zone }).format(
    new Date(at),
  )

/** The conversation as plain text, one block for each entry. */
export function textOf(it: Transcript): string {
  const blocks = [
    `${it.ref} ${it.summary}`,
    `${it.deskName}, ${it.companyName}. Asked by ${it.requesterName} on ${momentOf(it.zone, it.createdAt)} (${it.zone}).`,
    ...(it.description ? [it.description] : []),
    ...it.entries.map(({ at, author, role, text, files, isChange }) => {
      const when = momentOf(it.zone, at)
      if (isChange) return `${when}  ${text}`
      const names = files.map((name) => `[${name}]`)
      return [`${when}  ${author}${role ? ` (${role})` : ''}`, text, ...names].join('\n')
    }),
  ]
  return `${blocks.join('\n\n')}\n`
}
