import { mail } from '@deskhand/contract'
import { useAddressQuery, useAddressText } from '../address.ts'
import { usePages } from '../api.ts'
import { EmptyState } from '../ui/EmptyState.tsx'
import { LoadMore } from '../ui/LoadMore.tsx'
import { useTitle } from '../ui/Page.tsx'
import { Pane, PaneStrip, Panes } from '../ui/Pane.tsx'
import { ProblemNotice } from '../ui/ProblemNotice.tsx'
import { problemOf } from '../ui/problem.ts'
import { SearchField } from '../ui/SearchField.tsx'
import { SkeletonRows } from '../ui/SkeletonRows.tsx'
import classes from './MailboxPage.module.css'
import { MailRow } from './parts/MailRow.tsx'
import { MailView } from './parts/MailView.tsx'
import { mailboxWords as words } from './words.ts'

/** Where mails lie that nobody sends, so that links and codes can be tried. New ones appear by themselves. */
export default function MailboxPage() {
  const { query } = useAddressQuery()
  const [to, setTo] = useAddressText('to')
  const mailbox = usePages(
    mail.mailbox,
    { query: { limit: 50, ...(to.trim() && { to: to.trim() }) } },
    { keepPrevious: true, refetchInterval: 3000 },
  )
  const picked = query.get('id')
  const shown = mailbox.items.find(({ id }) => id === picked) ?? null
  if (problemOf(mailbox.error)?.status === 404) return <NoMailbox />

  const address = (id: string | null) =>
    `/mailbox?${new URLSearchParams({ ...(to && { to }), ...(id && { id }) })}`
  return (
    <main className={classes.mailbox} id="main">
      <p className={classes.about}>{words.about}</p>
      <Panes title={words.title} shows={picked ? 'detail' : 'list'}>
        <Pane
          kind="list"
          label={words.list}
          head={
            <>
              <PaneStrip title={words.title} count={mailbox.isSuccess ? mailbox.items.length : null} />
              <div className={classes.find}>
                <SearchField size="small" label={words.find} value={to} onChange={setTo} />
              </div>
            </>
          }
        >
          {mailbox.error && mailbox.items.length === 0 ? (
            <ProblemNotice problem={mailbox.error} onRetry={() => void mailbox.refetch()} />
          ) : null}
          {mailbox.isPending ? <SkeletonRows rows={6} /> : null}
          <ul>
            {mailbox.items.map((one) => (
              <MailRow key={one.id} mail={one} href={address(one.id)} isCurrent={one.id === picked} />
            ))}
          </ul>
          {mailbox.hasNextPage ? (
            <LoadMore
              label={words.more}
              busy={mailbox.isFetchingNextPage}
              onPress={() => void mailbox.fetchNextPage()}
            />
          ) : null}
          {mailbox.isSuccess && mailbox.items.length === 0 ? (
            <EmptyState shape="tray" size="small" title={words.none}>
              {to.trim() ? words.noneTo(to.trim()) : words.noneAbout}
            </EmptyState>
          ) : null}
        </Pane>
        <Pane kind="detail" label={words.mail} still>
          {shown ? (
            <MailView key={shown.id} mail={shown} backHref={address(null)} />
          ) : (
            <EmptyState shape="page" title={words.pick} />
          )}
        </Pane>
      </Panes>
    </main>
  )
}

function NoMailbox() {
  useTitle(words.notHere)
  return (
    <EmptyState shape="tray" title={words.notHere} isPage action={<a href="/">{words.home}</a>}>
      {words.notHereAbout}
    </EmptyState>
  )
}
