import { once } from 'node:events'
import type { AddressInfo } from 'node:net'
import PostalMime, { type Email } from 'postal-mime'
import { SMTPServer, type SMTPServerOptions } from 'smtp-server'

type Refusal = { at: 'connect' | 'rcpt' | 'data'; code: number; text: string }

/** A real mail server on this machine that keeps what it gets; without TLS unless told otherwise. */
export async function openMailServer(options: SMTPServerOptions = {}) {
  const mails: (Email & { envelope: { from: string; to: string[] }; raw: string })[] = []
  let refusal: Refusal | null = null
  let beforeYes: (() => Promise<void>) | null = null
  const refuse = (at: Refusal['at']) =>
    refusal?.at === at ? Object.assign(new Error(refusal.text), { responseCode: refusal.code }) : null
  const server = new SMTPServer({
    authOptional: true,
    hideSTARTTLS: true,
    ...options,
    onConnect: (_session, done) => done(refuse('connect')),
    onRcptTo: (_address, _session, done) => done(refuse('rcpt')),
    onData: async (stream, session, done) => {
      const chunks: Buffer[] = []
      try {
        for await (const chunk of stream) chunks.push(chunk)
      } catch {
        // Whoever sent it died in the middle.
        return
      }
      const raw = Buffer.concat(chunks)
      const refused = refuse('data')
      if (refused) return done(refused)
      const { mailFrom, rcptTo } = session.envelope
      const from = mailFrom ? mailFrom.address : ''
      const envelope = { from, to: rcptTo.map(({ address }) => address) }
      mails.push({ ...(await PostalMime.parse(raw)), envelope, raw: raw.toString('utf8') })
      await beforeYes?.()
      done()
    },
  })
  server.on('error', () => undefined)
  server.listen(0, '127.0.0.1')
  await once(server.server, 'listening')
  const address = server.server.address() as AddressInfo
  return {
    url: `smtp://127.0.0.1:${address.port}`,
    mails,
    /** What it says from now on; nothing: it takes every mail. */
    refuse: (how: Refusal | null) => {
      refusal = how
    },
    /** What it waits for, once it has a mail, before it says so; nothing: it says so at once. */
    wait: (until: (() => Promise<void>) | null) => {
      beforeYes = until
    },
    close: () => new Promise<void>((resolve) => server.close(() => resolve())),
  }
}

export type MailServerSample = Awaited<ReturnType<typeof openMailServer>>
