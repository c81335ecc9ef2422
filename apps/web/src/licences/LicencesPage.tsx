import { type LicenceRow, type LicenceTermState, licences } from '@deskhand/contract'
import { NativeSelect, Switch } from '@mantine/core'
import { useDebouncedValue } from '@mantine/hooks'
import { useState } from 'react'
import { useAddressQuery, useAddressText } from '../address.ts'
import { usePages } from '../api.ts'
import rows from '../desks/Desks.module.css'
import { RefusedPage } from '../shell/RefusedPage.tsx'
import { holds, useMe } from '../shell/session.ts'
import { Button } from '../ui/Button.tsx'
import { EmptyState } from '../ui/EmptyState.tsx'
import { ExportLink } from '../ui/ExportLink.tsx'
import { FilterField } from '../ui/FilterField.tsx'
import { LoadMore } from '../ui/LoadMore.tsx'
import { Page } from '../ui/Page.tsx'
import { ProblemNotice } from '../ui/ProblemNotice.tsx'
import { SearchField } from '../ui/SearchField.tsx'
import { SkeletonRows } from '../ui/SkeletonRows.tsx'
import { plainDay, useNow } from '../ui/time.ts'
import classes from './Licences.module.css'
import { LicenceDialog } from './parts/LicenceDialog.tsx'
import { SeatsBar } from './parts/SeatsBar.tsx'
import { licenceWords as words } from './words.ts'

const optionsOf = (all: Record<string, string>) =>
  Object.entries(all).map(([value, label]) => ({ value, label }))

/** Licences and subscriptions of the company, with how many of their seats are used. */
export default function LicencesPage() {
  return holds(useMe(), 'assets.read') ? <All /> : <RefusedPage>{words.refused}</RefusedPage>
}

function All() {
  const me = useMe()
  const { query, change } = useAddressQuery()
  const [text, type] = useAddressText('q')
  const [q] = useDebouncedValue(text.trim(), 150)
  const [isAdding, setAdding] = useState(false)
  const listOf = (name: string) => query.get(name)?.split(',').filter(Boolean) ?? []
  const [kinds, states] = [listOf('kind'), listOf('state')]
  const isLow = query.get('low') === 'true'
  const isRetired = query.get('retired') === 'true'
  const wanted = query.get('sort') ?? 'name'
  const sort = wanted in words.sorts ? (wanted as 'name') : 'name'
  const isFiltered = q !== '' || kinds.length + states.length > 0 || isLow || isRetired
  const filters = {
    sort,
    ...(q && { q }),
    ...(kinds.length > 0 && { kind: kinds.join(',') }),
    ...(states.length > 0 && { state: states.join(',') }),
    ...(isLow && { isLow: 'true' }),
    ...(isRetired && { isRetired: 'true' }),
  }
  const pages = usePages(licences.list, { query: { limit: 100, ...filters } }, { keepPrevious: true })
  const clear = () => {
    type('')
    change({ q: null, kind: null, state: null, low: null, retired: null })
  }
  return (
    <Page
      title={words.title}
      about={words.about}
      width="wide"
      actions={
        <div className={classes.links}>
          <a href="/licences/renewals">{words.renewals}</a>
          <a href="/certificates">{words.certificates}</a>
          <ExportLink route={licences.list} query={filters} />
          {holds(me, 'assets.work') ? (
            <Button variant="primary" onPress={() => setAdding(true)}>
              {words.add}
            </Button>
          ) : null}
        </div>
      }
    >
      <div className={classes.filters}>
        <SearchField
          size="small"
          label={words.search}
          placeholder={words.search}
          value={text}
          onChange={type}
        />
        <FilterField
          field={words.kind}
          values={kinds}
          options={optionsOf(words.kinds)}
          onChange={(values) => change({ kind: values.join(',') })}
        />
        <FilterField
          field={words.state}
          values={states}
          options={optionsOf(words.states)}
          onChange={(values) => change({ state: values.join(',') })}
        />
        <NativeSelect
          aria-label={words.sort}
          data={optionsOf(words.sorts)}
          value={sort}
          onChange={(event) =>
            change({ sort: event.currentTarget.value === 'name' ? null : event.currentTarget.value })
          }
        />
        <Switch
          label={words.lowOnly}
          checked={isLow}
          onChange={(event) => change({ low: event.currentTarget.checked ? 'true' : null })}
        />
        <Switch
          label={words.retiredOnly}
          checked={isRetired}
          onChange={(event) => change({ retired: event.currentTarget.checked ? 'true' : null })}
        />
      </div>
      {pages.isError && pages.items.length === 0 ? (
        <ProblemNotice problem={pages.error} onRetry={() => void pages.refetch()} />
      ) : null}
      {pages.isPending ? <SkeletonRows rows={8} lines={2} /> : null}
      {pages.isSuccess && pages.items.length === 0 ? (
        <EmptyState
          shape="list"
          title={isFiltered ? words.filtered : words.empty}
          {...(isFiltered && { action: <Button onPress={clear}>{words.clear}</Button> })}
        >
          {isFiltered ? null : words.emptyAbout}
        </EmptyState>
      ) : null}
      <ul className={rows.rows} aria-label={words.title}>
        {pages.items.map((licence) => (
          <Row key={licence.id} licence={licence} />
        ))}
      </ul>
      {pages.hasNextPage ? (
        <LoadMore
          label={words.more}
          busy={pages.isFetchingNextPage}
          onPress={() => void pages.fetchNextPage()}
        />
      ) : null}
      {isAdding ? <LicenceDialog licence={null} onClose={() => setAdding(false)} /> : null}
    </Page>
  )
}

function Row({ licence }: { licence: LicenceRow }) {
  const { id, name, publisher, kind, term, isOver } = licence
  const now = useNow()
  const day = (on: string) => plainDay(on, now)
  const isDated = (state: LicenceTermState) => state === 'ACTIVE' || state === 'IN_NOTICE'
  const facts = [
    publisher,
    words.kinds[kind],
    term?.endsOn && isDated(term.state) ? words.until(day(term.endsOn)) : null,
    term?.noticeBy && term.state === 'ACTIVE' ? words.noticeBy(day(term.noticeBy)) : null,
    term && !isDated(term.state) && !isOver ? words.states[term.state] : null,
    term?.state === 'IN_NOTICE' ? words.states.IN_NOTICE : null,
  ]
  return (
    <li className={classes.row}>
      <div>
        <p className={rows.name}>
          <a href={`/licences/${id}`}>{name}</a>
        </p>
        <p className={rows.about}>
          {facts.filter(Boolean).join(' · ')}
          {isOver ? <span className={classes.bad}> · {words.over}</span> : null}
        </p>
      </div>
      <SeatsBar licence={licence} />
    </li>
  )
}
