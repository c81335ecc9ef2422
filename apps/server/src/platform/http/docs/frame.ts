/** A page of `/docs`: plain HTML that needs no script. `trail` leads back up. */
export function frame(title: string, trail: readonly [href: string, name: string][], main: string): string {
  const links = trail.map(([href, name]) => `<a href="${href}">${escaped(name)}</a>`)
  return `<!doctype html><html lang="en"><head><meta charset="utf-8">
<meta name="viewport" content="width=device-width, initial-scale=1"><title>${escaped(title)} – Deskhand</title>
<link rel="stylesheet" href="/docs/docs.css"></head>
<body>${links.length > 0 ? `<nav aria-label="Up">${links.join(' › ')}</nav>` : ''}<main><h1>${escaped(title)}</h1>
${main}</main></body></html>`
}

const signs: Record<string, string> = { '&': '&amp;', '<': '&lt;', '>': '&gt;', '"': '&quot;' }

/** Text as it is, whatever stands in it. */
export const escaped = (text: string): string => text.replace(/[&<>"]/g, (sign) => signs[sign] ?? sign)

/** Text with `code` and [links](/docs) in it. */
export const inline = (text: string): string =>
  escaped(text)
    .replace(/`([^`]+)`/g, '<code>$1</code>')
    .replace(/\[([^\]]+)\]\((\/[^)\s]*)\)/g, '<a href="$2">$1</a>')

export const paragraphs = (text: string): string =>
  text
    .split('\n\n')
    .map((one) => `<p>${inline(one)}</p>`)
    .join('\n')

/** `assetCatalogue` → `Asset catalogue` */
export const groupName = (tag: string): string => {
  const words = tag.replace(/[A-Z]/g, (letter) => ` ${letter.toLowerCase()}`)
  return words.charAt(0).toUpperCase() + words.slice(1)
}
