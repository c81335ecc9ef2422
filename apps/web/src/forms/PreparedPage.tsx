import { deskManagement, forms } from '@deskhand/contract'
import { Select } from '@mantine/core'
import { useState } from 'react'
import { useAddressQuery } from '../address.ts'
import { useCommand, useRead } from '../api.ts'
import type { Template } from '../catalogue/parts/TemplateChips.tsx'
import { CompanyNav } from '../company/parts/CompanyNav.tsx'
import { SettingList, SettingRow } from '../company/parts/SettingRow.tsx'
import { companyWords } from '../company/words.ts'
import { RefusedPage } from '../shell/RefusedPage.tsx'
import { holds, useMe } from '../shell/session.ts'
import { Button } from '../ui/Button.tsx'
import { EmptyState } from '../ui/EmptyState.tsx'
import { Page } from '../ui/Page.tsx'
import { ProblemNotice } from '../ui/ProblemNotice.tsx'
import { problemOf } from '../ui/problem.ts'
import { SkeletonRows } from '../ui/SkeletonRows.tsx'
import { toast } from '../ui/toast.tsx'
import { preparedWords as words } from './designer/words.ts'
import { PreparedDialog } from './PreparedDialog.tsx'
import classes from './PreparedPage.module.css'

/** Answers that are prepared under a name, by kind of request. */
export default function PreparedPage() {
  const me = useMe()
  return holds(me, 'forms.manage') ? (
    <>
      <CompanyNav current="prepared" />
      <Kinds />
    </>
  ) : (
    <RefusedPage>{companyWords.refused}</RefusedPage>
  )
}

function Kinds() {
  const { query, change } = useAddressQuery()
  const { data, error, refetch } = useRead(deskManagement.listRequestTypes, {})
  const [opened, setOpened] = useState<Template | 'new' | null>(null)
  const kinds = data?.data.filter(({ isActive }) => isActive) ?? []
  const kind = kinds.find(({ id }) => id === query.get('kind')) ?? kinds[0] ?? null
  const add = kind ? (
    <Button variant="primary" onPress={() => setOpened('new')}>
      {words.add}
    </Button>
  ) : null
  return (
    <Page title={words.title} about={words.about} actions={add} width="wide">
      {error ? (
        <ProblemNotice problem={error} onRetry={() => void refetch()} />
      ) : !data ? (
        <SkeletonRows rows={6} lines={2} />
      ) : !kind ? (
        <EmptyState shape="page" title={words.noKinds}>
          {words.noKindsAbout}
        </EmptyState>
      ) : (
        <>
          <Select
            searchable
            className={classes.kind ?? ''}
            label={words.kind}
            allowDeselect={false}
            data={kinds.map(({ id, name }) => ({ value: id, label: name }))}
            value={kind.id}
            onChange={(next) => change({ kind: next })}
          />
          <Prepared key={kind.id} kind={kind} onEdit={setOpened} />
        </>
      )}
      {kind && opened ? (
        <PreparedDialog
          kind={kind}
          template={opened === 'new' ? null : opened}
          onClose={() => setOpened(null)}
        />
      ) : null}
    </Page>
  )
}

type PreparedProps = { kind: { id: string; name: string }; onEdit: (template: Template) => void }

function Prepared({ kind, onEdit }: PreparedProps) {
  const params = { id: kind.id }
  const { data, error, refetch } = useRead(forms.listTemplates, { params })
  const remove = useCommand(forms.removeTemplate)
  const create = useCommand(forms.createTemplate)
  const onError = (thrown: unknown) => toast(words.failed(problemOf(thrown)?.detail ?? ''))
  function drop({ id, name, summary, description, answers }: Template) {
    const undo = () => create.mutate({ params, body: { name, summary, description, answers } }, { onError })
    remove.mutate({ params: { id } }, { onError, onSuccess: () => toast(words.removed(name), { undo }) })
  }
  if (error) return <ProblemNotice problem={error} onRetry={() => void refetch()} />
  if (!data) return <SkeletonRows rows={4} lines={2} />
  if (data.data.length === 0) {
    return (
      <EmptyState shape="page" title={words.empty}>
        {words.emptyAbout}
      </EmptyState>
    )
  }
  return (
    <SettingList label={words.list(kind.name)}>
      {data.data.map((template) => (
        <SettingRow
          key={template.id}
          name={template.name}
          about={[template.summary, words.answers(Object.keys(template.answers).length)]
            .filter(Boolean)
            .join('\n')}
          acts={{
            edit: words.edit(template.name),
            onEdit: () => onEdit(template),
            remove: words.remove(template.name),
            onRemove: () => drop(template),
          }}
        />
      ))}
    </SettingList>
  )
}
