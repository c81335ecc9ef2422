import { type StockItem, StockKind, stock, stockKinds } from '@deskhand/contract'
import { Select, Switch } from '@mantine/core'
import { ArrowDown, ArrowUp } from 'lucide-react'
import { lazy, Suspense, useState } from 'react'
import { useAddressQuery, useAddressText } from '../address.ts'
import { usePages } from '../api.ts'
import { RefusedPage } from '../shell/RefusedPage.tsx'
import { holds, useMe } from '../shell/session.ts'
import { Button } from '../ui/Button.tsx'
import { classNames } from '../ui/classNames.ts'
import { EmptyState } from '../ui/EmptyState.tsx'
import { ExportLink } from '../ui/ExportLink.tsx'
import { Icon } from '../ui/Icon.tsx'
import { LoadMore } from '../ui/LoadMore.tsx'
import { Page } from '../ui/Page.tsx'
import { ProblemNotice } from '../ui/ProblemNotice.tsx'
import { SearchField } from '../ui/SearchField.tsx'
import { SkeletonRows } from '../ui/SkeletonRows.tsx'
import { ItemDialog } from './parts/ItemDialog.tsx'
import classes from './Stock.module.css'
import { countOf, stockWords as words } from './words.ts'

const ReorderDialog = lazy(() => import('./parts/ReorderDialog.tsx'))

/** What is kept in stock, with how many there are. */
export default function StockPage() {
  const me = useMe()
  return holds(me, 'assets.read') ? <All /> : <RefusedPage>{words.refused}</RefusedPage>
}

type Sort = 'name' | '-name' | 'inStock' | '-inStock' | 'kind' | '-kind'
const sorts: readonly Sort[] = ['name', '-name', 'inStock', '-inStock', 'kind', '-kind']

function All() {
  const { query, change } = useAddressQuery()
  const [text, type] = useAddressText('q')
  const mayWork = holds(useMe(), 'assets.work')
  const [isAdding, setAdding] = useState(false)
  const [isOrdering, setOrdering] = useState(false)
  const q = query.get('q')
  const kind = StockKind.safeParse(query.get('kind')).data ?? null
  const isLow = query.get('low') === 'true'
  const withRetired = query.get('retired') === 'true'
  const sort = sorts.find((one) => one === query.get('sort')) ?? 'name'
  const filters = {
    ...(q && { text: q }),
    ...(kind && { kind }),
    ...(isLow && { state: 'BELOW,REORDER' }),
    ...(withRetired && { withRetired: 'true' }),
    sort,
  }
  const pages = usePages(
    stock.list,
    {
      query: { ...filters, limit: 100 },
    },
    { keepPrevious: true },
  )
  const isFiltered = Boolean(q) || kind !== null || isLow
  return (
    <Page
      title={words.title}
      about={words.about}
      width="wide"
      actions={
        <>
          <ExportLink route={stock.list} query={filters} />
          {mayWork ? <Button onPress={() => setOrdering(true)}>{words.reorder}</Button> : null}
          {mayWork ? (
            <Button variant="primary" onPress={() => setAdding(true)}>
              {words.add}
            </Button>
          ) : null}
        </>
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
        <Select
          clearable
          size="xs"
          aria-label={words.kind}
          placeholder={words.anyKind}
          data={stockKinds.map((value) => ({ value, label: words.kinds[value] }))}
          value={kind}
          onChange={(next) => change({ kind: next })}
        />
        <Switch
          label={words.lowOnly}
          checked={isLow}
          onChange={(event) => change({ low: event.currentTarget.checked ? 'true' : null })}
        />
        <Switch
          label={words.withRetired}
          checked={withRetired}
          onChange={(event) => change({ retired: event.currentTarget.checked ? 'true' : null })}
        />
      </div>
      {pages.isError && pages.items.length === 0 ? (
        <ProblemNotice problem={pages.error} onRetry={() => void pages.refetch()} />
      ) : null}
      {pages.isPending ? <SkeletonRows rows={8} /> : null}
      {pages.isSuccess && pages.items.length === 0 ? (
        <EmptyState shape="list" title={isFiltered ? words.filtered : words.empty}>
          {isFiltered ? words.filteredAbout : words.emptyAbout}
        </EmptyState>
      ) : null}
      {pages.items.length > 0 ? (
        <Items items={pages.items} sort={sort} onSort={(next) => change({ sort: next })} />
      ) : null}
      {pages.hasNextPage ? (
        <LoadMore
          label={words.more}
          busy={pages.isFetchingNextPage}
          onPress={() => void pages.fetchNextPage()}
        />
      ) : null}
      {isOrdering ? (
        <Suspense fallback={null}>
          <ReorderDialog onClose={() => setOrdering(false)} />
        </Suspense>
      ) : null}
      {isAdding ? <ItemDialog item={null} onClose={() => setAdding(false)} /> : null}
    </Page>
  )
}

type ItemsProps = { items: readonly StockItem[]; sort: Sort; onSort: (sort: Sort) => void }

function Items({ items, sort, onSort }: ItemsProps) {
  const head = (by: 'name' | 'kind' | 'inStock', title: string, className?: string) => (
    <th
      scope="col"
      className={className}
      aria-sort={sort === by ? 'ascending' : sort === `-${by}` ? 'descending' : 'none'}
    >
      <button type="button" className={classes.sort} onClick={() => onSort(sort === by ? `-${by}` : by)}>
        {title}
        {sort === by ? <Icon of={ArrowUp} /> : sort === `-${by}` ? <Icon of={ArrowDown} /> : null}
      </button>
    </th>
  )
  return (
    <table className={classes.table} aria-label={words.title}>
      <thead>
        <tr>
          {head('name', words.name)}
          {head('kind', words.kind, classes.wide)}
          {head('inStock', words.inStock, classes.number)}
          <th scope="col" className={classNames(classes.number, classes.wide)}>
            {words.reserved}
          </th>
          <th scope="col" className={classNames(classes.number, classes.wide)}>
            {words.held}
          </th>
          <th scope="col">{words.state}</th>
        </tr>
      </thead>
      <tbody>
        {items.map((item) => (
          <tr key={item.id}>
            <td>
              <a href={`/stock/${item.id}`}>{item.name}</a>
              <div className={classes.quiet}>
                {[item.sku, item.isActive ? null : words.retired].filter(Boolean).join(' · ')}
              </div>
            </td>
            <td className={classes.wide}>{words.kinds[item.kind]}</td>
            <td className={classes.number}>{countOf(item.inStock, item.unit)}</td>
            <td className={classNames(classes.number, classes.wide)}>{item.reserved || '–'}</td>
            <td className={classNames(classes.number, classes.wide)}>{item.held || '–'}</td>
            <td
              className={
                item.state === 'OK' ? classes.quiet : item.state === 'BELOW' ? classes.low : undefined
              }
            >
              {words.states[item.state]}
            </td>
          </tr>
        ))}
      </tbody>
    </table>
  )
}
