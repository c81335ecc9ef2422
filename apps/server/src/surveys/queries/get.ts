import { surveys } from '@deskhand/contract'
import { handle } from '../../platform/http/handle.ts'
import { isStaff, loadRequest } from '../../requests/access.ts'
import { findSurvey, surveyOf } from '../access.ts'

export const get = handle(surveys.get, async ({ tx, db, actor, params }) => {
  const request = await loadRequest({ tx, db, actor }, params.id)
  const isAsked = request.requesterId === actor.id
  if (!isAsked && !isStaff(actor, request)) return { survey: null }
  const survey = await findSurvey(tx, { requestId: request.id })
  return { survey: survey && surveyOf(survey, isAsked) }
})
