import type { InCompany } from '../platform/jobs/reaction.ts'
import { tries } from '../platform/jobs/tries.ts'
import type { Platform } from '../platform/platform.ts'
import { findMailServer, openSecrets } from './access.ts'
import { claim, giveBack, keep, markSent } from './claim.ts'
import { render } from './render.ts'
import { isForGood } from './rules.ts'
import { deliver } from './transport.ts'
import { waysOut } from './waysOut.ts'
import { words } from './words.ts'

type Tools = Pick<Platform, 'config' | 'secret' | 'metrics' | 'log'>

/**
 * Sends one mail of the out tray: claims it for a while, so that no other worker sends it meanwhile, and says
 * afterwards how it went. Throws when it shall be tried again. It goes out twice only if we die between the
 * server's yes and our commit, and then under the same Message-ID.
 */
export async function send(platform: Tools, inCompany: InCompany, id: string): Promise<void> {
  const { config, metrics, log } = platform
  const work = await inCompany(async ({ tx, companyId }) => {
    const server = await findMailServer(platform, tx)
    if (!server) return { kept: await keep(tx, id) }
    return { server, companyId, mail: await claim(tx, id) }
  })
  if (!('server' in work)) {
    if (work.kept) metrics.mails.inc({ outcome: 'kept' })
    return
  }
  const { server, mail } = work
  if (!mail) return
  try {
    const secrets = openSecrets(platform, mail.sealed)
    if (!secrets) throw Object.assign(new Error(words.unreadable), { code: 'EMESSAGE', responseCode: 500 })
    const { to, subject, messageId, inReplyTo, kind, personId } = mail
    const { companyId } = work
    await deliver(server, {
      to: { name: '', address: to },
      subject,
      messageId,
      ...(inReplyTo ? { inReplyTo, references: inReplyTo } : {}),
      headers: waysOut(platform, { kind, companyId, personId, leave: secrets['leave'] }),
      ...(await render(config.url, { ...mail, secrets })),
    })
  } catch (error) {
    const { words: reason, isFinal } = judge(error, mail.attempts)
    await inCompany(({ tx }) => giveBack(tx, id, mail.attempts, reason, isFinal))
    metrics.mails.inc({ outcome: isFinal ? 'failed' : 'delayed' })
    if (!isFinal) throw error
    log.warn({ mailId: id, reason }, 'a mail could not be sent and is given up')
    return
  }
  await inCompany(({ tx }) => markSent(tx, id, mail.attempts))
  metrics.mails.inc({ outcome: 'sent' })
}

function judge(error: unknown, attempts: number): { words: string; isFinal: boolean } {
  if (!(error instanceof Error)) return { words: 'Something went wrong.', isFinal: attempts >= tries }
  const { code, responseCode } = error as Error & { code?: string; responseCode?: number }
  const isFinal =
    attempts >= tries || isForGood({ ...(code ? { code } : {}), ...(responseCode ? { responseCode } : {}) })
  return { words: error.message.slice(0, 300), isFinal }
}
