import type { Request } from '@deskhand/contract'
import { lazy, useState } from 'react'
import { Button } from '../ui/Button.tsx'
import { Opening } from '../ui/Opening.tsx'
import { SectionTitle } from '../ui/SectionTitle.tsx'
import classes from './AnswerList.module.css'
import { AnswerList } from './AnswerList.tsx'
import { shownWords as words } from './words.ts'

const AnswersDialog = lazy(() =>
  import('./AnswersDialog.tsx').then((module) => ({ default: module.AnswersDialog })),
)

/** On the page of whoever asked: what they answered then, to be put right until the desk begins. */
export default function AnswersBlock({ request }: { request: Request }) {
  const [isEditing, setEditing] = useState(false)
  if (request.answers.length === 0) return null
  const mayEdit = request.formVersionId !== null && request.can.includes('update')
  return (
    <section className={classes.block} aria-label={words.portalTitle}>
      <SectionTitle
        size="portal"
        action={
          mayEdit ? (
            <Button size="small" onPress={() => setEditing(true)}>
              {words.edit}
            </Button>
          ) : null
        }
      >
        {words.portalTitle}
      </SectionTitle>
      <AnswerList request={request} />
      {isEditing ? (
        <Opening>
          <AnswersDialog request={request} onClose={() => setEditing(false)} />
        </Opening>
      ) : null}
    </section>
  )
}
