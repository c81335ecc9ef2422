import { type Import, importPermissions, importResources, imports } from '@deskhand/contract'
import { NativeSelect } from '@mantine/core'
import { useRouter } from '@tanstack/react-router'
import { useState } from 'react'
import { useRead } from '../api.ts'
import { CompanyNav } from '../company/parts/CompanyNav.tsx'
import rowClasses from '../desks/Desks.module.css'
import { RefusedPage } from '../shell/RefusedPage.tsx'
import { holds, useMe } from '../shell/session.ts'
import { EmptyState } from '../ui/EmptyState.tsx'
import { FilePicker } from '../ui/FilePicker.tsx'
import { Page } from '../ui/Page.tsx'
import { ProblemNotice } from '../ui/ProblemNotice.tsx'
import { SectionTitle } from '../ui/SectionTitle.tsx'
import { SkeletonRows } from '../ui/SkeletonRows.tsx'
import { TimeText } from '../ui/TimeText.tsx'
import { useUploads } from '../uploads.ts'
import classes from './Imports.module.css'
import { importWords as words } from './words.ts'

/** Where a list is dropped, and what was imported before. */
export default function ImportsPage() {
  return holds(useMe(), 'assets.work') ? <All /> : <RefusedPage>{words.refused}</RefusedPage>
}

function All() {
  return (
    <>
      <CompanyNav current="imports" />
      <Page title={words.title} about={words.about} width="wide">
        <Upload />
        <Earlier />
      </Page>
    </>
  )
}

function Upload() {
  const me = useMe()
  const router = useRouter()
  const [resource, setResource] = useState('')
  const uploads = useUploads(imports.upload, {
    ...(resource ? { fields: { resource } } : {}),
    onArrived: (id) => router.history.push(`/company/imports/${id}`),
  })
  return (
    <div className={classes.upload}>
      <NativeSelect
        label={words.what}
        data={[
          { value: '', label: words.guess },
          ...importResources
            .filter((one) => holds(me, importPermissions[one]))
            .map((one) => ({ value: one, label: words.resource(one) })),
        ]}
        value={resource}
        onChange={(event) => setResource(event.currentTarget.value)}
      />
      <FilePicker
        label={words.file}
        help={words.fileHelp}
        isOne
        accept=".csv,.tsv,.txt,.xlsx,text/csv"
        files={uploads.files}
        onAdd={(files) => {
          for (const one of uploads.files) uploads.remove(one.id)
          uploads.add(files.slice(0, 1))
        }}
        onRemove={uploads.remove}
        onRetry={uploads.retry}
      />
    </div>
  )
}

function Earlier() {
  const { data, error, refetch } = useRead(imports.list, {})
  if (error) return <ProblemNotice problem={error} onRetry={() => void refetch()} />
  if (!data) return <SkeletonRows rows={4} lines={2} />
  if (data.data.length === 0) {
    return (
      <EmptyState shape="list" title={words.empty}>
        {words.emptyAbout}
      </EmptyState>
    )
  }
  return (
    <section>
      <SectionTitle>{words.earlier}</SectionTitle>
      <ul className={rowClasses.rows} aria-label={words.earlier}>
        {data.data.map((one) => (
          <Row key={one.id} list={one} />
        ))}
      </ul>
    </section>
  )
}

function Row({ list }: { list: Import }) {
  const { id, fileName, resource, state, newCount, changedCount, faultyCount, undo } = list
  const facts = [
    words.resource(resource),
    undo?.state === 'DONE' ? words.undone : words.states[state],
    state === 'UPLOADED' ? null : `${words.new}: ${newCount.toLocaleString('en')}`,
    changedCount > 0 ? `${words.changed}: ${changedCount.toLocaleString('en')}` : null,
    faultyCount > 0 ? `${words.faulty}: ${faultyCount.toLocaleString('en')}` : null,
  ]
  return (
    <li className={rowClasses.row}>
      <div>
        <p className={rowClasses.name}>
          <a href={`/company/imports/${id}`}>{fileName}</a>
        </p>
        <p className={rowClasses.about}>
          <TimeText at={list.createdAt} /> {words.byWhom(list.createdByName)} ·{' '}
          {facts.filter(Boolean).join(' · ')}
        </p>
      </div>
    </li>
  )
}
