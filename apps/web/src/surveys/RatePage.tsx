import { SurveyWord, surveys } from '@deskhand/contract'
import { useState } from 'react'
import { useAddressQuery } from '../address.ts'
import { useCommand, useRead } from '../api.ts'
import { Entrance } from '../identity/parts/Entrance.tsx'
import { tokenInAddress } from '../identity/parts/tokenInAddress.ts'
import { ProblemNotice } from '../ui/ProblemNotice.tsx'
import { dayInSentence, useNow } from '../ui/time.ts'
import { SurveyForm } from './SurveyForm.tsx'
import { surveyAnswers, surveyWords, rateWords as words } from './words.ts'

/** Where the words in a mail lead: the chosen one is picked already, and only sending it counts. */
export default function RatePage() {
  const [token] = useState(tokenInAddress)
  const { query } = useAddressQuery()
  const chosen = SurveyWord.options.find((word) => word === query.get('word')) ?? null
  const now = useNow()
  const about = useRead(surveys.invitation, { params: { token: token ?? '' } }, { enabled: token !== null })
  const answer = useCommand(surveys.answerByLink)
  const { data } = about
  if (!token || about.error) {
    return (
      <Entrance title={words.missing} about={words.missingAbout}>
        {null}
      </Entrance>
    )
  }
  if (!data) return null
  const what = words.about(data.referenceNumber, data.summary, data.companyName)
  if (answer.data?.word) {
    return (
      <Entrance title={words.thanks} about={what}>
        <p role="status">
          {surveyWords.thanks(surveyAnswers[answer.data.word])}{' '}
          {answer.data.openUntil
            ? surveyWords.changeable(dayInSentence(new Date(answer.data.openUntil), now))
            : null}
        </p>
      </Entrance>
    )
  }
  if (!data.openUntil) {
    return (
      <Entrance title={words.over} about={what}>
        {data.word ? <p>{surveyWords.thanks(surveyAnswers[data.word])}</p> : null}
      </Entrance>
    )
  }
  return (
    <Entrance title={surveyWords.question} about={what}>
      <SurveyForm
        word={chosen ?? data.word}
        comment={data.comment}
        busy={answer.isPending}
        isTitled
        onSend={(body) => answer.mutate({ params: { token }, body })}
      />
      <ProblemNotice problem={answer.error} />
    </Entrance>
  )
}
