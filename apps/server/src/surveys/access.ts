import type { Survey } from '@deskhand/contract'
import type { z } from 'zod'
import { clock } from '../platform/clock/clock.ts'
import type { Tx } from '../platform/db/transaction.ts'
import type { Open } from '../platform/http/handle.ts'
import type { Platform } from '../platform/platform.ts'
import { readLinkToken } from '../platform/signedLink.ts'
import { Stop } from '../platform/stop.ts'
import { openUntil } from './rules.ts'
import { words } from './words.ts'

export type SurveyRecord = {
  id: string
  requestId: string
  personId: string
  personName: string
  word: z.output<typeof Survey>['word']
  comment: string | null
  askedAt: Date
  answeredAt: Date | null
  referenceNumber: string
  summary: string
  serviceDeskId: string
  companyName: string
}

/** The survey of a request, unless it was withdrawn or the request is confidential by now. */
export async function findSurvey(
  tx: Tx,
  by: { id?: string; requestId?: string },
  { lock = false }: { lock?: boolean } = {},
): Promise<SurveyRecord | null> {
  const [row] = await tx.query<SurveyRecord>(
    `select s.id, s.request_id as "requestId", s.person_id as "personId", p.name as "personName", s.word, s.comment,
       s.asked_at as "askedAt", s.answered_at as "answeredAt", r.reference_number as "referenceNumber", r.summary,
       r.service_desk_id as "serviceDeskId", c.name as "companyName"
     from app.surveys s
     join app.requests r on r.company_id = s.company_id and r.id = s.request_id and r.deleted_at is null
       and not r.is_confidential
     join app.people p on p.company_id = s.company_id and p.id = s.person_id and p.state <> 'BLOCKED'
       and p.deleted_at is null
     join app.companies c on c.company_id = s.company_id and c.state = 'ACTIVE'
     where s.company_id = $1 and (s.id = $2 or s.request_id = $3) and s.withdrawn_at is null
     ${lock ? 'for update of s' : ''}`,
    [tx.whose.companyId, by.id ?? null, by.requestId ?? null],
  )
  return row ?? null
}

/** The survey that the link of a mail is for, in its company; the same 404 for what we did not sign and what is over. */
export async function openLink(
  { secret }: Pick<Platform, 'secret'>,
  { tx, enter }: Pick<Open, 'tx' | 'enter'>,
  token: string,
  lock = false,
): Promise<SurveyRecord> {
  const ids = readLinkToken(secret, 'satisfaction', token)
  if (!ids) throw new Stop('not_found', words.noSuchLink)
  await enter(
    { companyId: ids.companyId, personId: null },
    { actorId: null, actorName: null, actorKind: 'system' },
  )
  const survey = await findSurvey(tx, { id: ids.id }, { lock })
  if (!survey) throw new Stop('not_found', words.noSuchLink)
  return survey
}

/** As the contract shows it; `mayAnswer` for whoever was asked. */
export function surveyOf(survey: SurveyRecord, mayAnswer: boolean): z.output<typeof Survey> {
  const until = openUntil(survey)
  return {
    word: survey.word,
    comment: survey.comment,
    askedAt: survey.askedAt.toISOString(),
    answeredAt: survey.answeredAt?.toISOString() ?? null,
    openUntil: mayAnswer && until > clock.now() ? until.toISOString() : null,
  }
}
