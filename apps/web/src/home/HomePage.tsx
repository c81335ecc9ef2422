import {
  approvals,
  chat,
  desks,
  equipment,
  firstToApprove,
  incidents,
  openOnesOfMine,
  requests,
} from '@deskhand/contract'
import { useRouter } from '@tanstack/react-router'
import { useMemo, useRef } from 'react'
import { useRead } from '../api.ts'
import { useToDecide } from '../corrections/useToDecide.ts'
import { OwnRequestRow } from '../requests/portal/parts/OwnRequestRow.tsx'
import { type Command, useCommands } from '../shell/commands.ts'
import { useFocusKey } from '../shell/focusKey.ts'
import { useMe } from '../shell/session.ts'
import { LinkRow, LinkRows } from '../ui/LinkRow.tsx'
import { Page } from '../ui/Page.tsx'
import { ProblemNotice } from '../ui/ProblemNotice.tsx'
import { SectionTitle } from '../ui/SectionTitle.tsx'
import { SkeletonRows } from '../ui/SkeletonRows.tsx'
import { hourOfDay, useNow } from '../ui/time.ts'
import { useLate } from '../ui/useLate.ts'
import { greeting, trueLine } from './greeting.ts'
import classes from './HomePage.module.css'
import { NeedsYou } from './parts/NeedsYou.tsx'
import { SearchOrAsk } from './parts/SearchOrAsk.tsx'
import { homeSections } from './sections.tsx'
import { homeWords as words } from './words.ts'

const shown = 5

/** What waits for the reader, where their requests stand, and what can be asked for. */
export default function HomePage() {
  const me = useMe()
  const now = useNow()
  const mine = useRead(requests.list, openOnesOfMine)
  const toApprove = useRead(approvals.mine, firstToApprove)
  const things = useRead(equipment.mine, {})
  const catalogue = useRead(desks.catalog, {}, { staleTime: 300_000 })
  const besides = [
    useRead(incidents.list, {}),
    useRead(chat.availability, { query: {} }),
    useRead(desks.list, {}, { staleTime: 300_000 }),
  ]
  // All of it at once, so that nothing moves under the eye; what is late by seconds comes when it comes.
  const isComplete = ![mine, toApprove, things, catalogue, ...besides].some(({ isPending }) => isPending)
  const isLate = useLate(!isComplete, 3_000)
  const isReady = isComplete || isLate
  // What one took back oneself is settled, though the desk closes it only days later.
  const all = (mine.data?.data ?? []).filter(({ resolutionCode }) => resolutionCode !== 'WITHDRAWN')
  const needs = all.filter(({ status }) => status === 'ACTION_REQUIRED' || status === 'RESOLVED')
  const others = all.filter((request) => !needs.includes(request))
  const approvalCount = toApprove.data?.data.length ?? 0
  const waiting = needs.length + approvalCount + (things.data?.toSign.length ?? 0) + useToDecide().length
  const inHand = others.filter(({ status }) => status !== 'REJECTED').length
  const listed = others.slice(0, shown)

  const field = useRef<HTMLInputElement>(null)
  useFocusKey('home.search', words.search, field)
  useHomeKeys(listed.map(({ referenceNumber }) => referenceNumber).join(' '))

  return (
    <Page
      title={words.title}
      heading={
        <>
          <h1 className={classes.greeting}>{greeting(me.firstName, hourOfDay(now))}</h1>
          <p className={classes.line}>{mine.data ? trueLine(waiting, inHand) : ' '}</p>
        </>
      }
    >
      <div className={classes.home}>
        <SearchOrAsk catalogue={catalogue.data} inputRef={field} />
        {mine.error && !mine.data ? (
          <ProblemNotice problem={mine.error} onRetry={() => void mine.refetch()} />
        ) : null}
        {isReady ? null : <SkeletonRows rows={4} />}
        {isReady ? sections('above') : null}
        {isReady && waiting > 0 ? (
          <section aria-labelledby="home-needs">
            <SectionTitle
              size="portal"
              id="home-needs"
              action={approvalCount > 0 ? <a href="/approvals">{words.allApprovals(approvalCount)}</a> : null}
            >
              {words.sections.needs}
            </SectionTitle>
            <NeedsYou requests={needs}>{sections('needs')}</NeedsYou>
          </section>
        ) : null}
        {isReady && listed.length > 0 ? (
          <section aria-labelledby="home-requests">
            <SectionTitle
              size="portal"
              id="home-requests"
              action={<a href="/requests">{words.allRequests}</a>}
            >
              {words.sections.requests}
            </SectionTitle>
            <LinkRows>
              {listed.map((request) => (
                <OwnRequestRow key={request.id} request={request} />
              ))}
            </LinkRows>
          </section>
        ) : null}
        {isReady ? sections('below') : null}
        {isReady && catalogue.data && catalogue.data.mostUsed.length > 0 ? (
          <section aria-labelledby="home-ask">
            <SectionTitle size="portal" id="home-ask" action={<a href="/ask">{words.allItems}</a>}>
              {words.sections.ask}
            </SectionTitle>
            <ul className={classes.ask}>
              {catalogue.data.mostUsed.slice(0, 6).map((type) => (
                <LinkRow key={type.id} title={type.name} about={type.promise} href={`/ask/${type.id}`} />
              ))}
            </ul>
          </section>
        ) : null}
        {isReady ? sections('end') : null}
      </div>
    </Page>
  )
}

const sections = (where: (typeof homeSections)[number]['place']) =>
  homeSections.filter(({ place }) => place === where).map(({ id, Section }) => <Section key={id} />)

/** `1` to `5` open the listed requests. */
function useHomeKeys(references: string) {
  const router = useRouter()
  const commands = useMemo<Command[]>(
    () =>
      references
        .split(' ')
        .filter(Boolean)
        .map(
          (reference, index): Command => ({
            id: `home.open.${index + 1}`,
            title: words.open(index + 1),
            keys: String(index + 1),
            scope: 'list',
            group: 'go',
            isQuiet: true,
            run: () => router.history.push(`/r/${reference}`),
          }),
        ),
    [references, router],
  )
  useCommands(commands)
}
