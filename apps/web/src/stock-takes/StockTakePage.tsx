import { type StockTake, stockTakes } from '@deskhand/contract'
import { useParams } from '@tanstack/react-router'
import { useRead } from '../api.ts'
import { dayText } from '../forms/dayText.ts'
import { useTopics } from '../live.ts'
import { RefusedPage } from '../shell/RefusedPage.tsx'
import { holds, useMe } from '../shell/session.ts'
import { Meter } from '../ui/Meter.tsx'
import { Page } from '../ui/Page.tsx'
import { ProblemNotice } from '../ui/ProblemNotice.tsx'
import { SectionTitle } from '../ui/SectionTitle.tsx'
import { SkeletonRows } from '../ui/SkeletonRows.tsx'
import { Items } from './parts/Items.tsx'
import { StockTakeActs } from './parts/StockTakeActs.tsx'
import classes from './StockTakes.module.css'
import { countedOf, scopeText, wayText } from './scopeText.ts'
import { stockTakeWords as words } from './words.ts'

const topics = ['assets']

/** How far it is, what differs, and what comes of it. */
export default function StockTakePage() {
  return holds(useMe(), 'assets.work') ? <One /> : <RefusedPage>{words.refused}</RefusedPage>
}

function One() {
  const { id } = useParams({ from: '/app/stock-takes/$id' })
  const { data, error, refetch } = useRead(stockTakes.get, { params: { id } })
  useTopics(topics)
  if (error) {
    return (
      <Page title={words.title}>
        <ProblemNotice problem={error} onRetry={() => void refetch()} />
      </Page>
    )
  }
  return data ? <Whole stockTake={data} /> : <SkeletonRows rows={6} lines={2} />
}

function Whole({ stockTake }: { stockTake: StockTake }) {
  const { name, state, note, reason, dueOn, assignees, accuracy, unknownCodes } = stockTake
  const about = [
    words.states[state],
    scopeText(stockTake),
    wayText(stockTake),
    dueOn && words.dueOn(dayText(dueOn)),
    `${words.byWhom}: ${assignees.map((one) => one.name).join(', ') || words.everyTechnician}`,
  ]
  return (
    <Page
      title={name}
      about={about.filter(Boolean).join(' · ')}
      width="wide"
      actions={<StockTakeActs stockTake={stockTake} />}
    >
      {note ? <p className={classes.note}>{note}</p> : null}
      {reason ? (
        <p className={classes.note}>
          {words.cancelledBecause}: {reason}
        </p>
      ) : null}
      {state === 'PENDING' ? null : (
        <>
          <Figures stockTake={stockTake} />
          {accuracy ? (
            <section className={classes.section}>
              <SectionTitle>{words.accuracyTitle}</SectionTitle>
              <p>
                {words.accuracy(
                  accuracy.share,
                  accuracy.low,
                  accuracy.high,
                  accuracy.confidence,
                  accuracy.method === 'ALL',
                )}
              </p>
              {accuracy.method === 'ALL' ? null : (
                <p className={classes.quiet}>{words.accuracyOf(accuracy.counted, accuracy.population)}</p>
              )}
            </section>
          ) : null}
          <Places stockTake={stockTake} />
          <Items stockTake={stockTake} />
          {unknownCodes.length > 0 ? (
            <section className={classes.section}>
              <SectionTitle>{words.unknownTitle}</SectionTitle>
              <ul className={classes.codes} aria-label={words.unknownTitle}>
                {unknownCodes.map(({ code, byName, placeName }) => (
                  <li key={code} title={[byName, placeName].filter(Boolean).join(', ')}>
                    {code}
                  </li>
                ))}
              </ul>
            </section>
          ) : null}
        </>
      )}
    </Page>
  )
}

function Figures({ stockTake }: { stockTake: StockTake }) {
  const { state, counts } = stockTake
  const text = words.progress(countedOf(stockTake), counts.expected)
  const figures = [
    [words.facts.found, counts.found],
    [words.facts.confirmed, counts.selfConfirmed],
    [state === 'ACTIVE' ? words.facts.open : words.facts.missing, counts.missing],
    [words.facts.unexpected, counts.unexpected],
    [words.facts.unknown, counts.unknown],
  ] as const
  return (
    <section aria-label={text}>
      <p>{text}</p>
      {counts.expected ? <Meter label={text} value={countedOf(stockTake)} max={counts.expected} /> : null}
      <div className={classes.figures}>
        {figures.map(([label, value]) =>
          value === null ? null : (
            <div key={label} className={classes.figure}>
              <b>{value.toLocaleString('en')}</b>
              <span className={classes.quiet}>{label}</span>
            </div>
          ),
        )}
      </div>
    </section>
  )
}

function Places({ stockTake: { places } }: { stockTake: StockTake }) {
  if (places.length === 0) return null
  return (
    <section className={classes.section}>
      <SectionTitle>{words.placesTitle}</SectionTitle>
      <ul className={classes.list} aria-label={words.placesTitle}>
        {places.map(({ id, path, counted, expected }) => {
          const text = words.placeProgress(counted, expected)
          return (
            <li key={id} className={classes.row}>
              <span>{path.join(' › ') || words.withPeople}</span>
              <div className={classes.progress}>
                <span className={classes.quiet}>{text}</span>
                {expected ? <Meter label={text} value={counted} max={expected} /> : null}
              </div>
            </li>
          )
        })}
      </ul>
    </section>
  )
}
