import assert from 'node:assert/strict'
import { after, beforeEach, describe, test } from 'node:test'
import { networksOf } from '../platform/addresses.ts'
import { faultOfAddress } from './faultOfAddress.ts'
import { addressesOf, type Found, post, Unreachable } from './post.ts'
import { openListener, webhookNetworks } from './sample.ts'
import { words } from './words.ts'

const listener = await openListener()
after(() => listener.close())
beforeEach(() => {
  listener.heard.length = 0
  listener.answer(null)
})

const none = networksOf([])
const here = networksOf(webhookNetworks)
const found = (...addresses: string[]): Found[] =>
  addresses.map((address) => ({ address, family: address.includes(':') ? 6 : 4 }))
const message = { body: '{}', headers: {} }

describe('an address that leads inside is never called, however it is written', () => {
  const written = [
    ...['127.0.0.1', '127.1', '2130706433', '0x7f.0.0.1', '0177.0.0.1', '0', '10.0.0.1', '169.254.169.254'],
    ...[
      '[::1]',
      '[::ffff:127.0.0.1]',
      '[::ffff:7f00:1]',
      '[fd00::1]',
      '[fe80::1]',
      '[64:ff9b::7f00:1]',
      '[::]',
    ],
  ]
  for (const host of written) {
    test(host, async () => {
      const url = new URL(`https://${host}/`)
      await assert.rejects(addressesOf(url, { allowed: none }), Unreachable)
      assert.match(faultOfAddress(url, none) ?? '', /private network/)
    })
  }
  for (const inside of [['10.0.0.1'], ['8.8.8.8', '127.0.0.1'], ['::1'], ['fd00::2', '2606:4700::1'], []]) {
    test(`a name that leads to ${inside.join(' and ') || 'nothing'}`, async () => {
      const resolve = async () => found(...inside)
      await assert.rejects(
        addressesOf(new URL('https://hooks.example/'), { allowed: none, resolve }),
        Unreachable,
      )
    })
  }
})

describe('the internet is called by TLS on its usual port alone', () => {
  const resolve = async () => found('1.1.1.1')
  const cases: [string, string | null][] = [
    ['https://hooks.example/a', null],
    ['https://hooks.example:443/a', null],
    ['http://hooks.example/a', words.notSecure],
    ['https://hooks.example:8443/a', words.otherPort],
    ['https://hooks.example:22/a', words.otherPort],
  ]
  for (const [address, fault] of cases) {
    test(address, async () => {
      const url = new URL(address)
      const reached = addressesOf(url, { allowed: none, resolve })
      if (fault) await assert.rejects(reached, { message: fault })
      else assert.deepEqual(await reached, found('1.1.1.1'))
      assert.equal(faultOfAddress(url, none), fault)
    })
  }
})

test('a name is asked once: what it answers later leads nowhere else', async () => {
  let asked = 0
  const resolve = async () => {
    asked += 1
    return found(asked === 1 ? '127.0.0.1' : '127.0.0.2')
  }
  const url = new URL(`http://hooks.example:${listener.port}/hook`)
  const reached = await post(url, message, { allowed: here, resolve })
  assert.deepEqual([reached, asked], [{ status: 200, answer: '{"ok":true}' }, 1])
  assert.equal(listener.heard[0]?.headers.host, `hooks.example:${listener.port}`)
})

test('a name that first leads outside and then inside reaches neither inside nor this machine', async () => {
  const resolve = async () => found('127.0.0.1')
  const url = new URL(`http://hooks.example:${listener.port}/hook`)
  await assert.rejects(post(url, message, { allowed: none, resolve }), {
    message: words.private('hooks.example'),
  })
  assert.equal(listener.heard.length, 0)
})

test('follows nobody', async () => {
  listener.answer((_, response) => void response.writeHead(302, { location: listener.url }).end())
  const { status } = await post(new URL(listener.url), message, { allowed: here })
  assert.deepEqual([status, listener.heard.length], [302, 1])
})

test('waits only so long, for the first byte and for the last', async () => {
  const held: (() => void)[] = []
  listener.answer((_, response) => void held.push(() => response.end()))
  await assert.rejects(post(new URL(listener.url), message, { allowed: here, limit: 200 }), {
    message: words.tooLong,
  })
  listener.answer((_, response) => {
    response.writeHead(200).write('a')
    held.push(() => response.end())
  })
  await assert.rejects(post(new URL(listener.url), message, { allowed: here, limit: 200 }), {
    message: words.tooLong,
  })
  const never = () => new Promise<Found[]>(() => undefined)
  await assert.rejects(
    post(new URL('https://hooks.example/'), message, { allowed: here, resolve: never, limit: 200 }),
    { message: words.tooLong },
  )
  for (const end of held) end()
})

test('reads only so much, and keeps what a page can show', async () => {
  listener.answer((_, response) => {
    response.writeHead(200)
    response.write(`\0\u001b[31mred\n${'x'.repeat(100_000)}`)
    // Without an end: whoever reads all of it waits for ever.
  })
  const { status, answer } = await post(new URL(listener.url), message, { allowed: here })
  assert.equal(status, 200)
  assert.match(answer, /^\[31mred\nx+$/)
  assert.equal(answer.length, 1_000)
})

test('says what went wrong where nobody listens', async () => {
  const gone = await openListener()
  await gone.close()
  await assert.rejects(post(new URL(gone.url), message, { allowed: here }), /ECONNREFUSED/)
})
