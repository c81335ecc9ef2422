import { proofFor, type Route } from '@deskhand/contract'
import { fileOf, formatParameter, formOf, tableContents } from './files.ts'
import { refusalsOf } from './responses.ts'
import { sample } from './sample.ts'
import type { JsonSchema, Schemas } from './schemas.ts'

/** What the document says of one route; `name` is `slice.key`. */
export function operationOf(name: string, route: Route, schemas: Schemas): object {
  const [slice = ''] = name.split('.')
  return {
    operationId: name,
    tags: [slice],
    summary: route.summary,
    ...(route.description ? { description: route.description } : {}),
    ...(route.may === 'anyone' ? { security: [] } : {}),
    'x-permission': route.may,
    ...(proofFor(route) === null ? {} : { 'x-proved-within': proofFor(route) }),
    ...(route.events ? { 'x-events': route.events } : {}),
    parameters: [
      ...pathOf(route),
      ...parametersOf(route.query, schemas),
      ...(route.exports ? [formatParameter] : []),
      ...headersOf(route),
    ],
    ...bodyOf(route, schemas),
    responses: {
      [route.status]: successOf(route, schemas),
      ...(hasVersion(route) && route.kind === 'read'
        ? { 304: { description: 'It is still the version named in If-None-Match.' } }
        : {}),
      ...Object.fromEntries(
        refusalsOf(route).map((status) => [status, { $ref: `#/components/responses/Problem${status}` }]),
      ),
    },
  }
}

/** `/requests/:id` → `/api/v1/requests/{id}` */
export const pathPattern = (path: string): string => `/api/v1${path.replace(/:(\w+)/g, '{$1}')}`

const pathOf = ({ path }: Route) =>
  [...path.matchAll(/:(\w+)/g)].map(([, name]) => ({
    name,
    in: 'path',
    required: true,
    schema: { type: 'string', maxLength: 200 },
  }))

/** A shape of an address as its parameters. */
export function parametersOf(query: Route['query'], schemas: Schemas): object[] {
  const { properties = {}, required = [] } = schemas.ofInput(query) as {
    properties?: Record<string, JsonSchema>
    required?: string[]
  }
  return Object.entries(properties).map(([name, { description, ...schema }]) => ({
    name,
    in: 'query',
    required: required.includes(name),
    ...(description ? { description } : {}),
    schema,
  }))
}

/** Records that have a version are those that can be changed against it. */
const hasVersion = (route: Route) =>
  route.kind === 'read' ? /\/:\w+$/.test(route.path) : (route.errors ?? []).includes(412)

const takesKey = (route: Route) => route.method === 'POST' && route.may !== 'anyone' && !route.keepsNothing

function headersOf(route: Route): object[] {
  const parameter = (name: string) => ({ $ref: `#/components/parameters/${name}` })
  return [
    ...(takesKey(route) ? [parameter('Idempotency-Key')] : []),
    ...(hasVersion(route) ? [parameter(route.kind === 'read' ? 'If-None-Match' : 'If-Match')] : []),
  ]
}

function bodyOf(route: Route, schemas: Schemas): object {
  if (route.upload) return { requestBody: { required: true, content: formOf(route, schemas) } }
  const schema = schemas.ofInput(route.body)
  if (route.kind === 'read' || Object.keys(schema['properties'] ?? {}).length === 0) return {}
  const example = route.example?.body ?? sample(schema, schemas.components)
  const required = Array.isArray(schema['required']) && schema['required'].length > 0
  return { requestBody: { required, content: { 'application/json': { schema, example } } } }
}

function successOf(route: Route, schemas: Schemas): object {
  const header = (name: string) => [name, { $ref: `#/components/headers/${name}` }]
  const headers = Object.fromEntries([
    header('X-Request-Id'),
    header('RateLimit'),
    header('RateLimit-Policy'),
    ...(hasVersion(route) || route.status === 201 ? [header('ETag')] : []),
    ...(route.status === 201 ? [header('Location')] : []),
    ...(route.query && isPage(route, schemas) ? [header('Link')] : []),
    ...(takesKey(route) ? [header('Idempotent-Replayed')] : []),
  ])
  const description = descriptions[route.status]
  if (route.status === 204) return { description, headers }
  if (route.download) {
    const content = Object.fromEntries(route.download.map((type) => [type, fileOf(type)]))
    return { description: 'The file.', headers, content }
  }
  const schema = schemas.ofReply(route.reply)
  const example = route.example?.reply ?? sample(schema, schemas.components)
  const tables = route.exports ? tableContents(route, example) : {}
  return { description, headers, content: { 'application/json': { schema, example }, ...tables } }
}

const descriptions = { 200: 'Done.', 201: 'Made.', 202: 'Begun.', 204: 'Done; there is nothing to say.' }

const isPage = (route: Route, schemas: Schemas) =>
  'page' in ((schemas.ofReply(route.reply)['properties'] as object | undefined) ?? {})
