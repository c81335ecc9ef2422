import { type ProblemCode, problems } from '@deskhand/contract'
import { explanations } from '../explanations.ts'
import { problemOf } from '../problems.ts'
import { frame, inline } from './frame.ts'

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
<p>${inline(means)}</p><p>${inline(remedy)}</p><blockquote>${inline(says)}</blockquote></section>`,
  )
  return frame('Problems', [['/docs', 'The API']], `<p>${inline(introduction)}</p>\n${entries.join('\n')}`)
}
