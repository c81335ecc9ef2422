import { desks } from '@deskhand/contract'
import { useParams } from '@tanstack/react-router'
import { useRead } from '../api.ts'
import { EmptyState } from '../ui/EmptyState.tsx'
import { Page, useTitle } from '../ui/Page.tsx'
import { ProblemNotice } from '../ui/ProblemNotice.tsx'
import { SkeletonRows } from '../ui/SkeletonRows.tsx'
import type { Catalogue } from './findTypes.ts'
import { AskForm } from './parts/AskForm.tsx'
import { askWords, formWords as words } from './words.ts'

/** The one item that is in no catalogue: own words, and a desk to send them to. */
const other = 'other'

function itemIn(catalogue: Catalogue, id: string) {
  for (const desk of catalogue.desks) {
    for (const category of desk.categories) {
      const type = category.requestTypes.find((one) => one.id === id)
      if (type) return { desk, type }
    }
  }
  return null
}

export default function AskFormPage() {
  const { item = other } = useParams({ strict: false })
  const catalogue = useRead(desks.catalog, {}, { staleTime: 300_000 })
  if (!catalogue.data) {
    return (
      <Page title={askWords.title} width="wide">
        <ProblemNotice problem={catalogue.error} onRetry={() => void catalogue.refetch()} />
        {catalogue.isPending ? <SkeletonRows rows={5} /> : null}
      </Page>
    )
  }
  const found = itemIn(catalogue.data, item)
  if (!found && item !== other) return <Gone />
  return (
    <AskForm
      key={item}
      item={item}
      desks={catalogue.data.desks}
      type={found?.type ?? null}
      typeDesk={found?.desk ?? null}
    />
  )
}

function Gone() {
  useTitle(words.gone)
  return (
    <EmptyState shape="page" title={words.gone} isPage action={<a href="/ask">{words.back}</a>}>
      {words.goneAbout}
    </EmptyState>
  )
}
