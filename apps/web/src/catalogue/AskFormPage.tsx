import { desks, forms, requestDrafts } from '@deskhand/contract'
import { useParams } from '@tanstack/react-router'
import { useState } from 'react'
import { useRead } from '../api.ts'
import { EmptyState } from '../ui/EmptyState.tsx'
import { Page, useTitle } from '../ui/Page.tsx'
import { ProblemNotice } from '../ui/ProblemNotice.tsx'
import { AskWaiting } from './AskWaiting.tsx'
import type { Catalogue } from './findTypes.ts'
import { AskForm } from './parts/AskForm.tsx'
import { useScannedPlace } from './useScannedPlace.ts'
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
  return <AskItem key={item} item={item} />
}

function AskItem({ item }: { item: string }) {
  const catalogue = useRead(desks.catalog, {}, { staleTime: 300_000 })
  const found = catalogue.data ? itemIn(catalogue.data, item) : null
  // Asked for somebody else, a form begins with what is known of them.
  const [personId, setPersonId] = useState<string | null>(null)
  const scanned = useScannedPlace()
  const { place } = scanned
  const details = useRead(
    forms.item,
    {
      params: { id: item },
      query: { ...(personId && { onBehalfOfId: personId }), ...(place && { placeId: place.id }) },
    },
    { enabled: found !== null && !scanned.isPending, keepPrevious: true, staleTime: 60_000 },
  )
  const drafts = useRead(requestDrafts.list, {}, { staleTime: 0 })
  // What another tab or device saved meanwhile must not be written over by what this one remembers.
  const isWaiting =
    !catalogue.data ||
    !drafts.isFetchedAfterMount ||
    scanned.isPending ||
    (found !== null && details.isPending)
  if (isWaiting || !catalogue.data) {
    const failed = catalogue.error ?? details.error
    if (!failed) return <AskWaiting />
    return (
      <Page title={askWords.title} width="wide">
        <ProblemNotice
          problem={failed}
          onRetry={() => void (catalogue.error ? catalogue.refetch() : details.refetch())}
        />
      </Page>
    )
  }
  if (!found && item !== other) return <Gone />
  if (found && !details.data) {
    return (
      <Page title={found.type.name} width="wide">
        <ProblemNotice problem={details.error} onRetry={() => void details.refetch()} />
      </Page>
    )
  }
  return (
    <AskForm
      item={item}
      desks={catalogue.data.desks}
      type={found?.type ?? null}
      typeDesk={found?.desk ?? null}
      form={details.data?.form ?? null}
      templates={details.data?.templates ?? []}
      kept={drafts.data?.data.find(({ key }) => key === item) ?? null}
      place={place}
      onElsewhere={scanned.leave}
      onPerson={setPersonId}
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
