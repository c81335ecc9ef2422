import assert from 'node:assert/strict'
import { describe, test } from 'node:test'
import type { SlaRing } from '@deskhand/contract'
import { countdown } from './countdown.ts'

const at = (text: string) => Date.parse(`2026-11-${text}:00Z`)
const seconds = (text: string) => at(text) / 1000
const iso = (text: string) => new Date(at(text)).toISOString()
/** Eight hours from Monday ten o'clock, with lunch from one to two, to Tuesday eleven. */
const ring: SlaRing = {
  target: 'RESOLUTION',
  state: 'RUNNING',
  targetSeconds: 8 * 3600,
  leftSeconds: 8 * 3600,
  since: iso('16T10:00'),
  dueAt: iso('17T11:00'),
  atRiskAt: iso('16T17:00'),
  pausedAt: null,
  open: [
    [seconds('16T10:00'), seconds('16T13:00')],
    [seconds('16T14:00'), seconds('16T17:00')],
    [seconds('17T09:00'), seconds('17T11:00')],
  ],
  resolutionDueAt: iso('17T11:00'),
}

describe('the countdown of a promise', () => {
  for (const [now, kind, hours] of [
    ['16T10:00', 'running', 8],
    ['16T12:00', 'running', 6],
    ['16T13:30', 'running', 5],
    ['16T20:00', 'risk', 2],
    ['17T10:30', 'risk', 0.5],
    ['17T11:40', 'late', 40 / 60],
  ] as const) {
    test(`at ${now} it is ${kind}`, () => {
      const told = countdown(ring, new Date(at(now)))
      assert.deepEqual([told.kind, told.seconds], [kind, hours * 3600])
    })
  }

  test('stands still while it is paused', () => {
    const paused: SlaRing = {
      ...ring,
      state: 'PAUSED',
      dueAt: null,
      atRiskAt: null,
      leftSeconds: 3600,
      open: [],
    }
    assert.deepEqual(countdown(paused, new Date(at('20T10:00'))), {
      kind: 'paused',
      seconds: 3600,
      share: 1 / 8,
    })
  })

  test('falls evenly over stretches that did not come along, and is exact from the first that did', () => {
    const long = { ...ring, leftSeconds: 10 * 3600, targetSeconds: 10 * 3600, since: iso('15T10:00') }
    assert.equal(countdown(long, new Date(at('15T10:00'))).seconds, 10 * 3600)
    assert.equal(countdown(long, new Date(at('15T22:00'))).seconds, 9 * 3600)
    assert.equal(countdown(long, new Date(at('16T10:00'))).seconds, 8 * 3600)
  })
})
