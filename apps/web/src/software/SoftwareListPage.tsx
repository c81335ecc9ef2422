import { software } from '@deskhand/contract'
import { Switch } from '@mantine/core'
import { useAddressQuery, useAddressText } from '../address.ts'
import { usePages } from '../api.ts'
import rows from '../desks/Desks.module.css'
import { RefusedPage } from '../shell/RefusedPage.tsx'
import { holds, useMe } from '../shell/session.ts'
import { EmptyState } from '../ui/EmptyState.tsx'
import { ExportLink } from '../ui/ExportLink.tsx'
import { LoadMore } from '../ui/LoadMore.tsx'
import { Page } from '../ui/Page.tsx'
import { ProblemNotice } from '../ui/ProblemNotice.tsx'
import { SearchField } from '../ui/SearchField.tsx'
import { SkeletonRows } from '../ui/SkeletonRows.tsx'
import { softwareWords as words } from './words.ts'

/** What is installed in the company, by title. */
export default function SoftwareListPage() {
  const me = useMe()
  return holds(me, 'assets.read') ? <All /> : <RefusedPage>{words.refused}</RefusedPage>
}

function All() {
  const { query, change } = useAddressQuery()
  const [text, type] = useAddressText('q')
  const q = query.get('q')
  const isForbidden = query.get('forbidden') === 'true'
  const filters = { ...(q && { q }), ...(isForbidden && { isForbidden: 'true' }) }
  const pages = usePages(software.list, { query: { ...filters, limit: 100 } }, { keepPrevious: true })
  const isFiltered = Boolean(q) || isForbidden
  return (
    <Page
      title={words.title}
      about={words.about}
      width="wide"
      actions={<ExportLink route={software.list} query={filters} />}
    >
      <div className={rows.buttons}>
        <SearchField
          size="small"
          label={words.search}
          placeholder={words.search}
          value={text}
          onChange={type}
        />
        <Switch
          label={words.forbiddenOnly}
          checked={isForbidden}
          onChange={(event) => change({ forbidden: event.currentTarget.checked ? 'true' : null })}
        />
      </div>
      {pages.isError && pages.items.length === 0 ? (
        <ProblemNotice problem={pages.error} onRetry={() => void pages.refetch()} />
      ) : null}
      {pages.isPending ? <SkeletonRows rows={6} /> : null}
      {pages.isSuccess && pages.items.length === 0 ? (
        <EmptyState shape="list" title={isFiltered ? words.filtered : words.empty}>
          {isFiltered ? null : words.emptyAbout}
        </EmptyState>
      ) : null}
      <ul className={rows.rows} aria-label={words.title}>
        {pages.items.map(({ id, name, publisher, installs, isForbidden: isBanned }) => (
          <li key={id} className={rows.row}>
            <div>
              <p className={rows.name}>
                <a href={`/software/${id}`}>{name}</a>
              </p>
              <p className={rows.about}>
                {[words.installs(installs), publisher, isBanned ? words.forbidden : null]
                  .filter(Boolean)
                  .join(' · ')}
              </p>
            </div>
          </li>
        ))}
      </ul>
      {pages.hasNextPage ? (
        <LoadMore
          label={words.more}
          busy={pages.isFetchingNextPage}
          onPress={() => void pages.fetchNextPage()}
        />
      ) : null}
    </Page>
  )
}
