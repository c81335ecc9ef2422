import assert from 'node:assert/strict'
import { after, test } from 'node:test'
import { openDesk } from '../../testing/desk.ts'

const silent = await openDesk({}, null)
const open = await openDesk({ securityContact: 'security@desk.example.com' }, null)
after(() => Promise.all([silent.close(), open.close()]))
const get = (desk: typeof open, url: string) => desk.deskhand.app.inject({ method: 'GET', url })

test('password managers find where a password is changed', async () => {
  const { statusCode, headers } = await get(open, '/.well-known/change-password')
  assert.deepEqual([statusCode, headers['location']], [302, '/profile'])
})

test('whoever finds a hole finds whom to tell, while that is still true', async () => {
  const { statusCode, headers, body } = await get(open, '/.well-known/security.txt')
  assert.equal(statusCode, 200)
  assert.match(String(headers['content-type']), /^text\/plain/)
  assert.match(body, /^Contact: mailto:security@desk\.example\.com$/m)
  const expires = Date.parse(body.match(/^Expires: (.+)$/m)?.[1] ?? '')
  const days = (expires - Date.now()) / 86_400_000
  assert.ok(days > 100 && days < 365, `${days} days`)
})

test('without a contact there is nothing, rather than a wrong one', async () => {
  assert.equal((await get(silent, '/.well-known/security.txt')).statusCode, 404)
})
