import assert from 'node:assert/strict'
import { test } from 'node:test'
import { DatabaseError } from 'pg'
import { openLogger } from './logger.ts'

function listen(level = 'trace') {
  const lines: string[] = []
  const log = openLogger(level, { write: (line) => void lines.push(line) })
  return { log, lines }
}

test('fields that open doors are hidden, however deep they stand', () => {
  const { log, lines } = listen()
  log.info({ password: 'canary' }, 'a')
  log.info({ body: { refreshToken: 'canary', code: 'canary' } }, 'b')
  log.info({ request: { headers: { authorization: 'canary', cookie: 'canary' } } }, 'c')
  assert.equal(lines.length, 3)
  assert.doesNotMatch(lines.join(), /canary/)
})

test('addresses lose their query', () => {
  const { log, lines } = listen()
  log.info(
    { req: { method: 'GET', url: '/a?token=canary' }, url: '/b?code=canary', path: '/c?q=canary' },
    'a',
  )
  assert.doesNotMatch(lines.join(), /canary/)
  assert.match(lines.join(), /"\/a".*"\/b".*"\/c"/)
})

test('an error of the database keeps its state and loses what was typed', () => {
  const { log, lines } = listen()
  const error = new DatabaseError('invalid input syntax for type uuid: "canary"', 10, 'error')
  error.code = '22P02'
  error.detail = 'Key (email)=(canary) already exists.'
  error.where = 'unnamed portal parameter $1 = canary'
  log.error({ err: new Error('Saving failed', { cause: error }) }, 'a bug')
  assert.doesNotMatch(lines.join(), /canary/)
  const { err } = JSON.parse(lines[0] ?? '')
  assert.equal(err.cause.sqlState, '22P02')
  assert.match(err.stack, /^Saving failed\n\s+at /)
})

test('what is no error is not written out', () => {
  const { log, lines } = listen()
  log.error({ err: { message: 'canary' } }, 'odd')
  assert.doesNotMatch(lines.join(), /canary/)
})
