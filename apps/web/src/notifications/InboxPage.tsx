import { notifications } from '@deskhand/contract'
import { SegmentedControl } from '@mantine/core'
import { useAddressQuery } from '../address.ts'
import { useCommand, usePages } from '../api.ts'
import { announce } from '../ui/announcements.ts'
import { Button } from '../ui/Button.tsx'
import { EmptyState } from '../ui/EmptyState.tsx'
import { LoadMore } from '../ui/LoadMore.tsx'
import { Page } from '../ui/Page.tsx'
import { ProblemNotice } from '../ui/ProblemNotice.tsx'
import { SectionTitle } from '../ui/SectionTitle.tsx'
import { SkeletonRows } from '../ui/SkeletonRows.tsx'
import { type Group, groupsOf } from './groups.ts'
import classes from './InboxPage.module.css'
import { useInboxKeys } from './inboxKeys.ts'
import { InboxRow } from './parts/InboxRow.tsx'
import { useReadMarks } from './readMarks.ts'
import { inboxWords as words } from './words.ts'

/** What happened that concerns the reader, one line per record, what is new first. */
export default function InboxPage() {
  const { query, change } = useAddressQuery()
  const isUnreadOnly = query.get('show') === 'unread'
  const inbox = usePages(
    notifications.list,
    { query: { limit: 50, ...(isUnreadOnly && { unread: 'true' }) } },
    { keepPrevious: true },
  )
  const marks = useReadMarks()
  const markAll = useCommand(notifications.markAllRead, {
    onSuccess: () => {
      marks.forget()
      announce(words.allRead)
    },
  })
  const groups = groupsOf(inbox.items, marks.isRead)
  const fresh = groups.filter(({ isUnread }) => isUnread)
  const seen = isUnreadOnly ? [] : groups.filter(({ isUnread }) => !isUnread)
  const toggle = (group: Group, toRead: boolean) =>
    void marks.mark(toRead ? group.all : group.all.slice(0, 1), toRead)
  const whyNotAll = fresh.length === 0 ? words.nothingUnread : null
  useInboxKeys([...fresh, ...seen], toggle, () => markAll.mutate({}), whyNotAll)

  const section = (title: string, part: readonly Group[]) =>
    part.length > 0 ? (
      <section aria-label={title}>
        <SectionTitle size="portal">{title}</SectionTitle>
        <ul className={classes.list}>
          {part.map((group) => (
            <InboxRow key={group.key} group={group} onMark={(toRead) => toggle(group, toRead)} />
          ))}
        </ul>
      </section>
    ) : null

  const isEmpty = inbox.isSuccess && fresh.length + seen.length === 0
  return (
    <Page
      title={words.title}
      actions={
        <Button busy={markAll.isPending} disabledReason={whyNotAll} onPress={() => markAll.mutate({})}>
          {words.markAll}
        </Button>
      }
    >
      <SegmentedControl
        className={classes.filter ?? ''}
        aria-label={words.show}
        data={[
          { value: 'all', label: words.all },
          { value: 'unread', label: words.unread },
        ]}
        value={isUnreadOnly ? 'unread' : 'all'}
        onChange={(value) => change({ show: value === 'unread' ? value : null })}
      />
      {inbox.error && inbox.items.length === 0 ? (
        <ProblemNotice problem={inbox.error} onRetry={() => void inbox.refetch()} />
      ) : null}
      <ProblemNotice problem={markAll.error} />
      {inbox.isPending ? <SkeletonRows rows={6} /> : null}
      {section(words.sections.unread, fresh)}
      {section(words.sections.read, seen)}
      {inbox.hasNextPage ? (
        <LoadMore
          label={words.loadMore}
          busy={inbox.isFetchingNextPage}
          onPress={() => void inbox.fetchNextPage()}
        />
      ) : null}
      {isEmpty ? (
        <EmptyState shape="bell" title={isUnreadOnly ? words.finished : words.empty}>
          {isUnreadOnly ? words.finishedAbout : words.emptyAbout}
        </EmptyState>
      ) : null}
    </Page>
  )
}
