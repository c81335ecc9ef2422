import assert from 'node:assert/strict'
import { after, beforeEach, test } from 'node:test'
import fc from 'fast-check'
import { openMailServer } from './sample.ts'
import { deliver, hangUp } from './transport.ts'

const server = await openMailServer()
after(async () => {
  hangUp()
  await server.close()
})
beforeEach(() => {
  server.mails.length = 0
})

const ends = [
  '\r\n',
  '\n',
  '\r',
  '\0',
  '\u0085',
  '\u2028',
  '\u2029',
  '\u000b',
  '\f',
  '\r\n\r\n',
  '%0d%0a',
  '=0D=0A',
]
const injected = [
  'Bcc: eve@evil.example',
  'X-Evil: 1',
  'Content-Type: text/html',
  '.\r\nMAIL FROM:<eve@evil.example>',
]
/** Ordinary text with an end of line and something after it that would be a header, or a command. */
const hostile = fc
  .tuple(
    fc.string({ maxLength: 20 }),
    fc.constantFrom(...ends),
    fc.constantFrom(...injected),
    fc.string({ maxLength: 20 }),
  )
  .map((parts) => parts.join(''))

/** The names of the headers, as the bytes have them. */
const headersOf = (raw: string) =>
  raw
    .slice(0, raw.indexOf('\r\n\r\n'))
    .replace(/\r\n[ \t]+/g, ' ')
    .split('\r\n')
    .map((header) => header.split(':')[0]?.toLowerCase() ?? '')
    .sort()

const to = 'jorge@harbour.example'
const plain = {
  to: { name: 'Jorge', address: to },
  subject: 'Hello',
  text: 'A text.',
  messageId: '<one@desk.example>',
  headers: { 'List-Unsubscribe': '<https://desk.example/out>' },
}
async function send(mail: Partial<typeof plain> & { attachments?: { filename: string; content: string }[] }) {
  await deliver({ smtpUrl: server.url, from: 'Deskhand <desk@desk.example>' }, { ...plain, ...mail })
  const mailed = server.mails.at(-1)
  assert.ok(mailed)
  return mailed
}

test('whatever stands in subject, name or header of a list is one header, and no recipient more', async () => {
  const usual = headersOf((await send({})).raw)
  await fc.assert(
    fc.asyncProperty(hostile, fc.constantFrom('subject', 'name', 'list'), async (text, where) => {
      const mailed = await send(
        where === 'subject'
          ? { subject: text }
          : where === 'name'
            ? { to: { name: text, address: to } }
            : { headers: { 'List-Unsubscribe': `<https://desk.example/${text}>` } },
      )
      assert.deepEqual(headersOf(mailed.raw), usual)
      assert.deepEqual(mailed.envelope.to, [to])
      assert.equal(mailed.text?.trim(), 'A text.')
    }),
    { numRuns: 60 },
  )
})

test('a file’s name is one name', async () => {
  const usual = headersOf((await send({ attachments: [{ filename: 'a.txt', content: 'x' }] })).raw)
  for (const end of ends) {
    const filename = `photo${end}Content-Type: text/html${end}${end}<script>`
    const mailed = await send({ attachments: [{ filename, content: 'x' }] })
    assert.deepEqual(headersOf(mailed.raw), usual, JSON.stringify(end))
    assert.deepEqual([mailed.attachments.length, mailed.html], [1, undefined], JSON.stringify(end))
  }
})

test('an address with an end of line in it goes to nobody else', async () => {
  for (const end of ends) {
    const address = `${to}${end}RCPT TO:<eve@evil.example>`
    await send({ to: { name: 'Jorge', address } }).catch(() => undefined)
  }
  for (const { envelope } of server.mails) assert.ok(!envelope.to.some((one) => one === 'eve@evil.example'))
})
