import assert from 'node:assert/strict'
import { test } from 'node:test'
import { events } from '@deskhand/contract'
import { hideSecrets, idsIn, stateWord, subjectWord } from './rules.ts'
import { words } from './words.ts'

test('hides what opens doors, by name', () => {
  const fields = { token: 'a', code: 'b', smtpUrl: 'c', resolutionCode: 'FIXED', fields: ['x'] }
  assert.deepEqual(hideSecrets<unknown>(fields, '[hidden]'), {
    token: '[hidden]',
    code: '[hidden]',
    smtpUrl: '[hidden]',
    resolutionCode: 'FIXED',
    fields: ['x'],
  })
})

test('finds every id once', () => {
  const id = '0197d6a0-0000-7000-8000-000000000001'
  assert.deepEqual(idsIn([{ a: id, b: [null, id] }, 'x']), [id])
  assert.deepEqual(idsIn(undefined), [])
})

test('every event has a sentence without a hole', () => {
  for (const name of Object.keys(events)) {
    const sentence = words.sentence(name, {
      actor: 'Ana',
      ref: 'IT-1',
      subject: 'Jorge',
      to: stateWord('IN_PROGRESS'),
      name: 'Marta',
    })
    assert.doesNotMatch(sentence, /[{}]/, name)
  }
  assert.equal(
    words.sentence('kettle.boiled', { actor: 'Ana', ref: '', subject: '', to: '', name: '' }),
    'kettle.boiled',
  )
})

test('says what an event is about', () => {
  const subject = { type: 'request', ref: 'IT-1', name: null, peopleCount: 0 }
  assert.equal(subjectWord(subject), 'IT-1')
  assert.equal(subjectWord({ ...subject, type: 'person', ref: null, name: 'Jorge Vidal' }), 'Jorge Vidal')
  assert.equal(subjectWord({ ...subject, type: 'notification', peopleCount: 1 }), 'one person')
  assert.equal(subjectWord({ ...subject, type: 'session', ref: null }), 'session')
})

test('a request that was given says to whom, taken or put back', () => {
  const slots = { actor: 'Ana Ruiz', ref: 'IT-1', subject: '', to: '', name: '' }
  const [ana, luis, team] = ['a', 'l', 't']
  const names = new Map([
    [luis, 'Luis Mora'],
    [team, 'Network'],
  ])
  const said = (changes: Record<string, [unknown, unknown]>) =>
    words.given({ changes, actorId: ana, names }, slots)
  assert.equal(said({ assignedToId: [ana, luis] }), 'Ana Ruiz gave IT-1 to Luis Mora')
  assert.equal(said({ assignedToId: [luis, ana] }), 'Ana Ruiz took IT-1')
  assert.equal(said({ assignedToId: [luis, null] }), 'Ana Ruiz put IT-1 back to the queue')
  assert.equal(said({ assignedTeamId: [null, team] }), 'Ana Ruiz gave IT-1 to Network')
  assert.equal(said({ assignedTeamId: [team, null] }), 'Ana Ruiz took IT-1 from its team')
  assert.equal(said({}), null)
  assert.equal(said({ assignedToId: [ana, 'somebody gone'] }), null)
})

test('what somebody did to themselves, and a withdrawal, are said as such', () => {
  const slots = { actor: 'Ana Ruiz', ref: 'IT-1', subject: '', to: 'resolved', name: 'Ana Ruiz' }
  assert.equal(words.sentence('participant.added', slots), 'Ana Ruiz follows IT-1')
  assert.equal(words.sentence('participant.added', { ...slots, name: 'Luis' }), 'Ana Ruiz added Luis to IT-1')
  assert.equal(words.sentence('participant.removed', slots), 'Ana Ruiz does not follow IT-1 any more')
  const details = { resolutionCode: 'WITHDRAWN' }
  assert.equal(words.sentence('request.moved', slots, { details }), 'Ana Ruiz took back IT-1')
  assert.equal(words.sentence('request.moved', slots, {}), 'Ana Ruiz moved IT-1 to resolved')
})
