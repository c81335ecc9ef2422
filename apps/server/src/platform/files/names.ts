/** The longest name that is kept, in UTF-16 units, as the contract counts. */
const longest = 255

// Controls, zero-width and bidirectional signs, lone surrogates, line separators; then fillers that look like nothing.
const unseen = /[\p{Cc}\p{Cf}\p{Cs}\p{Zl}\p{Zp}\u115f\u1160\u2800\u3164\uffa0]/gu

/**
 * A sender's file name as people may see it: one line, nothing invisible, no folders, at most 255 long with
 * its ending kept. It is shown and never used as a path.
 */
export function displayName(given: string): string {
  const clean = given.normalize('NFC').replace(unseen, '').normalize('NFC')
  const last = clean.split(/[/\\]/).findLast((part) => /[^.\s]/.test(part)) ?? ''
  const name = last
    .replace(/\s+/g, ' ')
    .trim()
    .replace(/[. ]+$/, '')
  if (name.length <= longest) return name || 'file'
  const ending = /\.[^.]{1,20}$/.exec(name)?.[0] ?? ''
  const cut = name.slice(0, longest - ending.length).replace(/[\ud800-\udbff]$/, '')
  return `${cut}${ending}`
}

/** What follows the last dot, in small letters; `．ＥＸＥ` in wide letters counts as `.exe`. Empty where there is none. */
export function endingOf(name: string): string {
  const plain = name.normalize('NFKC').toLowerCase()
  const dot = plain.lastIndexOf('.')
  return dot < 0 ? '' : plain.slice(dot + 1).trim()
}

/** `Content-Disposition: attachment` with the name in both spellings (RFC 6266, RFC 8187). */
export function attachmentHeader(name: string): string {
  const plain = name
    .normalize('NFKD')
    .replace(/[^\x20-\x7e]/g, '')
    .replace(/["\\%]/g, '_')
    .trim()
  const exact = encodeURIComponent(name.toWellFormed()).replace(
    /['()*]/g,
    (sign) => `%${sign.charCodeAt(0).toString(16).toUpperCase()}`,
  )
  return `attachment; filename="${plain || 'file'}"; filename*=UTF-8''${exact}`
}
