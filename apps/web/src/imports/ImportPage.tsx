import { type Import, imports } from '@deskhand/contract'
import { useParams } from '@tanstack/react-router'
import { useState } from 'react'
import { useRead } from '../api.ts'
import { CompanyNav } from '../company/parts/CompanyNav.tsx'
import { RefusedPage } from '../shell/RefusedPage.tsx'
import { holds, useMe } from '../shell/session.ts'
import { Page } from '../ui/Page.tsx'
import { ProblemNotice } from '../ui/ProblemNotice.tsx'
import { SkeletonRows } from '../ui/SkeletonRows.tsx'
import classes from './Imports.module.css'
import { CheckResult } from './parts/CheckResult.tsx'
import { MappingForm } from './parts/MappingForm.tsx'
import { Outcome } from './parts/Outcome.tsx'
import { Progress } from './parts/Progress.tsx'
import { importWords as words } from './words.ts'

type Step = keyof typeof words.steps

/** One list on its way in: columns, check, import, done. */
export default function ImportPage() {
  const { id = '' } = useParams({ strict: false })
  if (!holds(useMe(), 'assets.work')) return <RefusedPage>{words.refused}</RefusedPage>
  return (
    <>
      <CompanyNav current="imports" />
      <One key={id} id={id} />
    </>
  )
}

const isMoving = (list: Import | undefined) =>
  list?.state === 'CHECKING' || list?.state === 'IMPORTING' || list?.undo?.state === 'RUNNING'

function One({ id }: { id: string }) {
  const [isMapping, setMapping] = useState(false)
  const [beat, setBeat] = useState(false)
  const { data, error, refetch } = useRead(
    imports.get,
    { params: { id } },
    beat ? { refetchInterval: 1_000 } : {},
  )
  // Live events tell of it too; where they do not come, it is asked.
  if (isMoving(data) !== beat) setBeat(isMoving(data))
  const step = data ? stepOf(data, isMapping) : 'columns'
  return (
    <Page title={data?.fileName ?? words.title} about={data ? aboutOf(data) : null} width="wide">
      <ProblemNotice problem={error} onRetry={() => void refetch()} />
      {data ? (
        <>
          <Steps current={step} />
          {step === 'columns' ? (
            <MappingForm key={data.version} list={data} onChecked={() => setMapping(false)} />
          ) : null}
          {step === 'check' && data.state === 'CHECKING' ? <Progress list={data} /> : null}
          {step === 'check' && data.state === 'CHECKED' ? (
            <CheckResult list={data} onBack={() => setMapping(true)} />
          ) : null}
          {step === 'run' ? <Progress list={data} /> : null}
          {step === 'done' ? <Outcome list={data} /> : null}
        </>
      ) : error ? null : (
        <SkeletonRows rows={8} />
      )}
    </Page>
  )
}

function stepOf({ state }: Import, isMapping: boolean): Step {
  if (state === 'UPLOADED' || (state === 'CHECKED' && isMapping)) return 'columns'
  if (state === 'CHECKING' || state === 'CHECKED') return 'check'
  return state === 'IMPORTING' ? 'run' : 'done'
}

const aboutOf = ({ resource, preset, encoding, delimiter, sheet }: Import) =>
  [
    preset ?? words.resource(resource),
    encoding,
    delimiter ? words.dividedBy(delimiter) : null,
    sheet ? words.sheet(sheet) : null,
  ]
    .filter(Boolean)
    .join(' · ')

function Steps({ current }: { current: Step }) {
  return (
    <ol className={classes.steps} aria-label={words.stepsLabel}>
      {Object.entries(words.steps).map(([step, word]) => (
        <li key={step} aria-current={step === current ? 'step' : undefined}>
          {word}
        </li>
      ))}
    </ol>
  )
}
