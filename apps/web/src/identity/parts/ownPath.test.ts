import assert from 'node:assert/strict'
import { test } from 'node:test'
import fc from 'fast-check'
import { ownPath } from './ownPath.ts'

const ours = 'https://desk.example.com'
/** Where a browser on our page would go. */
const followed = (wanted: string) => new URL(ownPath(wanted, ours), ours)

const foreign = [
  '//evil.example',
  '///evil.example',
  '////evil.example/a',
  '\\\\evil.example',
  '/\\evil.example',
  '\\/evil.example',
  '/\t/evil.example',
  '/\n/evil.example',
  '\t//evil.example',
  ' //evil.example',
  'https://evil.example',
  'https:evil.example',
  'https:/evil.example',
  'HTTPS://EVIL.EXAMPLE',
  'http://desk.example.com',
  'https://desk.example.com@evil.example',
  'https://desk.example.com.evil.example',
  'https://desk.example.com:444/',
  'javascript:alert(1)',
  'JaVaScRiPt:alert(1)',
  'java\nscript:alert(1)',
  'data:text/html,<script>alert(1)</script>',
  'blob:https://desk.example.com/a',
  'vbscript:x',
  'file:///etc/passwd',
  'https://desk.example.com//evil.example',
  '/..//evil.example',
  '/a/..//evil.example',
  './/evil.example',
]
for (const wanted of foreign) {
  test(`${JSON.stringify(wanted)} leads to a page of ours`, () => {
    const { origin, pathname } = followed(wanted)
    assert.equal(origin, ours)
    assert.ok(!pathname.startsWith('//'))
  })
}

test('encoded slashes are part of a path, and stay there', () => {
  for (const wanted of [
    '%2f%2fevil.example',
    '/%2f%2fevil.example',
    '/%5c%5cevil.example',
    '%09//evil.example',
  ])
    assert.equal(followed(wanted).origin, ours)
})

test('a page of ours is kept with its question and place', () => {
  for (const wanted of ['/q/it-all?f=tag%3Avpn&sel=IT-1', '/profile#password', '/requests/IT-4921'])
    assert.equal(ownPath(wanted, ours), wanted)
})

test('an entrance leads home, or one would sign in without end', () => {
  for (const wanted of ['/sign-in', '/sign-in?return_to=/sign-in', '/magic', '/invite/x', null, ''])
    assert.equal(ownPath(wanted, ours), '/')
})

test('whatever is asked for, one stays here', () => {
  const piece = fc.constantFrom(
    '/',
    '\\',
    '%2f',
    '%5c',
    ':',
    '@',
    '#',
    '?',
    '.',
    '..',
    '\t',
    '\n',
    '\r',
    ' ',
    '\0',
    'evil.example',
    'https',
    'javascript',
    ours,
  )
  const wanted = fc.oneof(
    fc.array(piece, { maxLength: 8 }).map((parts) => parts.join('')),
    fc.string(),
    fc.webUrl(),
  )
  fc.assert(
    fc.property(wanted, (text) => {
      const path = ownPath(text, ours)
      assert.match(path, /^\/(?!\/)/)
      assert.equal(new URL(path, ours).origin, ours)
    }),
    { numRuns: 2_000 },
  )
})
