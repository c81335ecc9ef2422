import { type ReplyOf, tasks } from '@deskhand/contract'
import { useState } from 'react'
import { useCommand, useRead } from '../api.ts'
import { CompanyNav } from '../company/parts/CompanyNav.tsx'
import { SettingList, SettingRow } from '../company/parts/SettingRow.tsx'
import { RefusedPage } from '../shell/RefusedPage.tsx'
import { holds, useMe } from '../shell/session.ts'
import { Button } from '../ui/Button.tsx'
import { ConfirmDialog } from '../ui/ConfirmDialog.tsx'
import { EmptyState } from '../ui/EmptyState.tsx'
import { Page } from '../ui/Page.tsx'
import { ProblemNotice } from '../ui/ProblemNotice.tsx'
import { SkeletonRows } from '../ui/SkeletonRows.tsx'
import { toast } from '../ui/toast.tsx'
import { ChecklistDialog } from './ChecklistDialog.tsx'
import { checklistWords as words } from './words.ts'

export type Checklist = ReplyOf<typeof tasks.templates>['data'][number]

/** The checklists of the desks that one leads. */
export default function ChecklistsPage() {
  const me = useMe()
  return holds(me, 'requests.supervise') ? <All /> : <RefusedPage>{words.refused}</RefusedPage>
}

function aboutOf({ deskName, items }: Checklist): string {
  const mandatory = items.filter(({ isMandatory }) => isMandatory).length
  return [deskName, words.items(items.length), mandatory > 0 ? words.mandatory(mandatory) : null]
    .filter(Boolean)
    .join(' · ')
}

function All() {
  const { data, error, refetch } = useRead(tasks.templates, {})
  const [opened, setOpened] = useState<Checklist | 'new' | null>(null)
  const [leaving, setLeaving] = useState<Checklist | null>(null)
  const remove = useCommand(tasks.removeTemplate)
  const add = (
    <Button variant="primary" onPress={() => setOpened('new')}>
      {words.add}
    </Button>
  )
  const drop = ({ id, name }: Checklist) =>
    remove.mutate(
      { params: { id } },
      {
        onSuccess: () => {
          setLeaving(null)
          toast(words.removed(name))
        },
      },
    )
  return (
    <>
      <CompanyNav current="checklists" />
      <Page title={words.title} about={words.about} actions={add} width="wide">
        {error ? (
          <ProblemNotice problem={error} onRetry={() => void refetch()} />
        ) : !data ? (
          <SkeletonRows rows={6} lines={2} />
        ) : data.data.length === 0 ? (
          <EmptyState shape="list" title={words.empty}>
            {words.emptyAbout}
          </EmptyState>
        ) : (
          <SettingList label={words.title}>
            {data.data.map((checklist) => (
              <SettingRow
                key={checklist.id}
                name={checklist.name}
                about={`${aboutOf(checklist)}\n${checklist.items.map(({ title }) => title).join(' · ')}`}
                acts={{
                  edit: words.edit(checklist.name),
                  onEdit: () => setOpened(checklist),
                  remove: words.remove(checklist.name),
                  onRemove: () => setLeaving(checklist),
                }}
              />
            ))}
          </SettingList>
        )}
      </Page>
      {opened ? (
        <ChecklistDialog checklist={opened === 'new' ? null : opened} onClose={() => setOpened(null)} />
      ) : null}
      {leaving ? (
        <ConfirmDialog
          opened
          onClose={() => setLeaving(null)}
          title={words.removeQuestion(leaving.name)}
          consequence={words.consequence}
          confirmLabel={words.confirm}
          busy={remove.isPending}
          problem={remove.error}
          onConfirm={() => drop(leaving)}
        />
      ) : null}
    </>
  )
}
