import { roles } from '@deskhand/contract'
import type { ApiDocument, Content, Placed, Reply } from './document.ts'
import { found } from './document.ts'
import { escaped, inline, paragraphs } from './frame.ts'
import { shapeText } from './shapeText.ts'

/** One operation, folded: its line, and all there is to know of it behind that. */
export function operationText(operation: Placed, document: ApiDocument): string {
  const { operationId, method, path, summary, description } = operation
  return `<details><summary><h2>${method} <code>${escaped(path)}</code></h2> ${inline(summary)}</summary>
<div id="${escaped(operationId)}" class="operation">
${description ? paragraphs(description) : ''}
${factsOf(operation)}
${parametersOf(operation, document)}
${operation.requestBody ? contentText('Send', operation.requestBody.content) : ''}
${repliesOf(operation, document)}
</div></details>`
}

/** Who may, how fresh their proof must be, and what it records. */
function factsOf(operation: Placed): string {
  const within = operation['x-proved-within']
  const events = operation['x-events'] ?? []
  const facts = [
    ['Who may', whoMay(operation['x-permission'])],
    ['Proof', within === undefined ? '' : `a password or code given within ${spanOf(within)}`],
    ['Records', events.map((name) => `<code>${escaped(name)}</code>`).join(', ')],
    ['Name', `<code>${escaped(operation.operationId)}</code>`],
  ].filter(([, value]) => value)
  return `<dl>${facts.map(([name, value]) => `<dt>${name}</dt><dd>${value}</dd>`).join('')}</dl>`
}

const spanOf = (seconds: number) => (seconds >= 7200 ? `${seconds / 3600} hours` : `${seconds / 60} minutes`)

function whoMay(permission: string | undefined): string {
  if (permission === undefined || permission === 'anyone') return 'anyone'
  const who = Object.entries(roles).flatMap(([role, { permissions }]) =>
    permissions.some((one) => one === permission) ? [role.replace('_', ' ')] : [],
  )
  return `<code>${escaped(permission)}</code>${who.length > 0 ? `: ${who.join(', ')}` : ''}`
}

function parametersOf({ parameters = [] }: Placed, { components }: ApiDocument): string {
  const rows = parameters.flatMap((one) => {
    const parameter = found(one, components.parameters)
    if (!parameter) return []
    const { name, in: where, required, description = '', schema } = parameter
    return `<tr><th scope="row"><code>${escaped(name)}</code></th><td>${where}${required ? ', needed' : ''}</td><td><code>${shapeText(schema)}</code></td><td>${inline(description)}</td></tr>`
  })
  return rows.length > 0
    ? `<h3>Takes</h3><div class="wide" tabindex="0"><table><tbody>${rows.join('')}</tbody></table></div>`
    : ''
}

function contentText(title: string, content: Content): string {
  return Object.entries(content)
    .map(([type, { schema, example }]) => {
      const shown = typeof example === 'string' ? example : JSON.stringify(example, null, 2)
      return `<h3>${title} <code>${escaped(type)}</code></h3><pre tabindex="0">${shapeText(schema)}</pre>
${example === undefined ? '' : `<details class="example"><summary>Example</summary><pre tabindex="0">${escaped(shown)}</pre></details>`}`
    })
    .join('\n')
}

/** What it answers, with an example, and each refusal with its codes. */
function repliesOf({ responses }: Placed, { components }: ApiDocument): string {
  const all = Object.entries(responses).flatMap(([status, one]): [number, Reply][] => {
    const reply = found(one, components.responses)
    return reply ? [[Number(status), reply]] : []
  })
  const good = all.filter(([status]) => status < 400)
  const bad = all.filter(([status]) => status >= 400)
  const answers = good.map(([status, { description, content }]) =>
    content
      ? contentText(`${status} ${inline(description)}`, content)
      : `<h3>${status} ${inline(description)}</h3>`,
  )
  const refusals = bad.map(
    ([status, { content = {}, description }]) =>
      `<tr><th scope="row">${status}</th><td>${codesOf(content) || inline(description)}</td></tr>`,
  )
  return `${answers.join('\n')}${refusals.length > 0 ? `<h3>Refuses</h3><table><tbody>${refusals.join('')}</tbody></table>` : ''}`
}

const codesOf = (content: Content) =>
  Object.keys(content['application/problem+json']?.examples ?? {})
    .map((code) => `<a href="/docs/problems#${code}"><code>${code}</code></a>`)
    .join(' ')
