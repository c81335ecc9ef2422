import { type IncidentEvent, readIncidentNews } from '../notifications/queries/incidentNews.ts'
import { words as told } from '../notifications/words.ts'
import type { Work } from '../platform/jobs/reaction.ts'
import { queueMail } from '../platform/mail/queue.ts'
import type { Platform } from '../platform/platform.ts'
import { threadOf } from './rules.ts'
import { words } from './words.ts'

/** Tells all who have a major incident too by mail, once each; nothing of its request is in there. */
export async function mailIncident(
  platform: Pick<Platform, 'config' | 'secret'>,
  { tx, record, event }: Pick<Work, 'tx' | 'record'> & { event: IncidentEvent },
): Promise<void> {
  const news = await readIncidentNews(tx, event, 'email')
  if (!news || !event.subjectId) return
  const isOver = event.name === 'incident.ended'
  const headline = told.incident(news.title, isOver)
  const thread = threadOf(platform.config.url, event.subjectId)
  await Promise.all(
    news.people.map(({ id, email }) =>
      queueMail(
        platform,
        { tx, record },
        {
          kind: 'incident_updated',
          cause: `event:${event.id}`,
          to: email,
          personId: id,
          subject: headline,
          inReplyTo: thread,
          data: {
            headline,
            intro: words.incident.intro(event.actorName ?? 'Deskhand', {
              isOver,
              hasText: news.text !== null,
            }),
            text: news.text,
            label: words.incident.label,
            because: told.because('affected', { requesterName: '', deskName: '' }),
          },
        },
      ),
    ),
  )
}
