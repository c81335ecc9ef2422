import assert from 'node:assert/strict'
import { createServer, type Socket } from 'node:net'
import { test } from 'node:test'
import { explainStart, lookFirst } from './firstLook.ts'

test('a database that is too slow ends the start with advice, any other trouble with its own words', async () => {
  const sockets = new Set<Socket>()
  const silent = createServer((socket) => sockets.add(socket))
  await new Promise<void>((resolve) => silent.listen(0, '127.0.0.1', resolve))
  const address = silent.address()
  assert.ok(address && typeof address === 'object')
  const connection = { host: '127.0.0.1', port: address.port, user: 'x', password: 'x', database: 'x' }
  const trouble = await lookFirst({ connection, secret: 'x'.repeat(40) }, { opening: 50 }).catch(explainStart)
  assert.ok(trouble instanceof Error)
  assert.match(trouble.message, /took too long to answer.+start it again/)
  for (const socket of sockets) socket.destroy()
  silent.close()
  const other = new Error('The role deskhand_app is a superuser of the database.')
  assert.equal(explainStart(other), other)
})
