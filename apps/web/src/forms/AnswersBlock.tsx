import type { Request } from '@deskhand/contract'
import { SectionTitle } from '../ui/SectionTitle.tsx'
import classes from './AnswerList.module.css'
import { AnswerList } from './AnswerList.tsx'
import { shownWords as words } from './words.ts'

/** On the page of whoever asked: what they answered then. */
export default function AnswersBlock({ request }: { request: Request }) {
  if (request.answers.length === 0) return null
  return (
    <section className={classes.block} aria-label={words.portalTitle}>
      <SectionTitle size="portal">{words.portalTitle}</SectionTitle>
      <AnswerList request={request} />
    </section>
  )
}
