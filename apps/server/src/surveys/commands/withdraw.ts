import { clock } from '../../platform/clock/clock.ts'
import type { Work } from '../../platform/jobs/reaction.ts'
import type { LoggedEvent } from '../../platform/log/event.ts'

type Inside = Pick<Work, 'tx' | 'record'> & {
  event: LoggedEvent<'request.moved' | 'request.deleted' | 'request.sealed'>
}

/** Takes the question back: the request was opened again, thrown away, or is confidential by now. */
export async function withdraw({ tx, record, event }: Inside): Promise<void> {
  // A move from elsewhere takes nothing back.
  if ('from' in event.data && event.data.from !== 'RESOLVED') return
  const withdrawn = await tx.query<{ personId: string }>(
    `update app.surveys s set withdrawn_at = $3 from app.requests r
     where s.company_id = $1 and s.request_id = $2 and s.withdrawn_at is null
       and r.company_id = s.company_id and r.id = s.request_id
       and (r.status <> 'RESOLVED' or r.deleted_at is not null or r.is_confidential)
     returning s.person_id as "personId"`,
    [event.companyId, event.subjectId, clock.now()],
  )
  for (const { personId } of withdrawn) {
    record(
      'survey.withdrawn',
      {
        type: 'request',
        id: event.subjectId ?? '',
        people: [personId],
        isConfidential: event.isConfidential,
        ...(event.subjectRef && { ref: event.subjectRef }),
        ...(event.deskId && { deskId: event.deskId }),
      },
      {},
    )
  }
}
