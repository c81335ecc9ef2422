import assert from 'node:assert/strict'
import { test } from 'node:test'
import { contract, PushedEvent, problems, type Route } from '@deskhand/contract'
import * as z from 'zod'
import { describeApi } from '../../../openapi.ts'

const Operation = z.looseObject({
  operationId: z.string(),
  tags: z.array(z.string()).min(1),
  summary: z.string().min(3),
  security: z.array(z.record(z.string(), z.array(z.string()))).optional(),
  parameters: z.array(z.looseObject({ name: z.string().optional(), in: z.string().optional() })).optional(),
  requestBody: z
    .looseObject({ content: z.record(z.string(), z.looseObject({ example: z.unknown().optional() })) })
    .optional(),
  responses: z.record(
    z.string().regex(/^\d{3}$/),
    z.looseObject({
      content: z.record(z.string(), z.looseObject({ example: z.unknown().optional() })).optional(),
    }),
  ),
})
const Document = z.looseObject({
  openapi: z.literal('3.1.0'),
  info: z.looseObject({ title: z.string(), version: z.string() }),
  paths: z.record(
    z.string().startsWith('/'),
    z.partialRecord(z.enum(['get', 'post', 'put', 'patch', 'delete']), Operation),
  ),
  components: z.looseObject({}),
})

const given = describeApi()
const document = Document.parse(JSON.parse(JSON.stringify(given)))
const routes = Object.entries(contract).flatMap(([slice, own]) =>
  Object.entries(own).map(([key, route]): [string, Route] => [`${slice}.${key}`, route]),
)
const operations = Object.entries(document.paths).flatMap(([path, methods]) =>
  Object.entries(methods).map(([method, operation]) => ({ path, method, operation })),
)
const find = (name: string) => {
  const found = operations.find(({ operation }) => operation?.operationId === name)
  assert.ok(found?.operation, `${name} is not in the document`)
  return { ...found, operation: found.operation }
}

test('every route of the contract is there, once', () => {
  for (const [name, route] of routes) {
    const { path, method } = find(name)
    assert.equal(method, route.method.toLowerCase())
    assert.equal(path.replace(/\{(\w+)\}/g, ':$1'), `/api/v1${route.path}`)
  }
  const ids = operations.map(({ operation }) => operation?.operationId)
  assert.equal(new Set(ids).size, ids.length)
})

test('every reference leads somewhere', () => {
  const walk = (value: unknown): void => {
    if (typeof value !== 'object' || value === null) return
    for (const [key, inner] of Object.entries(value)) {
      if (key === '$ref') {
        const parts = String(inner).replace('#/', '').split('/')
        const target = parts.reduce<unknown>((at, part) => Reflect.get(Object(at), part), given)
        assert.ok(target, String(inner))
      } else walk(inner)
    }
  }
  walk(given)
})

test('the parts of a path are declared', () => {
  for (const { path, operation } of operations) {
    const names = [...path.matchAll(/\{(\w+)\}/g)].map(([, name]) => name)
    const declared = (operation?.parameters ?? []).filter(({ in: place }) => place === 'path')
    assert.deepEqual(
      declared.map(({ name }) => name),
      names,
      path,
    )
  }
})

test('every example fits its shape', () => {
  const faults = routes.flatMap(([name, route]) => {
    const { operation } = find(name)
    const body = operation.requestBody?.content['application/json']
    const reply = route.download
      ? undefined
      : operation.responses[route.status]?.content?.['application/json']
    return [
      ...(body && !route.body.safeParse(body.example).success
        ? [`${name}: ${JSON.stringify(body.example)}`]
        : []),
      ...(reply && !route.reply.safeParse(reply.example).success
        ? [`${name} answers ${JSON.stringify(reply.example)}`]
        : []),
    ]
  })
  assert.deepEqual(faults, [])
})

test('every body and every answer has an example, and every operation names what it refuses', () => {
  const without = operations.flatMap(({ path, method, operation }) => {
    const answers = Object.entries(operation?.responses ?? {})
    const contents = [operation?.requestBody?.content, ...answers.map(([, { content }]) => content)]
    const bare = contents.flatMap((content) =>
      Object.entries(content ?? {}).flatMap(([type, { example }]) => (example === undefined ? [type] : [])),
    )
    const refuses =
      answers.some(([status]) => /^4/.test(status)) && answers.some(([status]) => /^5/.test(status))
    return [...bare, ...(refuses ? [] : ['no refusal'])].map((what) => `${method} ${path}: ${what}`)
  })
  // That a process runs is said without the database, or by nobody.
  assert.deepEqual(without, ['get /health/live: no refusal'])
})

test('a list says how it is taken out as a table, and a form what it says beside its file', () => {
  const { operation } = find('people.list')
  assert.ok(operation.parameters?.some(({ name }) => name === 'format'))
  const table = String(operation.responses['200']?.content?.['text/csv']?.example)
  assert.match(table, /^ID,E-mail,.*\r\n/)
  assert.equal(table.trim().split('\r\n').length, 2)
  assert.deepEqual(
    Object.keys(
      Object(find('imports.upload').operation.requestBody?.content['multipart/form-data']?.example),
    ),
    ['resource', 'file'],
  )
})

test('who may call it without signing in, and nothing else, says so', () => {
  for (const [name, route] of routes) {
    const { operation } = find(name)
    assert.equal(operation.security?.length === 0, route.may === 'anyone', name)
    assert.equal(operation['x-permission'], route.may)
  }
})

test('every refusal is described, with an example of each code', () => {
  for (const [name, route] of routes) {
    const { responses } = find(name).operation
    for (const status of [400, 401, 429, 500, 503, ...(route.errors ?? [])])
      assert.ok(responses[status], `${name} ${status}`)
    if (route.path.includes(':')) assert.ok(responses['404'], name)
  }
  const text = JSON.stringify(document.components['responses'])
  for (const code of Object.keys(problems)) assert.ok(text.includes(`"code":"${code}"`), code)
})

test('the stream of events is described from the contract, and its example is what goes over the line', () => {
  const { path, operation } = find('realtime.events')
  assert.equal(path, '/api/v1/realtime/events')
  assert.deepEqual(
    operation.parameters?.map(({ name, in: place }) => `${place} ${name}`),
    ['query topics', 'query after', 'query ticket', 'header Last-Event-ID'],
  )
  const example = String(operation.responses['200']?.content?.['text/event-stream']?.example)
  const said = [...example.matchAll(/^data: (.*)$/gm)].map(([, data = '']) => JSON.parse(data))
  assert.deepEqual(
    said.map(({ type }) => type),
    ['subscribed', 'event'],
  )
  assert.ok(PushedEvent.safeParse(said[1]).success)
})
