import assert from 'node:assert/strict'
import { after, describe, test } from 'node:test'
import { absences, audit, bulkEdits, requests, surveys } from '@deskhand/contract'
import { openDesk } from './testing/desk.ts'

const desk = await openDesk()
after(() => desk.close())
const elena = desk.as('elena@harbour.example')

const moments = { first: '1900-01-01T00:00:00Z', last: '2999-12-31T23:59:59Z' }
const beyond = ['0000-01-01T00:00:00Z', '9999-12-31T23:59:59-14:00', '3000-01-01T00:00:00Z']

describe('the years that Deskhand knows', () => {
  const reads: [string, (at: string) => Promise<{ status: number; text: string }>][] = [
    ['audit log', (from) => elena.call(audit.list, { query: { from } })],
    ['requests', (createdAfter) => elena.call(requests.list, { query: { createdAfter } })],
    ['answers to surveys', (answeredAfter) => elena.call(surveys.list, { query: { answeredAfter } })],
    [
      'bulk edits',
      (createdBefore) =>
        elena.call(bulkEdits.edit, {
          body: {
            filter: { createdBefore, q: 'nothing has this' },
            action: { priority: 'LOW' },
            dryRun: true,
          },
        }),
    ],
  ]
  for (const [what, ask] of reads) {
    test(`${what}: both ends are answered, what lies beyond is refused with a sentence`, async () => {
      for (const at of Object.values(moments)) {
        const { status, text } = await ask(at)
        assert.ok(status < 300, text)
      }
      for (const at of beyond) {
        const { status, text } = await ask(at)
        assert.equal(status, 400, text)
        assert.match(text, /in the years 1900 to 2999/)
      }
    })
  }

  test('an absence in no year is refused and not kept', async () => {
    const body = { fromDate: '0000-01-01', untilDate: '2026-12-31' }
    const { status, problem } = await elena.call(absences.create, { body })
    assert.deepEqual(
      [status, problem.errors],
      [400, [{ pointer: '/fromDate', message: 'Give a day in the years 1900 to 2999.' }]],
    )
    assert.deepEqual((await elena.call(absences.list)).data.data, [])
  })
})
