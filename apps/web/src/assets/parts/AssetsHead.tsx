import { assets } from '@deskhand/contract'
import type { Ref } from 'react'
import { ExportLink } from '../../ui/ExportLink.tsx'
import { PaneStrip } from '../../ui/Pane.tsx'
import { SearchField } from '../../ui/SearchField.tsx'
import { plainDay, useNow } from '../../ui/time.ts'
import classes from '../AssetsPage.module.css'
import type { FilterName, AssetFilters as Filters } from '../filters.ts'
import { assetsWords as words } from '../words.ts'
import { AssetFilters } from './AssetFilters.tsx'
import { NewThing } from './NewThing.tsx'

type AssetsHeadProps = {
  filters: Filters
  /** How many there are, as it is written. */
  total: string | null
  text: string
  onType: (text: string) => void
  search: Ref<HTMLInputElement>
  opened: FilterName | null
  onOpenedChange: (filter: FilterName | null) => void
  isNarrow: boolean
}

/** Above the list: how many, what it is narrowed by, and whether it shows a day that has passed. */
export function AssetsHead(props: AssetsHeadProps) {
  const { filters, total, text, onType, search, isNarrow } = props
  const now = useNow()
  const find = (
    <SearchField size="small" label={words.find} value={text} onChange={onType} keys="/" inputRef={search} />
  )
  return (
    <>
      <PaneStrip title={words.title} count={total}>
        {isNarrow ? null : <div className={classes.find}>{find}</div>}
        {isNarrow ? (
          <a className={classes.scan} href="/scan">
            {words.scan}
          </a>
        ) : null}
        {isNarrow ? null : (
          <ExportLink
            route={assets.list}
            query={{ ...filters.query, ...(text.trim() && { q: text.trim() }) }}
          />
        )}
        <NewThing />
      </PaneStrip>
      <div className={classes.filters}>
        {isNarrow ? find : null}
        <AssetFilters
          filters={filters}
          opened={props.opened}
          onOpenedChange={props.onOpenedChange}
          withSort={isNarrow}
        />
      </div>
      {filters.asOf ? (
        <p className={classes.past}>
          {words.inThePast(plainDay(filters.asOf, now))}{' '}
          <button type="button" className={classes.toNow} onClick={() => filters.change({ asOf: null })}>
            {words.backToNow}
          </button>
        </p>
      ) : null}
    </>
  )
}
