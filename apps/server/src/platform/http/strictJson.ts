import { Stop } from '../stop.ts'

/** Deeper than anything we take; what is deeper would overflow the stack of whoever walks it. */
const deepest = 40

type Counted = { isTooDeep: boolean; keys: number }

/**
 * How deep a JSON text is, and how many keys it holds: counted in the text in one pass, before anything walks the value.
 */
export function countIn(text: string): Counted {
  let depth = 0
  let keys = 0
  let isInside = false
  for (let at = 0; at < text.length; at++) {
    const sign = text.charCodeAt(at)
    if (isInside) {
      if (sign === 0x5c) at++
      else if (sign === 0x22) isInside = false
    } else if (sign === 0x22) isInside = true
    else if (sign === 0x3a) keys++
    else if (sign === 0x7b || sign === 0x5b) {
      if (++depth > deepest) return { isTooDeep: true, keys }
    } else if (sign === 0x7d || sign === 0x5d) depth--
  }
  return { isTooDeep: false, keys }
}

export const tooDeep = () => new Stop('invalid', `The body is nested deeper than ${deepest} levels.`)

/**
 * Refuses what a parser lets through although it means two things or nothing: a key that comes twice (RFC 8259 §4: which
 * one counts nobody knows) and half a character, which can be written in JSON but not stored. `keys` is what `countIn`
 * found: the value has fewer where one comes twice, so that only then the text is read again.
 */
export function refuseLoose(text: string, value: unknown, keys: number): Stop | null {
  if (keysOf(value) !== keys) {
    const pointer = twiceIn(text)
    const name = pointer.slice(1) || 'the key without a name'
    return new Stop('invalid', `Check ${name}: it is there twice.`, {
      errors: [{ pointer, message: 'Say it once; nobody knows which one counts.' }],
    })
  }
  // As UTF-8 the half of a pair cannot come, only as an escape.
  if (!/\\u[dD][89a-fA-F]/.test(text)) return null
  const broken: string[] = []
  findHalves(value, '', broken)
  if (broken.length === 0) return null
  const names = broken.map((pointer) => pointer.slice(1)).slice(0, 5)
  return new Stop(
    'rule',
    `Check ${names.join(', ')}: half a character (a lone surrogate) cannot be stored.`,
    {
      errors: broken.slice(0, 50).map((pointer) => ({
        pointer,
        message: 'This holds half a character (a lone surrogate).',
      })),
    },
  )
}

/** Refuses a key that reaches for the prototype of all objects, by its place; null where the text is no JSON at all. */
export function refusePrototype(text: string): Stop | null {
  const value = parsed(text)
  const pointer = value === undefined ? null : prototypeIn(value, '')
  if (pointer === null) return null
  return new Stop('invalid', `Check ${pointer.slice(1)}.`, {
    errors: [{ pointer, message: 'There is no such field.' }],
  })
}

function parsed(text: string): unknown {
  try {
    return JSON.parse(text)
  } catch {
    return undefined
  }
}

function prototypeIn(value: unknown, path: string): string | null {
  if (typeof value !== 'object' || value === null) return null
  for (const [key, inner] of Object.entries(value)) {
    const pointer = pointTo(path, key)
    const isOfClass = key === 'constructor' && Object.hasOwn(Object(inner), 'prototype')
    if (key === '__proto__' || isOfClass) return pointer
    const below = prototypeIn(inner, pointer)
    if (below !== null) return below
  }
  return null
}

function keysOf(value: unknown): number {
  if (typeof value !== 'object' || value === null) return 0
  let sum = 0
  if (Array.isArray(value)) {
    for (const one of value) if (typeof one === 'object') sum += keysOf(one)
    return sum
  }
  const values = Object.values(value)
  for (const one of values) if (typeof one === 'object') sum += keysOf(one)
  return sum + values.length
}

/** RFC 6901, cut to what is worth reading. */
const pointTo = (path: string, key: string) =>
  `${path}/${key.toWellFormed().replaceAll('~', '~0').replaceAll('/', '~1')}`.slice(0, 200)

function findHalves(value: unknown, path: string, found: string[]): void {
  if (typeof value === 'string') {
    if (!value.isWellFormed()) found.push(path)
  } else if (typeof value === 'object' && value !== null)
    for (const [key, inner] of Object.entries(value)) {
      const pointer = pointTo(path, key)
      if (!key.isWellFormed()) found.push(pointer)
      findHalves(inner, pointer, found)
    }
}

const token = /"(?:[^"\\]|\\.)*"|[{}[\],:]/gs

/** Where a well-formed JSON text says a key for the second time. */
function twiceIn(text: string): string {
  const above: { path: string; seen: Set<string> | null; at: number }[] = []
  let key: string | null = null
  let [last, named] = ['', '']
  for (const [sign] of text.matchAll(token)) {
    const inner = above.at(-1)
    if (sign === '{' || sign === '[') {
      const path = inner ? pointTo(inner.path, inner.seen ? named : String(inner.at)) : ''
      above.push({ path, seen: sign === '{' ? new Set() : null, at: 0 })
    } else if (sign === '}' || sign === ']') above.pop()
    else if (sign === ',' && inner) inner.at++
    else if (sign === ':' && inner?.seen) {
      key = String(JSON.parse(last))
      named = key
      if (inner.seen.has(key)) return pointTo(inner.path, key)
      inner.seen.add(key)
    }
    last = sign
  }
  return ''
}
