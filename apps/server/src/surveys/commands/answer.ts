import { type BodyOf, surveys } from '@deskhand/contract'
import { clock } from '../../platform/clock/clock.ts'
import type { Tx } from '../../platform/db/transaction.ts'
import { handle } from '../../platform/http/handle.ts'
import type { RecordEvent } from '../../platform/log/record.ts'
import { Stop } from '../../platform/stop.ts'
import { loadRequest } from '../../requests/access.ts'
import { findSurvey, openLink, type SurveyRecord, surveyOf } from '../access.ts'
import { openUntil } from '../rules.ts'
import { words } from '../words.ts'

type Said = BodyOf<typeof surveys.answer>

export const answer = handle(surveys.answer, async (inside) => {
  const { tx, db, actor, params, body, record } = inside
  const request = await loadRequest({ tx, db, actor }, params.id)
  if (request.requesterId !== actor.id) throw new Stop('forbidden', words.notOwn)
  const survey = await findSurvey(tx, { requestId: request.id }, { lock: true })
  if (survey?.personId !== actor.id) throw new Stop('state', words.notAsked)
  return take({ tx, record }, survey, body)
})

/** Whoever holds the link of a mail was asked. Only this counts; looking at the link does not. */
export const answerByLink = handle(surveys.answerByLink, async (inside) => {
  const { tx, platform, params, body, record, enter } = inside
  const survey = await openLink(platform, inside, params.token, true)
  // The log shall say who said it, while the transaction still sees what the link may see.
  await enter(tx.whose, { actorId: survey.personId, actorName: survey.personName, actorKind: 'person' })
  return take({ tx, record }, survey, body)
})

async function take(
  { tx, record }: { tx: Tx; record: RecordEvent },
  survey: SurveyRecord,
  { word, comment }: Said,
) {
  const now = clock.now()
  if (openUntil(survey) <= now) throw new Stop('state', words.tooLate)
  // A word by one click keeps what was written before.
  const said = comment === undefined ? survey.comment : comment
  const answeredAt = survey.answeredAt ?? now
  await tx.run(
    `update app.surveys set word = $3, comment = $4, answered_at = $5, changed_at = $6
     where company_id = $1 and id = $2`,
    [tx.whose.companyId, survey.id, word, said, answeredAt, survey.answeredAt ? now : null],
  )
  record(
    'survey.answered',
    {
      type: 'request',
      id: survey.requestId,
      ref: survey.referenceNumber,
      deskId: survey.serviceDeskId,
      people: [survey.personId],
    },
    { word },
  )
  return surveyOf({ ...survey, word, comment: said, answeredAt }, true)
}
