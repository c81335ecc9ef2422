import { type AssetModel, assetCatalogue } from '@deskhand/contract'
import { Checkbox, Select } from '@mantine/core'
import { useDebouncedValue } from '@mantine/hooks'
import { useState } from 'react'
import { useAddressQuery, useAddressText } from '../address.ts'
import { useCommand, usePages, useRead } from '../api.ts'
import { CompanyNav } from '../company/parts/CompanyNav.tsx'
import { RefusedPage } from '../shell/RefusedPage.tsx'
import { holds, useMe } from '../shell/session.ts'
import { Button } from '../ui/Button.tsx'
import { EmptyState } from '../ui/EmptyState.tsx'
import { ExportLink } from '../ui/ExportLink.tsx'
import { LoadMore } from '../ui/LoadMore.tsx'
import { Page } from '../ui/Page.tsx'
import { ProblemNotice } from '../ui/ProblemNotice.tsx'
import { SearchField } from '../ui/SearchField.tsx'
import { SkeletonRows } from '../ui/SkeletonRows.tsx'
import { ModelDialog } from './ModelDialog.tsx'
import classes from './ModelsPage.module.css'
import { CatalogueRow } from './parts/CatalogueRow.tsx'
import { RowSection } from './parts/RowSection.tsx'
import { catalogueWords, modelWords as words } from './words.ts'

const every = ''

/** What exactly the things of the company are. */
export default function ModelsPage() {
  const me = useMe()
  return holds(me, 'assets.manage') ? <All /> : <RefusedPage>{catalogueWords.refused}</RefusedPage>
}

function All() {
  const [edited, setEdited] = useState<AssetModel | 'new' | null>(null)
  const [text, type] = useAddressText('q')
  const { query, change } = useAddressQuery()
  const [asked] = useDebouncedValue(text.trim(), 150)
  const [categoryId, isLow] = [query.get('category'), query.get('low') === 'true']
  const categories = useRead(assetCatalogue.categories, {}).data?.data ?? []
  const filters = {
    ...(asked && { q: asked }),
    ...(categoryId && { categoryId }),
    ...(isLow && { isLow: 'true' }),
  }
  const pages = usePages(assetCatalogue.models, { query: filters }, { keepPrevious: true })
  const isFiltered = asked !== '' || categoryId !== null || isLow
  return (
    <>
      <CompanyNav current="asset-models" />
      <Page
        title={words.title}
        about={words.about}
        width="wide"
        actions={
          <>
            <ExportLink route={assetCatalogue.models} query={filters} />
            <Button variant="primary" onPress={() => setEdited('new')}>
              {words.add}
            </Button>
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
            allowDeselect={false}
            searchable
            aria-label={words.category}
            data={[
              { value: every, label: words.everyCategory },
              ...categories.map(({ id, name }) => ({ value: id, label: name })),
            ]}
            value={categoryId ?? every}
            onChange={(next) => change({ category: next || null })}
          />
          <Checkbox
            label={words.onlyLow}
            checked={isLow}
            onChange={(event) => change({ low: event.currentTarget.checked ? 'true' : null })}
          />
        </div>
        {pages.error ? (
          <ProblemNotice problem={pages.error} onRetry={() => void pages.refetch()} />
        ) : !pages.data ? (
          <SkeletonRows rows={8} lines={2} />
        ) : pages.items.length === 0 ? (
          <EmptyState shape="list" title={isFiltered ? words.nothingFits : words.empty}>
            {isFiltered ? words.nothingFitsAbout : words.emptyAbout}
          </EmptyState>
        ) : (
          [true, false].map((isActive) => (
            <RowSection key={String(isActive)} title={isActive ? catalogueWords.used : catalogueWords.unused}>
              {pages.items
                .filter((model) => model.isActive === isActive)
                .map((model) => (
                  <ModelRow key={model.id} model={model} onEdit={() => setEdited(model)} />
                ))}
            </RowSection>
          ))
        )}
        {pages.hasNextPage ? (
          <LoadMore
            label={words.more}
            busy={pages.isFetchingNextPage}
            onPress={() => void pages.fetchNextPage()}
          />
        ) : null}
      </Page>
      {edited ? (
        <ModelDialog model={edited === 'new' ? null : edited} onClose={() => setEdited(null)} />
      ) : null}
    </>
  )
}

function ModelRow({ model, onEdit }: { model: AssetModel; onEdit: () => void }) {
  const { id, name, isActive, version, assetCount, availableCount, minimumInStock } = model
  const change = useCommand(assetCatalogue.changeModel)
  const remove = useCommand(assetCatalogue.retireModel)
  const params = { id }
  const isShort = isActive && minimumInStock !== null && availableCount < minimumInStock
  return (
    <CatalogueRow
      name={[model.manufacturerName, name].filter(Boolean).join(' ')}
      isActive={isActive}
      about={[
        model.categoryName,
        model.modelNumber,
        catalogueWords.things(assetCount),
        words.available(availableCount),
        isShort ? words.short(minimumInStock) : null,
        model.isRequestable ? words.requestable : null,
      ]}
      onEdit={onEdit}
      toggle={{
        ...change,
        mutateAsync: () => change.mutateAsync({ params, body: { isActive: !isActive }, ifMatch: version }),
      }}
      removal={
        assetCount === 0
          ? { ...remove, mutateAsync: () => remove.mutateAsync({ params, ifMatch: version }) }
          : null
      }
    />
  )
}
