import type { ApiDocument } from './document.ts'
import { groupsOf } from './document.ts'
import { escaped, frame, groupName, inline, paragraphs } from './frame.ts'
import { operationText } from './operationText.ts'
import { shapeText } from './shapeText.ts'

const up: [string, string] = ['/docs', 'The API']

/** Every group with its operations, a line each: small enough to be there at once, whole enough to search in. */
export function indexPage(document: ApiDocument): string {
  const groups = [...groupsOf(document)].map(([tag, operations]) => {
    const lines = operations.map(
      ({ method, path, summary, operationId }) =>
        `<li><a href="/docs/${tag}#${escaped(operationId)}">${method} <code>${escaped(path)}</code></a> ${inline(summary)}</li>`,
    )
    return `<details><summary><h2>${escaped(groupName(tag))}</h2> ${operations.length}</summary>
<p><a href="/docs/${tag}">All of ${escaped(groupName(tag))}</a></p><ul>${lines.join('')}</ul></details>`
  })
  return frame(
    'The API',
    [],
    `${paragraphs(document.info.description)}
<p><a href="/docs/problems">Problems</a> · <a href="/openapi.json">openapi.json</a> · version ${escaped(document.info.version)}</p>
<form role="search"><label for="find">Find an operation</label> <input id="find" type="search" autocomplete="off"></form>
${groups.join('\n')}<script src="/docs/find.js"></script>`,
  )
}

/** All operations of a group; null where there is no such group. */
export function groupPage(document: ApiDocument, tag: string): string | null {
  const operations = groupsOf(document).get(tag)
  if (!operations) return null
  const texts = operations.map((operation) => operationText(operation, document))
  return frame(groupName(tag), [up], texts.join('\n'))
}

/** A named shape; null where there is none of that name. */
export function shapePage({ components }: ApiDocument, name: string): string | null {
  const schema = Object.hasOwn(components.schemas, name) ? components.schemas[name] : undefined
  if (!schema) return null
  const { description } = schema
  const said = typeof description === 'string' ? paragraphs(description) : ''
  return frame(name, [up], `${said}<pre tabindex="0">${shapeText(schema)}</pre>`)
}
