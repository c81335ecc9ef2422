import { type Request, surveys } from '@deskhand/contract'
import { useRead } from '../api.ts'
import { PaneSection } from '../ui/Pane.tsx'
import { TimeText } from '../ui/TimeText.tsx'
import classes from './SurveyForm.module.css'
import { surveyAnswers, panelWords as words } from './words.ts'

/** Beside a solved request in the queue: what whoever asked says about it. */
export default function SurveyPanel({ request }: { request: Request }) {
  const isSolved = request.status === 'RESOLVED' && !request.isConfidential
  const { data } = useRead(surveys.get, { params: { id: request.id } }, { enabled: isSolved })
  const survey = isSolved ? data?.survey : null
  if (!survey) return null
  const { word, comment, answeredAt } = survey
  return (
    <PaneSection title={words.title}>
      {word && answeredAt ? (
        <>
          <p className={classes.line}>
            <strong>{surveyAnswers[word]}</strong>{' '}
            <span className={classes.quiet}>
              <TimeText at={answeredAt} />
            </span>
          </p>
          {comment ? <p className={classes.comment}>{comment}</p> : null}
        </>
      ) : (
        <p className={classes.quiet}>{words.none}</p>
      )}
    </PaneSection>
  )
}
