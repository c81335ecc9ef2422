import type { Answers } from '@deskhand/contract'
import { Lock } from 'lucide-react'
import { Suspense } from 'react'
import { Icon } from '../../ui/Icon.tsx'
import { SectionTitle } from '../../ui/SectionTitle.tsx'
import { askBlocks } from '../askBlocks.tsx'
import type { CatalogueDesk, CatalogueType } from '../findTypes.ts'
import { nextWords as words } from '../words.ts'
import classes from './AskAside.module.css'

type AskAsideProps = {
  desk: CatalogueDesk | null
  type: CatalogueType | null
  isSealed: boolean
  answers: Answers
  onBehalfOfId: string | null
}

/** What will happen with it, in the words of the desk that gets it. */
export function AskAside({ desk, type, isSealed, answers, onBehalfOfId }: AskAsideProps) {
  const steps = [
    words.receipt,
    desk?.promise ? words.deskPromise(desk.promise) : desk ? words.desk(desk.name) : null,
    type?.promise ? words.done(type.promise) : null,
    words.follow,
  ].filter((step) => step !== null)
  return (
    <aside className={classes.aside} aria-label={words.title}>
      {desk ? (
        <div>
          <SectionTitle size="portal">{words.whoTitle}</SectionTitle>
          <p className={classes.desk}>{desk.name}</p>
          {desk.description ? <p className={classes.about}>{desk.description}</p> : null}
        </div>
      ) : null}
      <div>
        <SectionTitle size="portal">{words.title}</SectionTitle>
        <ol className={classes.steps}>
          {steps.map((step) => (
            <li key={step}>{step}</li>
          ))}
        </ol>
      </div>
      {type
        ? askBlocks.map(({ id, Block }) => (
            <Suspense key={id} fallback={null}>
              <Block requestType={type} answers={answers} onBehalfOfId={onBehalfOfId} />
            </Suspense>
          ))
        : null}
      {isSealed && desk ? <LockLine desk={desk.name} /> : null}
    </aside>
  )
}

/** Who can read it, said where one types. */
export function LockLine({ desk }: { desk: string }) {
  return (
    <p className={classes.lock}>
      <Icon of={Lock} />
      {words.lock(desk)}
    </p>
  )
}
