import assert from 'node:assert/strict'
import { describe, test } from 'node:test'
import type { Doing } from '@deskhand/contract'
import { Bell } from '../log/bell.ts'
import { openBoard } from './board.ts'

const spot = { companyId: 'company', requestId: 'request', deskId: 'desk', isConfidential: false }
const ana = { personId: 'ana', name: 'Ana Ruiz', isStaff: true }
const at = { companyId: spot.companyId, requestId: spot.requestId }

/** A board whose clock is moved by hand, second by second. */
function open() {
  let now = 0
  const board = openBoard(new Bell(null), () => now)
  const told: (Doing | null)[] = []
  board.watch((place) => told.push(board.peopleAt(place.companyId, place.requestId)[0]?.doing ?? null))
  return {
    board,
    told,
    say: (doing: Doing | null, way = 'one') => board.signal(spot, ana, way, doing),
    doing: () => board.peopleAt(at.companyId, at.requestId)[0]?.doing ?? null,
    pass(seconds: number) {
      for (let second = 0; second < seconds; second++) {
        now += 1_000
        board.beat()
      }
    },
  }
}

describe('the board', () => {
  test('tells who comes at once, and that they go at once', () => {
    const { say, told } = open()
    say('looking')
    say(null)
    assert.deepEqual(told, ['looking', null])
  })

  test('forgets who has said nothing for thirty seconds', () => {
    const { say, doing, pass } = open()
    say('looking')
    pass(29)
    assert.equal(doing(), 'looking')
    pass(1)
    assert.equal(doing(), null)
  })

  test('keeps who goes on saying so, and tells of it once', () => {
    const { say, told, pass } = open()
    for (let round = 0; round < 12; round++) {
      say('looking')
      pass(10)
    }
    assert.deepEqual(told, ['looking'])
  })

  test('takes whoever stops typing for a reader again', () => {
    const { say, doing, pass } = open()
    say('replying')
    pass(5)
    assert.equal(doing(), 'replying')
    pass(1)
    assert.equal(doing(), 'looking')
  })

  test('tells at most one change in three seconds, and then the last one', () => {
    const { say, told, pass } = open()
    for (let round = 0; round < 100; round++) say(round % 2 === 0 ? 'replying' : 'looking')
    assert.deepEqual(told, ['replying'])
    pass(3)
    assert.deepEqual(told, ['replying', 'looking'])
  })

  test('typing without a pause is one event, however many signals come', () => {
    const { say, told, pass } = open()
    for (let second = 0; second < 60; second++) {
      for (let key = 0; key < 8; key++) say('replying')
      pass(1)
    }
    assert.deepEqual(told, ['replying'])
  })

  test('who comes and goes all the time is told of twice in three seconds at most', () => {
    const { say, told, pass } = open()
    for (let second = 0; second < 30; second++) {
      for (let round = 0; round < 20; round++) say(round % 2 === 0 ? 'looking' : null)
      pass(1)
    }
    assert.ok(told.length <= 22, `${told.length}`)
  })

  test('of several windows of one person the strongest counts', () => {
    const { say, doing, pass } = open()
    say('looking', 'one')
    pass(3)
    say('replying', 'two')
    assert.equal(doing(), 'replying')
    pass(3)
    say(null, 'two')
    assert.equal(doing(), 'looking')
    say(null, 'one')
    assert.equal(doing(), null)
  })

  test('an open socket is being at work; a closed one counts for a while', () => {
    const { board, pass } = open()
    const isAtWork = () => board.peopleAtWork('company').has('ana')
    board.atWork('company', ana, 'socket', true)
    pass(120)
    assert.ok(isAtWork())
    board.atWork('company', ana, 'socket', false)
    pass(15)
    assert.ok(isAtWork())
    pass(8)
    assert.ok(!isAtWork())
  })

  test('forgets places where nobody is', () => {
    const { board, say, pass } = open()
    say('looking')
    say(null)
    pass(5)
    assert.deepEqual([...board.places()], [])
  })
})
