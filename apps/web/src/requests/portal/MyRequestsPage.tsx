import { requests } from '@deskhand/contract'
import { NativeSelect, SegmentedControl } from '@mantine/core'
import { useDebouncedValue } from '@mantine/hooks'
import { useRouter } from '@tanstack/react-router'
import { useRef } from 'react'
import { useAddressQuery, useAddressText } from '../../address.ts'
import { usePages, useRead } from '../../api.ts'
import { useFocusKey } from '../../shell/focusKey.ts'
import { Button } from '../../ui/Button.tsx'
import { EmptyState } from '../../ui/EmptyState.tsx'
import { LinkRows } from '../../ui/LinkRow.tsx'
import { LoadMore } from '../../ui/LoadMore.tsx'
import { Page } from '../../ui/Page.tsx'
import { ProblemNotice } from '../../ui/ProblemNotice.tsx'
import { SearchField } from '../../ui/SearchField.tsx'
import { SkeletonRows } from '../../ui/SkeletonRows.tsx'
import classes from './MyRequestsPage.module.css'
import { OwnRequestRow } from './parts/OwnRequestRow.tsx'
import { mineWords as words } from './words.ts'

const states = ['open', 'solved', 'closed', 'all'] as const
const sorts = ['-updatedAt', '-createdAt', 'createdAt'] as const
const oneOf = <Value extends string>(values: readonly [Value, ...Value[]], text: string | null) =>
  values.find((value) => value === text) ?? values[0]

/** Everything the reader ever asked for, by where it stands. */
export default function MyRequestsPage() {
  const router = useRouter()
  const { query, change } = useAddressQuery()
  const [text, setText] = useAddressText('q')
  const [q] = useDebouncedValue(text.trim(), 200)
  const state = oneOf(states, query.get('state'))
  const sort = oneOf(sorts, query.get('sort'))
  const field = useRef<HTMLInputElement>(null)
  useFocusKey('requests.find', words.find, field)

  const mine = usePages(
    requests.list,
    { query: { requester: 'me', sort, limit: 30, ...(state !== 'all' && { state }), ...(q && { q }) } },
    { keepPrevious: true },
  )
  const isFiltered = q !== '' || state !== 'open'
  const isEmpty = mine.isSuccess && mine.items.length === 0
  // Nothing open may mean nothing ever asked; only then is the difference worth a question.
  const ever = useRead(
    requests.list,
    { query: { requester: 'me', limit: 1 } },
    { enabled: isEmpty && !isFiltered },
  )
  const ask = () => router.history.push('/ask')
  function clear() {
    setText('')
    change({ q: null, state: 'all' })
  }

  return (
    <Page
      title={words.title}
      actions={
        <Button variant="primary" keys="c" onPress={ask}>
          {words.ask}
        </Button>
      }
    >
      <div className={classes.filters}>
        <SegmentedControl
          aria-label={words.filter}
          data={states.map((value) => ({ value, label: words.states[value] }))}
          value={state}
          onChange={(value) => change({ state: value === 'open' ? null : value })}
        />
        <span className={classes.find}>
          <SearchField
            size="small"
            label={words.find}
            value={text}
            onChange={setText}
            keys="/"
            inputRef={field}
          />
        </span>
        <NativeSelect
          aria-label={words.sort}
          data={sorts.map((value) => ({ value, label: words.sorts[value] }))}
          value={sort}
          onChange={(event) =>
            change({ sort: event.currentTarget.value === sorts[0] ? null : event.currentTarget.value })
          }
        />
      </div>
      {mine.error && mine.items.length === 0 ? (
        <ProblemNotice problem={mine.error} onRetry={() => void mine.refetch()} />
      ) : null}
      {mine.isPending ? <SkeletonRows rows={6} /> : null}
      {mine.items.length > 0 ? (
        <LinkRows label={words.title}>
          {mine.items.map((request) => (
            <OwnRequestRow key={request.id} request={request} withTime />
          ))}
        </LinkRows>
      ) : null}
      {mine.hasNextPage ? (
        <LoadMore
          label={words.more}
          busy={mine.isFetchingNextPage}
          onPress={() => void mine.fetchNextPage()}
        />
      ) : null}
      {isEmpty && isFiltered ? (
        <EmptyState
          shape="search"
          size="small"
          title={words.nothing}
          action={<Button onPress={clear}>{words.clear}</Button>}
        >
          {q ? words.nothingFor(q) : null}
        </EmptyState>
      ) : null}
      {isEmpty && !isFiltered && ever.data ? (
        ever.data.data.length > 0 ? (
          <EmptyState
            shape="tray"
            title={words.nothingOpen}
            action={<Button onPress={() => change({ state: 'all' })}>{words.showAll}</Button>}
          >
            {words.nothingOpenAbout}
          </EmptyState>
        ) : (
          <EmptyState
            shape="list"
            title={words.none}
            action={
              <Button variant="primary" onPress={ask}>
                {words.ask}
              </Button>
            }
          >
            {words.noneAbout}
          </EmptyState>
        )
      ) : null}
    </Page>
  )
}
