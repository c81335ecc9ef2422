import assert from 'node:assert/strict'
import { after, test } from 'node:test'
import { requests, search } from '@deskhand/contract'
import fc from 'fast-check'
import { openDesk } from '../../testing/desk.ts'
import { ana, elena, jorge, luis, nuria, olga } from '../../testing/people.ts'

const desk = await openDesk()
after(() => desk.close())

const ask = async (summary: string, body = {}) =>
  (await desk.as(jorge).call(requests.create, { body: { serviceDeskCode: 'IT', summary, ...body } })).data
const find = async (email: string, q: string, query = {}) =>
  (await desk.as(email).call(search.find, { query: { q, ...query } })).data.data
const refs = async (email: string, q: string) =>
  (await find(email, q, { type: 'request', limit: 50 })).map(({ ref }) => ref)

test('finds a request by title, description, reply, beginning and without accents', async () => {
  const { referenceNumber: ref, id } = await ask('Zwiebelkuchen señalización', {
    description: 'The quagga is loose in the atrium.',
  })
  await desk.as(ana).call(requests.comment, {
    params: { id },
    body: { message: 'Called the platypus keeper about the ibex.' },
  })
  for (const q of [
    'zwiebelkuchen',
    'zwiebelk',
    'senalizacion',
    'quagga atr',
    '"quagga is loose"',
    'platypus',
    'ibex or xyzzy',
    'elkuch',
  ]) {
    assert.deepEqual(await refs(jorge, q), [ref], q)
  }
  for (const q of ['quagga -atrium', '"loose quagga"', 'platypus giraffe '])
    assert.deepEqual(await refs(jorge, q), [], q)
  const [hit] = await find(jorge, 'platypus')
  assert.equal(hit?.excerpt, 'Called the «platypus» keeper about the ibex')
  assert.equal((await find(jorge, 'quagga'))[0]?.excerpt, 'The «quagga» is loose in the atrium')
  assert.equal((await find(jorge, 'zwiebelkuchen'))[0]?.excerpt, null)
})

test('marks of the text are not taken for ours, and nothing in it is HTML', async () => {
  await ask('x', { description: 'Says «axolotl» in <b>bold</b> & axolotl.' })
  const [hit] = await find(jorge, 'axolotl')
  assert.equal(hit?.excerpt?.replaceAll(/«axolotl»/g, '').match(/[«»]/), null)
})

test('jumps to a reference in any case, and to a number', async () => {
  const { referenceNumber } = await ask('Jump to me')
  assert.equal((await refs(ana, referenceNumber.toLowerCase()))[0], referenceNumber)
  assert.equal((await refs(ana, referenceNumber.replace('IT-', '')))[0], referenceNumber)
  assert.deepEqual(await refs(nuria, referenceNumber), [])
  assert.deepEqual(await refs(olga, referenceNumber), [])
})

test('a note is found by who works there, and by nobody else', async () => {
  const { id, referenceNumber: ref } = await ask('Something else')
  await desk
    .as(ana)
    .call(requests.comment, { params: { id }, body: { message: 'Requester is a wombat.', isInternal: true } })
  assert.deepEqual(await refs(luis, 'wombat'), [ref])
  assert.deepEqual(await refs(elena, 'wombat'), [ref])
  assert.deepEqual(await refs(jorge, 'wombat'), [])
})

test('a confidential request is found by its people alone', async () => {
  const { referenceNumber: ref } = await ask('Okapi', { serviceDeskCode: 'HR', isConfidential: true })
  assert.deepEqual(await refs(jorge, 'okapi'), [ref])
  assert.deepEqual(await refs(nuria, 'okapi'), [ref])
  for (const email of [ana, elena, olga]) assert.deepEqual(await refs(email, 'okapi'), [])
})

test('people are found by who may list them; the catalogue by everyone', async () => {
  const titles = async (email: string, q: string, type: 'person' | 'request_type') =>
    (await find(email, q, { type })).map(({ title }) => title)
  assert.ok((await titles(ana, 'sofi', 'person')).includes('Sofía Prieto'))
  assert.ok((await titles(ana, 'prieto', 'person')).includes('Sofía Prieto'))
  assert.ok((await titles(ana, 'sofia@harb', 'person')).includes('Sofía Prieto'))
  assert.deepEqual(await titles(jorge, 'sofi', 'person'), [])
  assert.deepEqual(await titles(ana, 'olga', 'person'), [])
  assert.deepEqual(await titles(ana, '%', 'person'), [])
  assert.ok((await titles(jorge, 'laptop', 'request_type')).length > 0)
  // Words in another order than in the name, and before whatever was asked once.
  const [named = ''] = await titles(jorge, 'laptop', 'request_type')
  const turned = named.split(' ').toReversed().join('  ')
  assert.ok((await find(jorge, turned)).some(({ type, title }) => type === 'request_type' && title === named))
  assert.deepEqual(await titles(jorge, `${named} zebra`, 'request_type'), [])
})

test('any input is answered, with no more than was asked for', async () => {
  const sign = fc.constantFrom(
    '&',
    '|',
    '!',
    ':',
    '*',
    '(',
    ')',
    '<->',
    "'",
    '"',
    '\\',
    '%',
    '_',
    '-',
    'or',
    'vpn',
    ' ',
    'é',
    '漢',
    '\u0301',
  )
  const typed = fc.oneof(
    fc.array(sign, { maxLength: 12 }).map((parts) => parts.join('')),
    fc.string({ unit: 'grapheme', maxLength: 60 }),
  )
  await fc.assert(
    fc.asyncProperty(typed, async (q) => {
      const { status, data } = await desk.as(ana).call(search.find, { query: { q: `a${q}`, limit: 3 } })
      assert.equal(status, 200)
      assert.ok(data.data.length <= 3)
    }),
    { numRuns: 60 },
  )
})
