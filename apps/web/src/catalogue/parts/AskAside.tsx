import type { Answers, Preview } from '@deskhand/contract'
import { Lock } from 'lucide-react'
import { lazy, Suspense } from 'react'
import { Icon } from '../../ui/Icon.tsx'
import { SectionTitle } from '../../ui/SectionTitle.tsx'
import { askBlocks } from '../askBlocks.tsx'
import type { CatalogueDesk, CatalogueType } from '../findTypes.ts'
import { nextWords as words } from '../words.ts'
import classes from './AskAside.module.css'
import { AskPreview } from './AskPreview.tsx'

const AlreadyThere = lazy(() => import('./AlreadyThere.tsx'))

type AskAsideProps = {
  desk: CatalogueDesk | null
  type: CatalogueType | null
  isSealed: boolean
  answers: Answers
  onBehalfOfId: string | null
  preview: Preview | null
  /** It stands beside the form, where one sees it while typing. */
  isBeside: boolean
}

/** What will happen with it, in the words of the desk that gets it. */
export function AskAside(props: AskAsideProps) {
  const { desk, type, isSealed, answers, onBehalfOfId, preview, isBeside } = props
  // None of it depends on what is being written: a sentence that changed under the eyes would be read twice.
  const steps = [words.receipt, desk ? words.desk(desk.name) : null, words.follow].filter(
    (step) => step !== null,
  )
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
      {desk ? <AskPreview desk={desk} type={type} preview={preview} /> : null}
      {preview && isBeside ? (
        <Suspense fallback={null}>
          <AlreadyThere preview={preview} />
        </Suspense>
      ) : null}
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
