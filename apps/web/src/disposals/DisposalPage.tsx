import { type Disposal, disposals } from '@deskhand/contract'
import { useParams } from '@tanstack/react-router'
import { lazy, Suspense, useState } from 'react'
import { useRead } from '../api.ts'
import { address } from '../call.ts'
import { RefusedPage } from '../shell/RefusedPage.tsx'
import { holds, useMe } from '../shell/session.ts'
import { BackLink } from '../ui/BackLink.tsx'
import { Button } from '../ui/Button.tsx'
import { EmptyState } from '../ui/EmptyState.tsx'
import { Page } from '../ui/Page.tsx'
import { ProblemNotice } from '../ui/ProblemNotice.tsx'
import { problemOf } from '../ui/problem.ts'
import { SectionTitle } from '../ui/SectionTitle.tsx'
import { SkeletonRows } from '../ui/SkeletonRows.tsx'
import { shortDate, useNow } from '../ui/time.ts'
import classes from './Disposals.module.css'
import { Moves } from './Moves.tsx'
import { Receipt } from './Receipt.tsx'
import { ThingLine } from './ThingLine.tsx'
import { outcomeWords, stateWords, disposalWords as words } from './words.ts'

const AddThingsDialog = lazy(() => import('./AddThingsDialog.tsx'))
const WipeDialog = lazy(() => import('./WipeDialog.tsx'))
const ChangeDialog = lazy(() => import('./ChangeDialog.tsx'))

/** One batch: what is in it, what stands in its way, and where it goes next. */
export default function DisposalPage() {
  return holds(useMe(), 'assets.read') ? <One /> : <RefusedPage>{words.refused}</RefusedPage>
}

function One() {
  const { id } = useParams({ from: '/app/disposals/$id' })
  const { data, error, refetch } = useRead(disposals.get, { params: { id } })
  if (data) return <Whole disposal={data} />
  const isGone = problemOf(error)?.status === 404
  return (
    <Page title={isGone ? words.gone : words.title}>
      {isGone ? (
        <EmptyState shape="search" title={words.gone} isPage>
          {words.goneAbout}
        </EmptyState>
      ) : error ? (
        <ProblemNotice problem={error} onRetry={() => void refetch()} />
      ) : (
        <SkeletonRows rows={6} lines={1} />
      )}
    </Page>
  )
}

function Whole({ disposal }: { disposal: Disposal }) {
  const { id, number, name, things, mayChange, state } = disposal
  const [open, setOpen] = useState<'add' | 'wipe' | 'change' | null>(null)
  const [wiped, setWiped] = useState<string[]>([])
  const unwiped = things.filter(({ bearsData, wipe }) => bearsData && !wipe)
  const wipe = (ids: string[]) => {
    setWiped(ids)
    setOpen('wipe')
  }
  return (
    <Page
      title={words.heading(number, name)}
      about={`${stateWords[state]}. ${words.facts(things.length, outcomeWords[disposal.outcome], disposal.partner)}`}
      width="wide"
      back={<BackLink href="/disposals" label={words.title} />}
      actions={<Moves disposal={disposal} />}
    >
      <Steps disposal={disposal} />
      {disposal.notes ? <p className={classes.notes}>{disposal.notes}</p> : null}
      <div className={classes.acts}>
        {mayChange ? (
          <Button size="small" onPress={() => setOpen('change')}>
            {words.change}
          </Button>
        ) : null}
        <a href={address(disposals.certificate, { params: { id } })} download>
          {words.certificate}
        </a>
      </div>
      <div className={classes.section}>
        <SectionTitle
          size="portal"
          action={
            mayChange ? (
              <span className={classes.acts}>
                {unwiped.length > 1 ? (
                  <Button size="small" onPress={() => wipe(unwiped.map(({ assetId }) => assetId))}>
                    {words.wipeAll}
                  </Button>
                ) : null}
                {state === 'DRAFT' ? (
                  <Button size="small" onPress={() => setOpen('add')}>
                    {words.add}
                  </Button>
                ) : null}
              </span>
            ) : null
          }
        >
          {words.things}
        </SectionTitle>
        {things.length === 0 ? <p className={classes.quiet}>{words.noThings}</p> : null}
        <ul className={classes.list} aria-label={words.things}>
          {things.map((thing) => (
            <ThingLine key={thing.assetId} disposal={disposal} thing={thing} onWipe={wipe} />
          ))}
        </ul>
      </div>
      <Receipt disposal={disposal} />
      <Suspense fallback={null}>
        {open === 'add' ? <AddThingsDialog disposal={disposal} onClose={() => setOpen(null)} /> : null}
        {open === 'change' ? <ChangeDialog disposal={disposal} onClose={() => setOpen(null)} /> : null}
        {open === 'wipe' ? (
          <WipeDialog disposal={disposal} assetIds={wiped} onClose={() => setOpen(null)} />
        ) : null}
      </Suspense>
    </Page>
  )
}

/** Who did what so far. */
function Steps({ disposal }: { disposal: Disposal }) {
  const now = useNow()
  const { createdBy, createdAt, approved, handedOver, completed, reason } = disposal
  const steps = [
    createdBy && words.made(createdBy.name, shortDate(new Date(createdAt), now)),
    ...(
      [
        ['APPROVED', approved],
        ['HANDED_OVER', handedOver],
        ['COMPLETED', completed],
      ] as const
    ).map(
      ([state, step]) =>
        step && words.step(stateWords[state], step.by?.name ?? '', shortDate(new Date(step.at), now)),
    ),
    reason,
  ].filter(Boolean)
  return <p className={classes.quiet}>{steps.join(' · ')}</p>
}
