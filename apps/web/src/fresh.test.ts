import assert from 'node:assert/strict'
import { test } from 'node:test'
import { QueryClient } from '@tanstack/react-query'
import { refresh, sliceOf } from './fresh.ts'

const keys = [
  ['/requests', { query: { desk: 'IT' } }],
  ['/requests/:id', { params: { id: 'one' } }],
  ['/requests/:id', { params: { id: 'IT-4921' } }],
  ['/requests/:id/activities', { params: { id: 'other' } }],
  ['/users/me', {}],
  ['/audit', {}],
] as const

async function oldAfter(touched: Parameters<typeof refresh>[1]) {
  const client = new QueryClient()
  for (const key of keys) client.setQueryData(key, {})
  refresh(client, touched)
  const isOld = (key: (typeof keys)[number]) => client.getQueryState(key)?.isInvalidated
  while (!keys.some(isOld)) await new Promise((next) => setImmediate(next))
  return keys.filter(isOld).map(([path, input]) => ('params' in input ? `${path} ${input.params.id}` : path))
}

test('an event makes the lists and its own record old, by id or by reference', async () => {
  assert.deepEqual(await oldAfter({ slice: 'request', ids: ['one', 'IT-4921'] }), [
    '/requests',
    '/requests/:id one',
    '/requests/:id IT-4921',
    '/audit',
  ])
})

test('a command makes its whole slice old', async () => {
  assert.equal((await oldAfter({ slice: 'request', ids: [] })).length, 5)
})

test('knows the slice of a path', () => {
  assert.equal(sliceOf('/requests/:id/tags'), 'request')
  assert.equal(sliceOf('/users/me/preferences'), 'person')
  assert.equal(sliceOf('/notifications/:id/read'), 'notification')
})
