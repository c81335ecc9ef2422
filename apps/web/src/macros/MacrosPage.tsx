import { desks, macros, type ReplyOf } from '@deskhand/contract'
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
import { MacroDialog } from './MacroDialog.tsx'
import { MacroSteps } from './MacroSteps.tsx'
import { editorWords, macroPageWords as words } from './words.ts'

export type Macro = ReplyOf<typeof macros.list>['data'][number]

/** The macros of the desks that one leads. */
export default function MacrosPage() {
  const me = useMe()
  return holds(me, 'requests.supervise') ? <All /> : <RefusedPage>{words.refused}</RefusedPage>
}

function All() {
  const { data, error, refetch } = useRead(macros.list, {})
  const teams = useRead(desks.teams, {}, { staleTime: 300_000 })
  const [opened, setOpened] = useState<Macro | 'new' | null>(null)
  const [leaving, setLeaving] = useState<Macro | null>(null)
  const remove = useCommand(macros.remove)
  const add = (
    <Button variant="primary" onPress={() => setOpened('new')}>
      {words.add}
    </Button>
  )
  const drop = ({ id, name }: Macro) =>
    remove.mutate(
      { params: { id } },
      {
        onSuccess: () => {
          setLeaving(null)
          toast(editorWords.removed(name))
        },
      },
    )
  return (
    <>
      <CompanyNav current="macros" />
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
            {data.data.map((macro) => (
              <SettingRow
                key={macro.id}
                name={macro.name}
                about={macro.deskName}
                acts={
                  macro.mayChange
                    ? {
                        edit: editorWords.edit(macro.name),
                        onEdit: () => setOpened(macro),
                        remove: editorWords.remove(macro.name),
                        onRemove: () => setLeaving(macro),
                      }
                    : null
                }
              >
                <MacroSteps
                  steps={macro.steps}
                  teamName={
                    teams.data?.data.find(({ id }) => id === macro.steps.assignedTeamId)?.name ?? null
                  }
                />
              </SettingRow>
            ))}
          </SettingList>
        )}
      </Page>
      {opened ? (
        <MacroDialog macro={opened === 'new' ? null : opened} onClose={() => setOpened(null)} />
      ) : null}
      {leaving ? (
        <ConfirmDialog
          opened
          onClose={() => setLeaving(null)}
          title={editorWords.removeQuestion(leaving.name)}
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
