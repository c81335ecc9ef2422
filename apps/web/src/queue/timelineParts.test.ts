import assert from 'node:assert/strict'
import { test } from 'node:test'
import type { Activity } from '@deskhand/contract'
import { ledgerSentence, timelineParts } from './timelineParts.ts'

const file = (id: string): Activity['attachments'][number] => ({
  id,
  requestId: 'r',
  fileName: `${id}.pdf`,
  fileSize: 1,
  mimeType: 'application/pdf',
  hasPreview: false,
})
const entry = (id: string, part: Partial<Activity>): Activity => ({
  id,
  fromReference: null,
  activityType: 'COMMENT',
  message: id,
  isInternal: false,
  isSystemGenerated: false,
  authorId: 'ana',
  authorName: 'Ana Ruiz',
  authorRole: null,
  createdAt: '2026-11-20T09:00:00.000Z',
  editedAt: null,
  withdrawnAt: null,
  metadata: {},
  attachments: [],
  ...part,
})
const attached = (id: string, attachments: Activity['attachments']) =>
  entry(`line of ${id}`, { activityType: 'ATTACHMENT', metadata: { attachmentId: id }, attachments })
const shown = (entries: Activity[]) =>
  timelineParts(entries, null).flatMap((part) => (part.kind === 'entry' ? [part.entry.id] : []))

test('a file that went out with a message has no line of its own', () => {
  const entries = [attached('quote', []), entry('see the quote', { attachments: [file('quote')] })]
  assert.deepEqual(shown(entries), ['see the quote'])
})

test('a file that was sent alone, or deleted since, keeps its line', () => {
  const entries = [attached('alone', [file('alone')]), attached('deleted', []), entry('hello', {})]
  assert.deepEqual(shown(entries), ['line of alone', 'line of deleted', 'hello'])
})

test('a change is a whole sentence; what Deskhand tells of somebody names them alone', () => {
  const change = (message: string, part: Partial<Activity> = {}) =>
    ledgerSentence(entry('line', { activityType: 'SYSTEM', message, ...part }))
  const byItself = { authorId: null, authorName: 'Deskhand' }
  assert.equal(
    change('Marta Gil was asked to approve this.', byItself),
    'Marta Gil was asked to approve this',
  )
  assert.equal(change('Deskhand closed this.', byItself), 'Deskhand closed this')
  assert.equal(change('closed this', byItself), 'Deskhand closed this')
  assert.equal(change('Ana Ruiz took this.'), 'Ana Ruiz took this')
  const resolved = { activityType: 'STATUS_CHANGE', metadata: { to: 'RESOLVED' } } as const
  assert.equal(change('', { ...byItself, ...resolved }), 'Deskhand resolved this')
})

test('what a merged request brought along says its number, opening and all', () => {
  const opened = entry('opening', {
    activityType: 'SYSTEM',
    message: 'Jorge Salas opened this.',
    authorName: 'Jorge Salas',
    fromReference: 'IT-4921',
    metadata: { event: 'opened' },
  })
  assert.equal(ledgerSentence(opened), 'Jorge Salas opened this, from IT-4921')
})
