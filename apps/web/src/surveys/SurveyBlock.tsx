import { type Request, surveys } from '@deskhand/contract'
import { useState } from 'react'
import { useCommand, useRead } from '../api.ts'
import { useMe } from '../shell/session.ts'
import { Button } from '../ui/Button.tsx'
import { problemOf } from '../ui/problem.ts'
import { dayInSentence, useNow } from '../ui/time.ts'
import { toast } from '../ui/toast.tsx'
import classes from './SurveyForm.module.css'
import { SurveyForm } from './SurveyForm.tsx'
import { surveyAnswers, surveyWords as words } from './words.ts'

/** On the page of whoever asked, once it is solved: how well? */
export default function SurveyBlock({ request }: { request: Request }) {
  const me = useMe()
  const isAsked = request.requesterId === me.id && request.status === 'RESOLVED' && !request.isConfidential
  const params = { id: request.id }
  const { data } = useRead(surveys.get, { params }, { enabled: isAsked })
  const [isChanging, setChanging] = useState(false)
  const now = useNow()
  const answer = useCommand(surveys.answer, {
    onSuccess: () => setChanging(false),
    onError: (thrown) => {
      toast(words.failed(problemOf(thrown)?.detail ?? ''))
    },
  })
  const survey = isAsked ? data?.survey : null
  if (!survey) return null
  const { word, comment, openUntil } = survey
  if (word && !isChanging) {
    return (
      <section className={classes.block}>
        <div className={classes.said}>
          <p className={classes.line} role="status">
            {words.thanks(surveyAnswers[word])}{' '}
            {openUntil ? (
              <span className={classes.quiet}>
                {words.changeable(dayInSentence(new Date(openUntil), now))}
              </span>
            ) : null}
          </p>
          {openUntil ? (
            <Button size="small" onPress={() => setChanging(true)}>
              {words.change}
            </Button>
          ) : null}
        </div>
      </section>
    )
  }
  if (!openUntil) return null
  return (
    <section className={classes.block} aria-label={words.question}>
      <SurveyForm
        word={word}
        comment={comment}
        busy={answer.isPending}
        onSend={(body) => answer.mutate({ params, body })}
      />
    </section>
  )
}
