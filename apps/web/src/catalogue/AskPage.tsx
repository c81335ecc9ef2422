import { desks, incidents, type ReplyOf, requestDrafts } from '@deskhand/contract'
import { lazy, Suspense, useRef } from 'react'
import { useAddressQuery, useAddressText } from '../address.ts'
import { useRead } from '../api.ts'
import { useFocusKey } from '../shell/focusKey.ts'
import { LinkRow } from '../ui/LinkRow.tsx'
import { Page } from '../ui/Page.tsx'
import { ProblemNotice } from '../ui/ProblemNotice.tsx'
import { SearchField } from '../ui/SearchField.tsx'
import { SkeletonRows } from '../ui/SkeletonRows.tsx'
import { TimeText } from '../ui/TimeText.tsx'
import { useLate } from '../ui/useLate.ts'
import classes from './AskPage.module.css'
import { type Catalogue, findTypes } from './findTypes.ts'
import { DeskNav } from './parts/DeskNav.tsx'
import { DeskSection } from './parts/DeskSection.tsx'
import { HereLine } from './parts/HereLine.tsx'
import { promiseOf } from './promiseOf.ts'
import { useScannedPlace } from './useScannedPlace.ts'
import { askWords as words } from './words.ts'

const IncidentBanner = lazy(() => import('../incidents/IncidentBanner.tsx'))

/** All that can be asked for, by desk and category, as lines of text; own words always work. */
export default function AskPage() {
  const catalogue = useRead(desks.catalog, {}, { staleTime: 300_000 })
  const drafts = useRead(requestDrafts.list, {})
  const running = useRead(incidents.list, {})
  // All of it at once, so that nothing moves under the eye; what is late by seconds comes when it comes.
  const isLate = useLate(drafts.isPending || running.isPending, 3_000)
  const isReady = isLate || !(drafts.isPending || running.isPending)
  const { query } = useAddressQuery()
  const [text, setText] = useAddressText('q')
  const deskCode = query.get('desk')
  const categoryId = query.get('category')
  const field = useRef<HTMLInputElement>(null)
  const { place, at, leave } = useScannedPlace()
  useFocusKey('catalogue.filter', words.filterKey, field)

  const other = `/ask/other?${new URLSearchParams({
    ...(deskCode && { desk: deskCode }),
    ...(text.trim() && { summary: text.trim() }),
  })}`

  return (
    <Page title={words.title} about={words.about} width="wide">
      {place ? <HereLine place={place} onLeave={leave} /> : null}
      <SearchField label={words.filter} value={text} onChange={setText} keys="/" inputRef={field} />
      <ProblemNotice problem={catalogue.error} onRetry={() => void catalogue.refetch()} />
      {catalogue.isPending || !isReady ? <SkeletonRows rows={8} /> : null}
      {catalogue.data && isReady ? (
        <Suspense fallback={<SkeletonRows rows={8} />}>
          <IncidentBanner />
          <div className={classes.columns}>
            <DeskNav desks={catalogue.data.desks} deskCode={deskCode} categoryId={categoryId} at={at} />
            <div className={classes.lists}>
              {text.trim() ? (
                <Found catalogue={catalogue.data} text={text} deskCode={deskCode} at={at} />
              ) : (
                <>
                  {deskCode ? null : <Begun begun={drafts.data?.data ?? []} />}
                  {deskCode ? null : <MostUsed types={catalogue.data.mostUsed} at={at} />}
                  {catalogue.data.desks
                    .filter(({ code }) => !deskCode || code === deskCode)
                    .map((desk) => (
                      <DeskSection key={desk.id} desk={desk} categoryId={categoryId} at={at} />
                    ))}
                </>
              )}
              <ul className={classes.other}>
                <LinkRow
                  title={words.other}
                  about={text.trim() ? words.otherWith(text.trim()) : words.otherAbout}
                  href={at(other)}
                />
              </ul>
            </div>
          </div>
        </Suspense>
      ) : null}
    </Page>
  )
}

/** What one has begun and not sent, on this or another device. */
function Begun({ begun }: { begun: ReplyOf<typeof requestDrafts.list>['data'] }) {
  if (begun.length === 0) return null
  return (
    <section aria-labelledby="ask-drafts">
      <h2 className={classes.desk} id="ask-drafts">
        {words.drafts}
      </h2>
      <ul className={classes.items}>
        {begun.map(({ key, summary, requestTypeName, savedAt }) => (
          <LinkRow
            key={key}
            title={summary || (requestTypeName ?? words.draftUnnamed)}
            about={summary ? requestTypeName : null}
            href={`/ask/${encodeURIComponent(key)}`}
            end={<TimeText at={savedAt} />}
          />
        ))}
      </ul>
    </section>
  )
}

type At = (href: string) => string

function MostUsed({ types, at }: { types: Catalogue['mostUsed']; at: At }) {
  if (types.length === 0) return null
  return (
    <section aria-labelledby="ask-most">
      <h2 className={classes.desk} id="ask-most">
        {words.mostUsed}
      </h2>
      <ul className={classes.items}>
        {types.map((type) => (
          <LinkRow key={type.id} title={type.name} about={promiseOf(type)} href={at(`/ask/${type.id}`)} />
        ))}
      </ul>
    </section>
  )
}

function Found({
  catalogue,
  text,
  deskCode,
  at,
}: {
  catalogue: Catalogue
  text: string
  deskCode: string | null
  at: At
}) {
  const desk = catalogue.desks.find(({ code }) => code === deskCode)
  const found = findTypes(desk ? { ...catalogue, desks: [desk] } : catalogue, text, 40)
  return (
    <section aria-labelledby="ask-found">
      <h2 className={classes.desk} id="ask-found">
        {words.results}
      </h2>
      <p className={classes.promise} role="status">
        {found.length > 0 ? words.found(found.length) : words.nothing}
      </p>
      <ul className={classes.items}>
        {found.map((type) => (
          <LinkRow key={type.id} title={type.name} about={promiseOf(type)} href={at(`/ask/${type.id}`)} />
        ))}
      </ul>
    </section>
  )
}
