import type { MailKind } from '@deskhand/contract'
import type { z } from 'zod'
import { type News, type Recipient, readNews, whoIsTold } from '../notifications/access.ts'
import type { ToldEvent } from '../notifications/rules.ts'
import { words as told } from '../notifications/words.ts'
import { type Reaction, reaction, type Work } from '../platform/jobs/reaction.ts'
import type { LoggedEvent } from '../platform/log/event.ts'
import { type QueuedMail, queueMail } from '../platform/mail/queue.ts'
import type { Platform } from '../platform/platform.ts'
import { linkToken } from '../platform/signedLink.ts'
import { ask } from '../surveys/commands/ask.ts'
import { askByMail } from './askByMail.ts'
import { askToSign, mailReceipt } from './handOvers.ts'
import { mailIncident } from './incident.ts'
import { tellOutside } from './outside.ts'
import { threadOf } from './rules.ts'
import { send } from './send.ts'
import { signed } from './signature.ts'
import { words } from './words.ts'

type Tools = Pick<Platform, 'config' | 'secret'>

/** A note is not among them: it never leaves the house. */
const mailedEvents = [
  'request.created',
  'request.replied',
  'request.reply_landed',
  'request.assigned',
  'request.moved',
  'request.reminded',
  'request.closed',
  'approval.decided',
  'approval.voided',
  'approval.stuck',
  'request.escalated',
  'task.given',
  'task.due',
  'correction.proposed',
] as const

/** Queues the mails that somebody wants about what happened, once each. */
export async function tellByMail(
  platform: Tools,
  { tx, record, event }: Pick<Work, 'tx' | 'record'> & { event: LoggedEvent<ToldEvent> },
): Promise<void> {
  const plain = await readNews(tx, event)
  if (!plain) return
  const recipients = await whoIsTold(tx, plain, 'email')
  const byRequester = plain.said.byRequester ?? false
  const isReply = event.name === 'request.replied' && plain.text !== null && recipients.length > 0
  const news = isReply
    ? { ...plain, text: await signed(tx, { ...event, byRequester }, plain.text ?? '') }
    : plain
  const isCorrection = news.said.details?.['correction'] === true
  const isSolved = event.name === 'request.moved' && news.said.to === 'RESOLVED' && !isCorrection
  const asked = isSolved && recipients.length > 0 ? await ask({ tx, record, event }) : null
  await Promise.all(
    recipients.map((recipient) => {
      const mail = mailTo(platform, news, recipient)
      if (recipient.id !== asked?.personId) return queueMail(platform, { tx, record }, mail)
      const survey = linkToken(platform.secret, 'satisfaction', event.companyId, asked.surveyId)
      const withWords = { ...mail, data: { ...mail.data, survey: words.survey }, secrets: { token: survey } }
      return queueMail(platform, { tx, record }, withWords)
    }),
  )
}

function mailTo({ config }: Tools, { event, request, said, text }: News, recipient: Recipient): QueuedMail {
  const {
    id: requestId,
    referenceNumber: ref,
    summary,
    isConfidential,
    requesterName,
    deskName,
    promise,
    stateWords,
    appealUntil,
    reopenUntil,
  } = request
  const { kind, because } = recipient
  const code = said.details?.['resolutionCode']
  const to = event.name === 'request.closed' ? ('CLOSED' as const) : said.to
  const step = {
    kind,
    because,
    to,
    own: to ? stateWords[to] : null,
    from: said.from,
    resolutionCode: typeof code === 'string' ? code : undefined,
    isCorrection: said.details?.['correction'] === true,
  }
  const shown = isConfidential ? null : text
  return {
    kind: mailKindOf(kind),
    cause: `event:${event.id}`,
    to: recipient.email,
    personId: recipient.id,
    subject: words.subject(ref, summary, isConfidential),
    requestId,
    isConfidential,
    inReplyTo: threadOf(config.url, requestId),
    data: {
      ref,
      summary: isConfidential ? null : summary,
      isConfidential,
      text: shown,
      headline: told.title({
        ...step,
        actorName: event.actorName,
        isLate: said.isLate,
        isOwn: event.actorId === recipient.id,
        decision: said.decision,
        ref,
      }),
      intro: words.intro({
        ...step,
        actor: event.actorName ?? 'Deskhand',
        requester: requesterName,
        desk: deskName,
        promise,
        appealUntil,
        reopenUntil,
        hasText: shown !== null,
      }),
      because: told.because(because, { requesterName, deskName }),
      label: words.label(kind),
    },
  }
}

function mailKindOf(kind: Recipient['kind']): z.output<typeof MailKind> {
  if (
    kind === 'request_noted' ||
    kind === 'rule_told' ||
    kind === 'rule_failed' ||
    kind === 'plan_stopped' ||
    kind === 'webhook_stopped' ||
    kind === 'alerts_opened' ||
    kind === 'stock_drifted' ||
    kind === 'loan_moved' ||
    kind === 'loan_asked' ||
    kind === 'thing_missing' ||
    kind === 'thing_found' ||
    kind === 'thing_asked'
  )
    throw new Error('This never leaves by mail.')
  return kind
}

export const reactions = (platform: Platform): Reaction[] => [
  reaction({
    on: ['approval.asked', 'approval.passed_on', 'approval.answered', 'approval.reminded'],
    name: 'mail.ask_approvers',
    run: (work) => askByMail(platform, work),
  }),
  reaction({ on: mailedEvents, name: 'mail.tell', run: (work) => tellByMail(platform, work) }),
  reaction({
    on: ['incident.updated', 'incident.ended'],
    name: 'mail.tell_incident',
    run: (work) => mailIncident(platform, work),
  }),
  reaction({
    on: ['acceptance.asked', 'acceptance.reminded'],
    name: 'mail.ask_to_sign',
    run: (work) => askToSign(platform, work),
  }),
  reaction({ on: 'acceptance.received', name: 'mail.receipt', run: (work) => mailReceipt(platform, work) }),
  reaction({ on: 'request.replied', name: 'mail.tell_outside', run: (work) => tellOutside(platform, work) }),
  reaction({
    on: 'mail.queued',
    name: 'mail.send',
    runOutside: async ({ inCompany, event }) => {
      if (event.subjectId) await send(platform, inCompany, event.subjectId)
    },
  }),
]
