import { type Licence, licences } from '@deskhand/contract'
import { useParams } from '@tanstack/react-router'
import { useState } from 'react'
import { useCommand, useRead } from '../api.ts'
import { thingWords } from '../assets/thingWords.ts'
import { useUndo } from '../operations/useUndo.tsx'
import { RefusedPage } from '../shell/RefusedPage.tsx'
import { holds, keeps, useMe } from '../shell/session.ts'
import { Button } from '../ui/Button.tsx'
import { ConfirmDialog } from '../ui/ConfirmDialog.tsx'
import { Page } from '../ui/Page.tsx'
import { ProblemNotice } from '../ui/ProblemNotice.tsx'
import { PropertyList } from '../ui/PropertyList.tsx'
import { SkeletonRows } from '../ui/SkeletonRows.tsx'
import { toast } from '../ui/toast.tsx'
import classes from './Licences.module.css'
import { LicenceDialog } from './parts/LicenceDialog.tsx'
import { LicenceHistory } from './parts/LicenceHistory.tsx'
import { LicenceKey } from './parts/LicenceKey.tsx'
import { SeatsBar } from './parts/SeatsBar.tsx'
import { SeatsSection } from './parts/SeatsSection.tsx'
import { TermsSection } from './parts/TermsSection.tsx'
import { licenceWords as words } from './words.ts'

/** One licence: who has its seats, until when it holds, and what happened to it. */
export default function LicencePage() {
  return holds(useMe(), 'assets.read') ? <One /> : <RefusedPage>{words.refused}</RefusedPage>
}

function One() {
  const { id = '' } = useParams({ strict: false })
  const { data, error, refetch } = useRead(licences.get, { params: { id } })
  if (data) return <Whole licence={data} />
  return (
    <Page title={words.title} width="wide">
      {error ? <ProblemNotice problem={error} onRetry={() => void refetch()} /> : <SkeletonRows rows={8} />}
    </Page>
  )
}

function Whole({ licence }: { licence: Licence }) {
  const { name, publisher, kind, retiredAt, isOver } = licence
  const mayWork = keeps(useMe(), licence) && !retiredAt
  const [isOpen, setOpen] = useState<'edit' | 'retire' | null>(null)
  const close = () => setOpen(null)
  const { undo, dialog } = useUndo()
  const retire = useCommand(licences.retire, {
    onSuccess: ({ operationId }) => {
      toast(words.retiredToast(name), { undo: () => undo(operationId, 1) })
      close()
    },
  })
  return (
    <Page
      title={name}
      about={[publisher, words.kinds[kind], isOver ? words.over : null].filter(Boolean).join(' · ')}
      width="wide"
      actions={
        mayWork ? (
          <>
            <Button onPress={() => setOpen('edit')}>{words.edit}</Button>
            <Button variant="danger" onPress={() => setOpen('retire')}>
              {words.retire}
            </Button>
          </>
        ) : null
      }
    >
      {retiredAt ? <p className={classes.bad}>{words.retiredAbout}</p> : null}
      <SeatsBar licence={licence} />
      <section className={classes.section} aria-label={words.facts}>
        <PropertyList properties={factsOf(licence)} />
      </section>
      <SeatsSection licence={licence} mayWork={mayWork} />
      <TermsSection licence={licence} mayWork={mayWork} />
      <LicenceHistory id={licence.id} />
      {isOpen === 'edit' ? <LicenceDialog licence={licence} onClose={close} /> : null}
      <ConfirmDialog
        opened={isOpen === 'retire'}
        onClose={close}
        title={words.retireTitle(name)}
        consequence={words.retireAbout(licence.used)}
        confirmLabel={words.retire}
        busy={retire.isPending}
        problem={retire.error}
        onConfirm={() => retire.mutate({ params: { id: licence.id }, ifMatch: licence.version })}
      />
      {dialog}
    </Page>
  )
}

function factsOf(licence: Licence) {
  const { owner, deskName, supplier, orderNumber, minimumFree, software, installed, notes } = licence
  return [
    { label: words.key, value: <LicenceKey licence={licence} /> },
    {
      label: words.software,
      value: software ? (
        <>
          <a href={`/software/${software.id}`}>{software.name}</a>
          {installed ? `, ${words.installed(installed.installs, installed.entitled)}. ` : null}
          {installed && installed.installs > installed.entitled ? (
            <span className={classes.bad}>{words.tooMany}</span>
          ) : null}
        </>
      ) : null,
    },
    { label: words.minimumFree, value: minimumFree },
    { label: words.owner, value: owner ? <a href={`/people/${owner.id}`}>{owner.name}</a> : null },
    { label: thingWords.keptBy, value: deskName ?? thingWords.anyDesk },
    { label: words.supplier, value: supplier },
    { label: words.orderNumber, value: orderNumber },
    { label: words.notes, value: notes },
  ]
}
