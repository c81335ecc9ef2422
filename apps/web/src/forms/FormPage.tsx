import { desks, forms, people } from '@deskhand/contract'
import { MultiSelect } from '@mantine/core'
import { useParams, useRouter } from '@tanstack/react-router'
import { useMemo, useState } from 'react'
import { useCommand, useRead } from '../api.ts'
import { CompanyNav } from '../company/parts/CompanyNav.tsx'
import { companyWords } from '../company/words.ts'
import { type Command, useCommands } from '../shell/commands.ts'
import { RefusedPage } from '../shell/RefusedPage.tsx'
import { holds, useMe } from '../shell/session.ts'
import { UnsavedGuard } from '../shell/UnsavedGuard.tsx'
import { Button } from '../ui/Button.tsx'
import { ConfirmDialog } from '../ui/ConfirmDialog.tsx'
import { EmptyState } from '../ui/EmptyState.tsx'
import { Page } from '../ui/Page.tsx'
import { ProblemNotice } from '../ui/ProblemNotice.tsx'
import { SkeletonRows } from '../ui/SkeletonRows.tsx'
import { toast } from '../ui/toast.tsx'
import { Canvas } from './designer/Canvas.tsx'
import classes from './designer/Designer.module.css'
import { chooseFormFile, saveFormFile } from './designer/formFile.ts'
import { Palette } from './designer/Palette.tsx'
import { Properties } from './designer/Properties.tsx'
import { PublishDialog } from './designer/PublishDialog.tsx'
import { TestRun } from './designer/TestRun.tsx'
import { type Form, useDesigner } from './designer/useDesigner.ts'
import { useKeepForm } from './designer/useKeepForm.ts'
import { VersionList } from './designer/VersionList.tsx'
import { formsWords, designerWords as words } from './designer/words.ts'

export default function FormPage() {
  const me = useMe()
  return holds(me, 'forms.manage') ? (
    <>
      <CompanyNav current="forms" />
      <Opened />
    </>
  ) : (
    <RefusedPage>{companyWords.refused}</RefusedPage>
  )
}

function Opened() {
  const { id = '' } = useParams({ strict: false })
  const form = useRead(forms.get, { params: { id } })
  if (form.data) return <Builder key={form.data.id} form={form.data} />
  if (!form.error) return <SkeletonRows rows={8} />
  return (
    <EmptyState
      shape="page"
      title={formsWords.gone}
      isPage
      action={<a href="/company/forms">{formsWords.back}</a>}
    />
  )
}

