import { surveys } from '@deskhand/contract'
import { handle } from '../../platform/http/handle.ts'
import { openLink, surveyOf } from '../access.ts'

/** Shows what the link of a mail asks about. Mail scanners follow links, so that looking never counts. */
export const invitation = handle(surveys.invitation, async (inside) => {
  const survey = await openLink(inside.platform, inside, inside.params.token)
  const { referenceNumber, summary, companyName } = survey
  return { ...surveyOf(survey, true), referenceNumber, summary, companyName }
})
