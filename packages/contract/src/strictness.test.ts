import assert from 'node:assert/strict'
import { test } from 'node:test'
import * as z from 'zod'
import type { Route } from './kit.ts'
import { contract } from './slices.ts'

/**
 * Where names are data: answers to a form and keys of a table. What is not a field of the form is refused when the
 * answers are held against it.
 */
const open =
  /^(POST|PUT) \/(it|hr|finance|facilities)\/[a-z-]+(\/:id)? body$|^(POST|PUT) \/requests(\/:id)? body|\/(answers|customFields|initial)$|\/lineItems$|\/line-items body$/

test('no route takes a field that it does not know', () => {
  const routes: Route[] = Object.values(contract).flatMap((slice) => Object.values(slice))
  const loose: string[] = []
  let seen = 0
  for (const { method, path, query, body } of routes) {
    for (const [what, shape] of [
      ['query', query],
      ['body', body],
    ] as const) {
      const whole = z.toJSONSchema(shape, { io: 'input', unrepresentable: 'any', reused: 'inline' })
      const look = (schema: unknown, within: string): void => {
        if (typeof schema !== 'object' || schema === null) return
        const { type, properties, additionalProperties, propertyNames } = schema as Record<string, unknown>
        if (type === 'object') {
          seen += 1
          // A table by keys says what its keys and its values are.
          const isTable =
            properties === undefined && propertyNames !== undefined && additionalProperties !== undefined
          if (additionalProperties !== false && !isTable) loose.push(within)
        }
        for (const [name, inner] of Object.entries(schema)) {
          if (name === 'properties')
            for (const [field, one] of Object.entries(Object(inner))) look(one, `${within}/${field}`)
          else look(inner, within)
        }
      }
      look(whole, `${method} ${path} ${what}`)
    }
  }
  assert.ok(seen > 300)
  assert.deepEqual(
    [...new Set(loose)].filter((place) => !open.test(place)),
    [],
  )
})
