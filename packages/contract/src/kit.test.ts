import assert from 'node:assert/strict'
import { describe, test } from 'node:test'
import * as z from 'zod'
import { day, instant, line, type Route, text } from './kit.ts'
import { contract } from './slices.ts'

const faultOf = (shape: z.ZodType, value: unknown) => shape.safeParse(value).error?.issues[0]?.message ?? null

describe('days and moments', () => {
  for (const [shape, value, fault] of [
    [day, '1900-01-01', null],
    [day, '2999-12-31', null],
    [day, '1899-12-31', 'Give a day in the years 1900 to 2999.'],
    [day, '0000-01-01', 'Give a day in the years 1900 to 2999.'],
    [day, '2026-02-30', 'Give a day, such as 2026-11-28.'],
    [day, 'soon', 'Give a day, such as 2026-11-28.'],
    [instant, '1900-01-01T00:00:00Z', null],
    [instant, '1899-12-31T23:00:00-01:00', null],
    [instant, '2999-12-31T23:59:59.999999+00:00', null],
    [instant, '2999-12-31T23:59:59-01:00', 'Give a moment in the years 1900 to 2999, in UTC.'],
    [instant, '9999-12-31T23:59:59-14:00', 'Give a moment in the years 1900 to 2999, in UTC.'],
    [instant, '0000-01-01T00:00:00Z', 'Give a moment in the years 1900 to 2999, in UTC.'],
    [instant, '2026-11-28T10:00:00+15:59', null],
    [instant, '2026-11-28T10:00:00+23:00', 'No place is more than 15 hours from UTC.'],
    [instant, '2026-11-28', 'Give a moment with its offset, such as 2026-11-28T09:00:00Z.'],
  ] as const) {
    test(`${value}: ${fault ?? 'fine'}`, () => {
      assert.equal(faultOf(shape, value), fault)
      assert.ok((shape.safeParse(value).error?.issues.length ?? 0) <= 1)
    })
  }

  test('have these bounds wherever a route takes one', () => {
    const beyond: Record<string, string> = { date: '0000-01-01', 'date-time': '0000-01-01T00:00:00Z' }
    const bound = new Map<string, boolean>()
    const routes: Route[] = Object.values(contract).flatMap((slice) => Object.values(slice))
    for (const { method, path, query, body } of routes) {
      for (const shape of [query, body]) {
        z.toJSONSchema(shape, {
          io: 'input',
          unrepresentable: 'any',
          override: ({ zodSchema, jsonSchema, path: within }) => {
            const given = beyond[String(jsonSchema.format)]
            if (given === undefined) return
            const place = `${method} ${path} ${within.join('/')}`
            // A bound shape is visited with the bare one that it was made of.
            bound.set(place, bound.get(place) || !z.safeParse(zodSchema, given).success)
          },
        })
      }
    }
    const places = [...bound.keys()]
    assert.ok(places.some((place) => place.startsWith('GET /audit-logs ')))
    assert.ok(places.some((place) => place.startsWith('POST /users/me/absences ')))
    assert.deepEqual(
      places.filter((place) => !bound.get(place)),
      [],
    )
  })
})

describe('what people write', () => {
  const unseen = 'Write something that can be seen.'
  for (const [what, written, ofLine, ofText] of [
    ['Arabic with its marks', 'مرحبا\u200f 5', null, null],
    ['an emoji of several', '👩\u200d🔧', null, null],
    ['a zero-width space and a line separator', '\u200b\u2028', unseen, unseen],
    ['only fillers', '\u3164\u2800\u00ad\ufe0f', unseen, unseen],
    ['an override', 'invoice\u202egnp.exe', /turn the direction/, null],
    ['an isolate', 'a\u2066b\u2069', /turn the direction/, null],
    ['a line break', 'a\nb', /without control characters/, null],
  ] as const) {
    for (const [kind, shape, fault] of [
      ['line', line(50), ofLine],
      ['text', text(50), ofText],
    ] as const) {
      test(`${what}, as a ${kind}`, () => {
        const said = faultOf(shape, written)
        if (fault instanceof RegExp) assert.match(String(said), fault)
        else assert.equal(said, fault)
      })
    }
  }
})
