import { createTransport, type SendMailOptions } from 'nodemailer'
import type { MailServer } from './access.ts'
import { readSmtpUrl } from './rules.ts'

const seconds = 1_000
/** The longest that one mail may take, whatever the server does. */
export const longest = 60 * seconds

function connect({ smtpUrl }: Pick<MailServer, 'smtpUrl'>) {
  const smtp = readSmtpUrl(smtpUrl)
  if (!smtp) throw new Error('The address of the mail server makes no sense.')
  const { rejectUnauthorized, auth, ...server } = smtp
  return createTransport({
    ...server,
    ...(auth ? { auth } : {}),
    tls: { rejectUnauthorized },
    pool: true,
    maxConnections: 3,
    maxRequeues: 1,
    // Long enough for the next mail of a burst, short enough for a process to end.
    idleTimeout: 3 * seconds,
    connectionTimeout: 10 * seconds,
    greetingTimeout: 10 * seconds,
    socketTimeout: 10 * seconds,
    dnsTimeout: 10 * seconds,
    disableFileAccess: true,
    disableUrlAccess: true,
  })
}

type Transport = ReturnType<typeof connect>
let open: { smtpUrl: string; transport: Transport } | undefined

function transportTo(server: MailServer): Transport {
  if (open?.smtpUrl !== server.smtpUrl) {
    open?.transport.close()
    open = { smtpUrl: server.smtpUrl, transport: connect(server) }
  }
  return open.transport
}

/** Lets go of the kept connection. */
export function hangUp(): void {
  open?.transport.close()
  open = undefined
}

type Mail = SendMailOptions & { headers?: Record<string, string> }
const automatic = { 'Auto-Submitted': 'auto-generated', 'X-Auto-Response-Suppress': 'All' }

/** Hands a mail to the server over a kept connection; returns when the server has taken it. */
export async function deliver(server: MailServer, mail: Mail): Promise<void> {
  await transportTo(server).sendMail({
    ...mail,
    from: server.from,
    headers: { ...automatic, ...mail.headers },
    signal: AbortSignal.timeout(longest),
  })
}

/** Hands one mail over a connection of its own: for trying out a server. */
export async function deliverOnce(server: MailServer, mail: SendMailOptions): Promise<void> {
  const transport = connect(server)
  try {
    await transport.sendMail({
      ...mail,
      from: server.from,
      headers: automatic,
      signal: AbortSignal.timeout(longest),
    })
  } finally {
    transport.close()
  }
}
