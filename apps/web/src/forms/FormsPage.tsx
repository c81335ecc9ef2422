import { forms, type ReplyOf } from '@deskhand/contract'
import { TextInput } from '@mantine/core'
import { useRouter } from '@tanstack/react-router'
import { useState } from 'react'
import { useCommand, useRead } from '../api.ts'
import { CompanyNav } from '../company/parts/CompanyNav.tsx'
import { companyWords } from '../company/words.ts'
import { RefusedPage } from '../shell/RefusedPage.tsx'
import { holds, useMe } from '../shell/session.ts'
import { Button } from '../ui/Button.tsx'
import { Dialog } from '../ui/Dialog.tsx'
import { EmptyState } from '../ui/EmptyState.tsx'
import { LinkRow, LinkRows } from '../ui/LinkRow.tsx'
import { Page } from '../ui/Page.tsx'
import { ProblemNotice } from '../ui/ProblemNotice.tsx'
import { SkeletonRows } from '../ui/SkeletonRows.tsx'
import { TimeText } from '../ui/TimeText.tsx'
import { toast } from '../ui/toast.tsx'
import { chooseFormFile } from './designer/formFile.ts'
import { formsWords as words } from './designer/words.ts'

type Row = ReplyOf<typeof forms.list>['data'][number]

/** Every form of the company, what it is asked for, and which version. */
export default function FormsPage() {
  const me = useMe()
  return holds(me, 'forms.manage') ? (
    <>
      <CompanyNav current="forms" />
      <Forms />
    </>
  ) : (
    <RefusedPage>{companyWords.refused}</RefusedPage>
  )
}

function Forms() {
  const router = useRouter()
  const list = useRead(forms.list, {})
  const [isNaming, setNaming] = useState(false)
  const [name, setName] = useState('')
  const create = useCommand(forms.create, {
    onSuccess: ({ id }) => router.history.push(`/company/forms/${id}`),
  })
  const importFile = () =>
    chooseFormFile((file) => {
      if (!file) return toast(words.importFault)
      create.mutate({
        body: {
          name: file.name,
          definition: file.definition,
          ...(file.description ? { description: file.description } : {}),
        },
      })
    })
  return (
    <Page
      title={words.title}
      about={words.about}
      width="wide"
      actions={
        <>
          <Button onPress={importFile}>{words.import}</Button>
          <Button variant="primary" onPress={() => setNaming(true)}>
            {words.create}
          </Button>
        </>
      }
    >
      <ProblemNotice problem={list.error ?? (isNaming ? null : create.error)} />
      {list.isPending ? <SkeletonRows rows={8} /> : null}
      {list.data?.data.length === 0 ? (
        <EmptyState shape="page" title={words.empty}>
          {words.emptyAbout}
        </EmptyState>
      ) : null}
      <LinkRows label={words.list}>
        {(list.data?.data ?? []).map((form) => (
          <LinkRow
            key={form.id}
            href={`/company/forms/${form.id}`}
            title={form.name}
            about={aboutOf(form)}
            end={<TimeText at={form.updatedAt} />}
          />
        ))}
      </LinkRows>
      <Dialog
        opened={isNaming}
        onClose={() => setNaming(false)}
        title={words.create}
        confirmLabel={words.create}
        busy={create.isPending}
        problem={create.error}
        onConfirm={() => {
          if (name.trim() !== '') create.mutate({ body: { name: name.trim() } })
        }}
      >
        <TextInput
          label={words.name}
          description={words.nameAbout}
          maxLength={120}
          value={name}
          onChange={(event) => setName(event.currentTarget.value)}
        />
      </Dialog>
    </Page>
  )
}

const aboutOf = ({ requestTypes, published, draft }: Row) =>
  [
    requestTypes.length > 0 ? requestTypes.map(({ name }) => name).join(', ') : words.nobody,
    published ? words.published(published.number) : words.notPublished,
    draft ? words.draft(draft.number) : null,
  ]
    .filter(Boolean)
    .join(' · ')
