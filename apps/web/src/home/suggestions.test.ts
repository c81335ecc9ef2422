import assert from 'node:assert/strict'
import { test } from 'node:test'
import type { Catalogue, CatalogueType } from '../catalogue/findTypes.ts'
import { atFirst, suggestions } from './suggestions.ts'

const type = (name: string, description: string): CatalogueType => ({
  id: name,
  serviceDeskId: 'it',
  serviceCategoryId: 'devices',
  name,
  description,
  promise: null,
  icon: null,
  requiresApproval: false,
  isConfidential: false,
  slaHours: null,
  defaultPriority: 'MEDIUM',
  displayOrder: 1,
  isActive: true,
  stateWords: {},
  kind: null,
  formVersionId: null,
  version: 1,
})

const requestTypes = [
  type('Phone or SIM', 'This one has roaming in it.'),
  type(
    'My computer has a problem',
    'Slow, noisy, broken, does not start, the screen flickers, or the battery is gone.',
  ),
  type('A laptop or screen', 'A new or additional laptop, screen or docking station.'),
  type('Teléfono fijo', 'On a desk.'),
]
const catalogue: Catalogue = {
  desks: [
    {
      id: 'it',
      code: 'IT',
      name: 'IT support',
      prefix: 'IT',
      description: null,
      promise: null,
      isActive: true,
      version: 1,
      contactEmail: null,
      contactPhone: null,
      contactPlace: null,
      categories: [
        {
          id: 'devices',
          serviceDeskId: 'it',
          name: 'Devices',
          description: null,
          icon: null,
          displayOrder: 1,
          isActive: true,
          version: 1,
          requestTypes,
        },
      ],
    },
  ],
  mostUsed: [],
}
const hit = (ref: string, status: 'REJECTED' | 'RESOLVED' | 'IN_PROGRESS') => ({
  type: 'request' as const,
  id: ref,
  ref,
  title: `Laptop of ${ref}`,
  excerpt: null,
  status,
  stateWord: null,
  rank: 1,
})

test('kinds that fit come first, then asking in own words, then own requests with the open ones before', () => {
  const hits = [hit('IT-1', 'REJECTED'), hit('IT-2', 'RESOLVED'), hit('IT-3', 'IN_PROGRESS')]
  assert.deepEqual(
    suggestions('laptop is slow', catalogue, hits).map(({ title }) => title),
    [
      'A laptop or screen',
      'My computer has a problem',
      'Ask about “laptop is slow”',
      'Laptop of IT-3',
      'Laptop of IT-1',
      'Laptop of IT-2',
    ],
  )
})

for (const [text, expected] of [
  ['telefono', ['Teléfono fijo']],
  ['slow, broken!', ['My computer has a problem']],
  ['my screen', ['A laptop or screen', 'My computer has a problem']],
  ['my screens flicker', ['A laptop or screen', 'My computer has a problem']],
  ['my', ['My computer has a problem']],
  ['my mouse is dead', ['My computer has a problem']],
  ['xyz', []],
] as const) {
  test(`“${text}” suggests ${expected.join(', ') || 'only to ask'}`, () => {
    const titles = suggestions(text, catalogue, []).map(({ title }) => title)
    assert.deepEqual(titles, [...expected, `Ask about “${text}”`])
  })
}

for (const [text, title, href] of [
  [
    'My laptop screen flickers',
    'Ask about “My laptop screen flickers”',
    '/ask/other?summary=My+laptop+screen+flickers',
  ],
  ['laptop', 'Ask about “laptop”', '/ask/other?summary=laptop'],
  ['a laptop or screen', 'A laptop or screen', '/ask/A laptop or screen'],
] as const) {
  test(`Enter behind “${text}” takes “${title}”`, () => {
    const lines = suggestions(text, catalogue, [hit('IT-1', 'IN_PROGRESS')])
    const line = lines[atFirst(lines, text)]
    assert.deepEqual([line?.title, line?.href], [title, href])
  })
}

test('a kind that is taken gets the words typed', () => {
  const [first] = suggestions('laptop flickers', catalogue, [])
  assert.equal(first?.href, '/ask/A laptop or screen?summary=laptop+flickers')
})
