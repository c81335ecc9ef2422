import { words } from './words.ts'

export type FoundWords = { companyName: string | null; thanks: string | null; howToReturn: string | null }
type Typed = { message?: string | undefined; contact?: string | undefined; fault?: string }
type Page = (nonce: string) => string

export const policyOf = (nonce: string): string =>
  [
    `default-src 'none'`,
    `style-src 'nonce-${nonce}'`,
    `form-action 'self'`,
    `base-uri 'none'`,
    `frame-ancestors 'none'`,
  ].join('; ')

/** What a finder reads, and where they write; whoever works here signs in and comes back to this address. */
export function formOf(
  { companyName, thanks, howToReturn }: FoundWords,
  address: string,
  typed: Typed = {},
): Page {
  const { message = '', contact = '', fault } = typed
  return page(`<h1>${words.title}</h1>
<p class="lead">${html(thanks ?? words.thanks)}${companyName ? ` ${html(words.belongs(companyName))}` : ''}</p>
${howToReturn ? `<section><h2>${words.return}</h2><p class="said">${html(howToReturn)}</p></section>` : ''}
<form method="post" autocomplete="off">
<p id="say">${words.say}</p>
${fault ? `<p class="fault" role="alert">${html(fault)}</p>` : ''}
<label for="message">${words.message}</label>
<textarea id="message" name="message" rows="4" maxlength="2000" aria-describedby="say">${html(message)}</textarea>
<label for="contact">${words.contact}</label>
<input id="contact" name="contact" maxlength="200" value="${html(contact)}" aria-describedby="contact-about">
<p class="small" id="contact-about">${words.contactAbout}</p>
<div class="away" aria-hidden="true"><label for="website">${words.website}</label><input id="website" name="website" tabindex="-1"></div>
<button>${words.send}</button>
</form>
<p class="small"><a href="/sign-in?return_to=${encodeURIComponent(address)}">${words.staff}</a></p>`)
}

export const sentOf = ({ thanks, howToReturn }: FoundWords): Page =>
  page(`<h1>${words.sent}</h1>
<p class="lead" role="status">${words.sentAbout}${thanks ? ` ${html(thanks)}` : ''}</p>
${howToReturn ? `<section><h2>${words.return}</h2><p class="said">${html(howToReturn)}</p></section>` : ''}`)

/** Too often from one address: the same for every label. */
export const waitOf: Page = (nonce) =>
  page(`<h1>${words.wait}</h1>
<p class="lead" role="alert">${words.tooMany}</p>`)(nonce)

const page =
  (body: string): Page =>
  (nonce) =>
    `<!doctype html>
<html lang="en"><head><meta charset="utf-8">
<meta name="viewport" content="width=device-width, initial-scale=1">
<meta name="robots" content="noindex">
<title>${words.title}</title>
<style nonce="${nonce}">${style}</style></head>
<body><main>${body}</main></body></html>`

const style = `:root{color-scheme:light dark;--canvas:#f7f6f2;--surface:#fdfdfb;--ink:#1c262b;--muted:#4c575d;--line:#dcdad4;--edge:#8e8b84;--act:#10646f;--on-act:#fdfcf8;--bad:#8a1d12}
@media (prefers-color-scheme:dark){:root{--canvas:#14191c;--surface:#1b2226;--ink:#e9ecea;--muted:#a9b2b6;--line:#323b40;--edge:#7b868c;--act:#7cc7d0;--on-act:#0d2327;--bad:#ffb3a6}}
*{box-sizing:border-box}
body{margin:0;background:var(--canvas);color:var(--ink);font:17px/1.5 "Atkinson Hyperlegible Next Variable","Segoe UI",system-ui,"Noto Sans",sans-serif;overflow-wrap:anywhere}
main{max-width:30rem;margin:0 auto;padding:2rem 1.25rem 3rem}
h1{margin:0 0 .5rem;font-size:1.9rem;line-height:1.2;letter-spacing:-.015em}
h2{margin:0;font-size:1rem}
p{margin:0 0 .75rem}
.lead{font-size:1.1rem}
.said{white-space:pre-line;margin:0}
section,form{margin:1.25rem 0;padding:1rem;border:1px solid var(--line);border-radius:10px;background:var(--surface)}
label{display:block;margin:.75rem 0 .25rem;font-weight:600;font-size:.95rem}
input,textarea{display:block;width:100%;padding:.65rem .75rem;border:1px solid var(--edge);border-radius:8px;background:var(--canvas);color:inherit;font:inherit}
textarea{resize:vertical}
button{width:100%;min-height:48px;margin-top:1rem;border:0;border-radius:8px;background:var(--act);color:var(--on-act);font:inherit;font-weight:600;cursor:pointer}
:focus-visible{outline:3px solid var(--act);outline-offset:2px}
a{color:var(--act)}
.small{margin:.35rem 0 0;font-size:.88rem;color:var(--muted)}
.fault{color:var(--bad);font-weight:600}
.away{position:absolute;inset-inline-start:-99rem;width:1px;height:1px;overflow:hidden}`

const html = (text: string) =>
  text
    .replaceAll('&', '&amp;')
    .replaceAll('<', '&lt;')
    .replaceAll('>', '&gt;')
    .replaceAll('"', '&quot;')
    .replaceAll("'", '&#39;')
