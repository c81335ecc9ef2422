import { type AssetCategory, assetCatalogue, desks } from '@deskhand/contract'
import { useState } from 'react'
import { useCommand, useRead } from '../api.ts'
import { CompanyNav } from '../company/parts/CompanyNav.tsx'
import { RefusedPage } from '../shell/RefusedPage.tsx'
import { holds, useMe } from '../shell/session.ts'
import { Button } from '../ui/Button.tsx'
import { EmptyState } from '../ui/EmptyState.tsx'
import { ExportLink } from '../ui/ExportLink.tsx'
import { Page } from '../ui/Page.tsx'
import { ProblemNotice } from '../ui/ProblemNotice.tsx'
import { SkeletonRows } from '../ui/SkeletonRows.tsx'
import { CategoryDialog } from './CategoryDialog.tsx'
import { CatalogueRow } from './parts/CatalogueRow.tsx'
import { RowSection } from './parts/RowSection.tsx'
import { catalogueWords, categoryWords as words } from './words.ts'

/** What kinds of things the company keeps. */
export default function CategoriesPage() {
  const me = useMe()
  return holds(me, 'assets.manage') ? <All /> : <RefusedPage>{catalogueWords.refused}</RefusedPage>
}

function All() {
  const [edited, setEdited] = useState<AssetCategory | 'new' | null>(null)
  const { data, error, refetch } = useRead(assetCatalogue.categories, {})
  const categories = data?.data ?? []
  return (
    <>
      <CompanyNav current="asset-categories" />
      <Page
        title={words.title}
        about={words.about}
        width="wide"
        actions={
          <>
            <ExportLink route={assetCatalogue.categories} query={{}} />
            <Button variant="primary" onPress={() => setEdited('new')}>
              {words.add}
            </Button>
          </>
        }
      >
        {error ? (
          <ProblemNotice problem={error} onRetry={() => void refetch()} />
        ) : !data ? (
          <SkeletonRows rows={8} lines={2} />
        ) : categories.length === 0 ? (
          <EmptyState shape="list" title={words.empty}>
            {words.emptyAbout}
          </EmptyState>
        ) : (
          [true, false].map((isActive) => (
            <RowSection key={String(isActive)} title={isActive ? catalogueWords.used : catalogueWords.unused}>
              {categories
                .filter((category) => category.isActive === isActive)
                .map((category) => (
                  <CategoryRow key={category.id} category={category} onEdit={() => setEdited(category)} />
                ))}
            </RowSection>
          ))
        )}
      </Page>
      {edited ? (
        <CategoryDialog category={edited === 'new' ? null : edited} onClose={() => setEdited(null)} />
      ) : null}
    </>
  )
}

function CategoryRow({ category, onEdit }: { category: AssetCategory; onEdit: () => void }) {
  const { id, name, isActive, version, fields, modelCount, assetCount } = category
  const allDesks = useRead(desks.list, {}, { staleTime: 300_000 })
  const change = useCommand(assetCatalogue.changeCategory)
  const remove = useCommand(assetCatalogue.retireCategory)
  const params = { id }
  const isUnused = modelCount === 0 && assetCount === 0
  return (
    <CatalogueRow
      name={name}
      isActive={isActive}
      about={[
        words.tags(category.tagPrefix),
        allDesks.data?.data.find((desk) => desk.id === category.deskId)?.name ?? null,
        catalogueWords.things(assetCount),
        catalogueWords.models(modelCount),
        fields.length > 0 ? words.fieldCount(fields.length) : null,
        category.requiresAcceptance ? words.signs : null,
        category.bearsData ? words.wiped : null,
      ]}
      onEdit={onEdit}
      toggle={{
        ...change,
        mutateAsync: () => change.mutateAsync({ params, body: { isActive: !isActive }, ifMatch: version }),
      }}
      removal={
        isUnused ? { ...remove, mutateAsync: () => remove.mutateAsync({ params, ifMatch: version }) } : null
      }
    />
  )
}
