import type { ReplyOf, surveys } from '@deskhand/contract'
import { classNames } from '../ui/classNames.ts'
import type { TableColumn } from '../ui/DataTable.tsx'
import { Tag } from '../ui/Tag.tsx'
import { TimeText } from '../ui/TimeText.tsx'
import classes from './SatisfactionPage.module.css'
import { surveyAnswers, satisfactionWords as words } from './words.ts'

export type Answer = ReplyOf<typeof surveys.list>['data'][number]

export const answerColumns: TableColumn<Answer>[] = [
  {
    id: 'word',
    title: words.columns.word,
    width: '96px',
    cell: ({ word }) => <strong>{surveyAnswers[word]}</strong>,
  },
  {
    id: 'comment',
    title: words.columns.comment,
    width: 'minmax(200px, 2fr)',
    cell: ({ comment }) => comment,
  },
  {
    id: 'request',
    title: words.columns.request,
    width: 'minmax(200px, 1.6fr)',
    cell: ({ referenceNumber, summary }) => (
      <>
        <Tag reference={referenceNumber} /> {summary}
      </>
    ),
  },
  {
    id: 'who',
    title: words.columns.who,
    width: '148px',
    from: 1100,
    cell: ({ requesterName }) => requesterName,
  },
  {
    id: 'solver',
    title: words.columns.solver,
    width: '148px',
    from: 960,
    cell: ({ solverName }) => solverName,
  },
  {
    id: 'at',
    title: words.columns.at,
    width: '112px',
    cell: ({ answeredAt }) => <TimeText at={answeredAt} form="date" />,
  },
]

/** The same in two lines, for a phone. */
export function AnswerCard({ answer }: { answer: Answer }) {
  const { word, comment, referenceNumber, summary, answeredAt } = answer
  return (
    <div className={classes.card}>
      <p className={classes.line}>
        <strong>{surveyAnswers[word]}</strong> {comment}
      </p>
      <p className={classNames(classes.line, classes.muted)}>
        {referenceNumber} {summary} · <TimeText at={answeredAt} form="date" />
      </p>
    </div>
  )
}
