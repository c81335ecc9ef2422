import { type ProblemCode, problems } from '@deskhand/contract'
import { explanations } from './explanations.ts'
import { problemOf } from './problems.ts'

const introduction =
  'Every refusal is application/problem+json (RFC 9457). `code` says what went wrong, `detail` says it in a sentence for people, `instance` is the reference under which the log knows it.'

// The keys of the table are the codes.
const all = () =>
  (Object.keys(problems) as ProblemCode[]).map((code) => ({
    code,
    title: problemOf(code, '', '').title,
    status: problems[code],
    ...explanations[code],
  }))

/** The same as the page, for readers of the repository. */
export function problemsInMarkdown(): string {
  const entries = all().map(
    ({ code, title, status, means, remedy, says }) =>
      `## ${code}\n\n**${status} – ${title}.** ${means} ${remedy}\n\n> ${says}\n`,
  )
  return `# Problems\n\n${introduction}\n\n${entries.join('\n')}`
}

/** The page at which the `type` of every problem points: `/docs/problems#stale`. */
export function problemPage(): string {
  const entries = all().map(
    ({ code, title, status, means, remedy, says }) =>
      `<section id="${code}"><h2><code>${code}</code> <small>${status} ${title}</small></h2>
<p>${html(means)}</p><p>${html(remedy)}</p><blockquote>${html(says)}</blockquote></section>`,
  )
  return `<!doctype html><html lang="en"><head><meta charset="utf-8">
<meta name="viewport" content="width=device-width, initial-scale=1"><title>Problems – Deskhand</title>
<link rel="stylesheet" href="/docs/problems.css"></head>
<body><main><h1>Problems</h1><p>${html(introduction)}</p><p><a href="/docs">The API</a></p>
${entries.join('\n')}</main></body></html>`
}

export const problemStyle = `:root{color-scheme:light dark}
body{font:16px/1.5 system-ui,sans-serif;margin:0;padding:2rem 1rem}
main{max-width:44rem;margin:0 auto}
h2{font-size:1.1rem;margin:2rem 0 .25rem}small{font-weight:400;opacity:.75}
p{margin:.25rem 0}blockquote{margin:.5rem 0 0;padding-inline-start:1rem;border-inline-start:3px solid;opacity:.8}
section:target{outline:2px solid;outline-offset:.75rem}`

const html = (text: string) =>
  text
    .replaceAll('&', '&amp;')
    .replaceAll('<', '&lt;')
    .replaceAll('>', '&gt;')
    .replace(/`([^`]+)`/g, '<code>$1</code>')