function Builder({ form }: { form: Form }) {
  const designer = useDesigner(form)
  const facets = useRead(people.facets, {}, { staleTime: 300_000 })
  const [shows, setShows] = useState<'versions' | 'publish' | null>(null)
  const [isTesting, setTesting] = useState(false)
  const places = { sites: facets.data?.sites ?? [], departments: facets.data?.departments ?? [] }
  const { definition, isDirty, faults } = designer
  const isNew = isDirty || form.draft !== null
  const state = isDirty
    ? words.unsaved
    : form.draft
      ? formsWords.draft(form.draft.number)
      : form.published
        ? formsWords.published(form.published.number)
        : formsWords.notPublished

  const { saveDraft } = designer
  const commands = useMemo(
    (): Command[] => [
      {
        id: 'forms.save',
        title: words.save,
        scope: 'record',
        group: 'record',
        disabledReason: isDirty ? null : words.nothingNew,
        run: () => void saveDraft(),
      },
      {
        id: 'forms.test',
        title: isTesting ? words.stopTest : words.test,
        scope: 'record',
        group: 'record',
        run: () => setTesting(!isTesting),
      },
    ],
    [isDirty, isTesting, saveDraft],
  )
  useCommands(commands)

  return (
    <Page
      title={form.name}
      width="full"
      heading={
        <>
          <a href="/company/forms">{formsWords.back}</a>
          <h1 className={classes.title}>{form.name}</h1>
        </>
      }
      about={<span role="status">{state}</span>}
      actions={
        <>
          <Button onPress={() => setTesting(!isTesting)}>{isTesting ? words.stopTest : words.test}</Button>
          <Button onPress={() => setShows('versions')}>{words.versions}</Button>
          <Button onPress={() => saveFormFile(form.name, form.description, definition)}>
            {words.export}
          </Button>
          <Button
            onPress={() =>
              chooseFormFile((file) =>
                file ? designer.change(file.definition) : toast(formsWords.importFault),
              )
            }
          >
            {words.import}
          </Button>
          <Button
            busy={designer.isBusy}
            disabledReason={isDirty ? null : words.nothingNew}
            onPress={() => void designer.saveDraft()}
          >
            {words.save}
          </Button>
          <Button
            variant="primary"
            disabledReason={!isNew ? words.nothingNew : (faults[0]?.message ?? null)}
            onPress={() => setShows('publish')}
          >
            {words.publish}
          </Button>
        </>
      }
    >
      <UnsavedGuard isDirty={isDirty} />
      <AskedFor form={form} />
      {faults.length > 0 ? (
        <div className={classes.faults} role="alert">
          <p>{words.faults}</p>
          <ul>
            {faults.map(({ pointer, message }) => (
              <li key={`${pointer} ${message}`}>{message}</li>
            ))}
          </ul>
        </div>
      ) : null}
      <ProblemNotice problem={designer.problem} />
      {isTesting ? (
        <TestRun formId={form.id} definition={definition} {...places} />
      ) : (
        <div className={classes.designer}>
          <Palette onAdd={designer.add} onSection={designer.addSection} />
          <Canvas
            definition={definition}
            place={designer.place}
            onPlace={designer.setPlace}
            onMove={designer.move}
            onRemove={designer.remove}
            onDrop={designer.drop}
            surroundings={{ facts: {}, today: new Date().toISOString().slice(0, 10), ...places }}
          />
          <Properties
            definition={definition}
            place={designer.place}
            kept={designer.kept}
            onChange={designer.change}
            onWhole={() => designer.setPlace(null)}
          />
        </div>
      )}
      <VersionList
        form={form}
        opened={shows === 'versions'}
        onClose={() => setShows(null)}
        onBringBack={designer.change}
      />
      <PublishDialog
        name={form.name}
        opened={shows === 'publish'}
        busy={designer.isBusy}
        problem={designer.problem}
        onClose={() => setShows(null)}
        onPublish={async (note) => {
          if (await designer.publish(note)) setShows(null)
        }}
      />
    </Page>
  )
}

/** Which kinds of request are asked with the form; changed at once. */
function AskedFor({ form }: { form: Form }) {
  const router = useRouter()
  const catalogue = useRead(desks.catalog, {}, { staleTime: 60_000 })
  const keep = useKeepForm()
  const update = useCommand(forms.update, { onSuccess: keep })
  const [isRetiring, setRetiring] = useState(false)
  const remove = useCommand(forms.remove, {
    onSuccess: () => router.history.push('/company/forms'),
  })
  const types = (catalogue.data?.desks ?? []).map((desk) => ({
    group: desk.name,
    items: desk.categories.flatMap(({ requestTypes }) =>
      requestTypes.map(({ id, name }) => ({ value: id, label: name })),
    ),
  }))
  return (
    <div className={classes.askedFor}>
      <MultiSelect
        label={words.askedFor}
        searchable
        data={types}
        value={form.requestTypes.map(({ id }) => id)}
        onChange={(requestTypeIds) =>
          update.mutate({ params: { id: form.id }, body: { requestTypeIds }, ifMatch: form.version })
        }
      />
      <Button variant="quiet" busy={remove.isPending} onPress={() => setRetiring(true)}>
        {words.retire}
      </Button>
      <ConfirmDialog
        opened={isRetiring}
        onClose={() => setRetiring(false)}
        title={words.retireTitle(form.name)}
        consequence={words.retireAbout}
        confirmLabel={words.retire}
        onConfirm={() => remove.mutate({ params: { id: form.id }, ifMatch: form.version })}
      />
      <ProblemNotice problem={update.error ?? remove.error} />
    </div>
  )
}
