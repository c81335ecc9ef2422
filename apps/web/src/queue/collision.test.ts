import assert from 'node:assert/strict'
import { test } from 'node:test'
import type { Activity } from '@deskhand/contract'
import { nameBefore } from '../entries/nameBefore.ts'
import { arrivedSince } from './collision.ts'

const entry = (id: string, part: Partial<Activity>): Activity => ({
  id,
  fromReference: null,
  activityType: 'COMMENT',
  message: 'Hello',
  isInternal: false,
  isSystemGenerated: false,
  authorId: 'luis',
  authorName: 'Luis',
  authorRole: null,
  createdAt: '2026-11-20T10:00:00.000000+00:00',
  editedAt: null,
  withdrawnAt: null,
  metadata: {},
  attachments: [],
  ...part,
})
const began = '2026-11-20T09:59:00.000000+00:00'

test('stops for what others wrote or moved since, and for nothing else', () => {
  const entries = [
    entry('before', { createdAt: '2026-11-20T09:58:00.000000+00:00' }),
    entry('reply', {}),
    entry('note', { isInternal: true }),
    entry('move', { activityType: 'STATUS_CHANGE' }),
    entry('mine', { authorId: 'ana' }),
    entry('given', { activityType: 'ASSIGNMENT' }),
    entry('withdrawn', { withdrawnAt: '2026-11-20T10:01:00.000000+00:00', message: '' }),
  ]
  assert.deepEqual(
    arrivedSince(entries, began, 'ana').map(({ id }) => id),
    ['reply', 'note', 'move'],
  )
  assert.deepEqual(arrivedSince(entries, null, 'ana'), [])
})

for (const [text, expected] of [
  ['@an', { from: 0, q: 'an' }],
  ['Hello @Ana Ru', { from: 6, q: 'Ana Ru' }],
  ['Hello @', { from: 6, q: '' }],
  ['mail@example', null],
  ['@Ana Ruiz is', null],
  ['(@jo', { from: 1, q: 'jo' }],
  ['nothing', null],
] as const) {
  test(`the name that is begun in “${text}”`, () => assert.deepEqual(nameBefore(text, text.length), expected))
}
