import assert from 'node:assert/strict'
import { test } from 'node:test'
import type { Command } from './commands.ts'
import { paletteEntries, tagIn } from './paletteEntries.ts'

const nothing = () => undefined
const commands: Command[] = [
  {
    id: 'shell.theme',
    title: 'Switch between light and dark',
    scope: 'anywhere',
    group: 'settings',
    run: nothing,
  },
  { id: 'go.home', title: 'Go to Home', keys: 'g h', scope: 'anywhere', group: 'go', run: nothing },
  { id: 'requests.take', title: 'Take it', keys: 'i', scope: 'record', group: 'record', run: nothing },
  {
    id: 'list.next',
    title: 'Next row',
    keys: 'j',
    scope: 'list',
    group: 'record',
    isQuiet: true,
    run: nothing,
  },
]
const hits = [
  {
    type: 'request',
    id: '1',
    ref: 'IT-4921',
    title: 'VPN drops',
    excerpt: null,
    status: null,
    stateWord: null,
    rank: 1,
  },
  {
    type: 'person',
    id: '2',
    ref: null,
    title: 'Marta Gil',
    excerpt: null,
    status: null,
    stateWord: null,
    rank: 0.5,
  },
] as const
const ids = (text: string) => paletteEntries(text, commands, hits, nothing).map(({ id }) => id)

test('offers the record first, then places, results and settings; never what is only a key', () => {
  assert.deepEqual(ids(''), ['requests.take', 'go.home', 'request:1', 'person:2', 'shell.theme'])
})

test('jumps to a bare tag, written in any way', () => {
  assert.equal(ids('it4921')[0], 'jump:IT-4921')
  assert.equal(tagIn(' fin-12 '), 'FIN-12')
  assert.equal(tagIn('vpn drops'), null)
})

test('keeps to commands after >, to requests after #, to people after @', () => {
  assert.deepEqual(ids('>home'), ['go.home'])
  assert.deepEqual(ids('#vpn'), ['request:1'])
  assert.deepEqual(ids('@marta'), ['person:2'])
})

test('finds commands by any of their words', () => {
  assert.deepEqual(ids('>dark light'), ['shell.theme'])
})

test('what is done to the list stands under it, behind what is done to the record', () => {
  const pick: Command = {
    id: 'queue.pick',
    title: 'Pick this request',
    scope: 'list',
    group: 'record',
    run: nothing,
  }
  const entries = paletteEntries('', [pick, ...commands], [], nothing)
  assert.deepEqual(
    entries.slice(0, 2).map(({ id, group }) => [id, group]),
    [
      ['requests.take', 'On this record'],
      ['queue.pick', 'In this list'],
    ],
  )
})
