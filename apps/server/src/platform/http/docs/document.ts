import type { JsonSchema } from '../openapi/schemas.ts'

/** As much of our own OpenAPI document as its pages read. */
export type ApiDocument = {
  info: { title: string; version: string; description: string }
  tags: { name: string }[]
  paths: Record<string, Record<string, Operation>>
  components: {
    schemas: Record<string, JsonSchema>
    responses: Record<string, Reply>
    parameters: Record<string, Parameter>
  }
}

export type Operation = {
  operationId: string
  tags: string[]
  summary: string
  description?: string
  'x-permission'?: string
  'x-proved-within'?: number
  'x-events'?: string[]
  parameters?: (Parameter | Ref)[]
  requestBody?: { content: Content }
  responses: Record<string, Reply | Ref>
}

type Ref = { $ref: string }
export type Parameter = {
  name: string
  in: string
  required?: boolean
  description?: string
  schema: JsonSchema
}
export type Content = Record<
  string,
  { schema: JsonSchema; example?: unknown; examples?: Record<string, unknown> }
>
export type Reply = { description: string; content?: Content }

/** An operation with its address. */
export type Placed = Operation & { method: string; path: string }

/** The operations under each of the document's tags, in its order. */
export function groupsOf({ tags, paths }: ApiDocument): Map<string, Placed[]> {
  const groups = new Map(tags.map(({ name }) => [name, [] as Placed[]]))
  for (const [path, methods] of Object.entries(paths))
    for (const [method, operation] of Object.entries(methods))
      groups.get(operation.tags[0] ?? '')?.push({ ...operation, method: method.toUpperCase(), path })
  return new Map([...groups].filter(([, operations]) => operations.length > 0))
}

/** The last part of a reference: the name of what it points at. */
export const nameOf = (ref: string): string => ref.split('/').at(-1) ?? ''

/** What stands there, or what the reference there points at. */
export const found = <Kind extends object>(one: Kind | Ref, named: Record<string, Kind>): Kind | undefined =>
  '$ref' in one ? named[nameOf(one.$ref)] : one
