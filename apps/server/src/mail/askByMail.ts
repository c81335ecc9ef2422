import { type LeaveStanding, type Money, minorDigits } from '@deskhand/contract'
import { actorBy } from '../approvals/access.ts'
import { type Asked, issueLinks } from '../approvals/commands/issueLinks.ts'
import { fieldWords } from '../approvals/words.ts'
import { standingOf } from '../leave/queries/standing.ts'
import { type News, type Recipient, readNews, whoIsTold } from '../notifications/access.ts'
import type { ToldEvent } from '../notifications/rules.ts'
import { words as told } from '../notifications/words.ts'
import type { Work } from '../platform/jobs/reaction.ts'
import type { LoggedEvent } from '../platform/log/event.ts'
import { type QueuedMail, queueMail } from '../platform/mail/queue.ts'
import type { Platform } from '../platform/platform.ts'
import { leaveFacts } from './leaveFacts.ts'
import { threadOf } from './rules.ts'
import { words } from './words.ts'

/** Asks each approver by mail, with what it costs and why, and a link of their own; who decided meanwhile gets none. */
export async function askByMail(
  platform: Platform,
  { tx, record, event }: Pick<Work, 'tx' | 'record'> & { event: LoggedEvent<ToldEvent> },
): Promise<void> {
  const news = await readNews(tx, event)
  if (!news) return
  const recipients = await whoIsTold(tx, news, 'email')
  if (recipients.length === 0) return
  const asked = await issueLinks(platform, tx, votesIn(event.data))
  await Promise.all(
    recipients.map(async (recipient) => {
      const one = asked.find(({ personId }) => personId === recipient.id)
      if (!one) return
      const actor = await actorBy(tx, recipient.id)
      const leave = actor && (await standingOf({ tx, platform, actor }, news.request.id))
      await queueMail(platform, { tx, record }, mailTo(platform, news, recipient, { ...one, leave }))
    }),
  )
}

const votesIn = (data: object): string[] => {
  if ('voteIds' in data && Array.isArray(data.voteIds)) return data.voteIds.map(String)
  return 'voteId' in data ? [String(data.voteId)] : []
}

function mailTo(
  { config }: Platform,
  { event, request }: News,
  { id, email, kind, because }: Recipient,
  asked: Asked & { leave: LeaveStanding | null },
): QueuedMail {
  if (kind !== 'approval_asked' && kind !== 'approval_reminded') throw new Error(`No approver gets ${kind}.`)
  const { referenceNumber: ref, summary, isConfidential, requesterName, deskName } = request
  const { amount, currency, costCenter, justification, forName, changes, decidesByLink, leave } = asked
  const intro = words.intro({
    kind,
    because,
    actor: event.actorName ?? 'Deskhand',
    requester: requesterName,
    desk: deskName,
    promise: null,
    hasText: false,
  })
  const cost = amount && currency ? moneyText({ amount, currency }) : null
  const facts = [
    [words.approval.cost, cost],
    // Nobody pays for a leave.
    ...(leave ? leaveFacts(leave) : [[words.approval.costCenter, costCenter]]),
    [
      words.approval.changed,
      changes.map(({ field, label }) => label ?? fieldWords(field)).join(', ') || null,
    ],
  ].flatMap(([label, value]) => (value ? [{ label, value }] : []))
  return {
    kind,
    cause: `event:${event.id}`,
    to: email,
    personId: id,
    subject: words.subject(ref, summary, isConfidential),
    requestId: request.id,
    isConfidential,
    inReplyTo: threadOf(config.url, request.id),
    data: {
      ref,
      summary: isConfidential ? null : summary,
      isConfidential,
      headline: told.title({ kind, because, actorName: null, ref }),
      intro: forName ? `${intro} ${words.approval.standsFor(forName)}` : intro,
      facts: isConfidential ? [] : facts,
      text: isConfidential ? null : justification,
      label: decidesByLink ? words.approval.decide : words.approval.signIn,
      note: decidesByLink ? words.approval.onceOnly : words.approval.needsSignIn,
      because: told.because(because, { requesterName, deskName }),
    },
    secrets: { link: asked.link },
  }
}

/** `€1,450.00`, as the pages write it. */
function moneyText({ amount, currency }: Money): string {
  const value = Number(amount) / 10 ** minorDigits(currency)
  return new Intl.NumberFormat('en-GB', { style: 'currency', currency }).format(value)
}
