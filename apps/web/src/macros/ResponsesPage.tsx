import { macros, type ReplyOf } from '@deskhand/contract'
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
import { ResponseDialog } from './ResponseDialog.tsx'
import { editorWords, responsePageWords as words } from './words.ts'

export type Response = ReplyOf<typeof macros.responses>['data'][number]

/** What is said often: of the desks one works at, and one's own. */
export default function ResponsesPage() {
  const me = useMe()
  return holds(me, 'requests.work') ? <All /> : <RefusedPage>{words.refused}</RefusedPage>
}

function All() {
  const { data, error, refetch } = useRead(macros.responses, {})
  const [opened, setOpened] = useState<Response | 'new' | null>(null)
  const [leaving, setLeaving] = useState<Response | null>(null)
  const remove = useCommand(macros.removeResponse)
  const add = (
    <Button variant="primary" onPress={() => setOpened('new')}>
      {words.add}
    </Button>
  )
  const drop = ({ id, name }: Response) =>
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
      <CompanyNav current="responses" />
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
            {data.data.map((response) => (
              <SettingRow
                key={response.id}
                name={response.name}
                about={`${response.deskName ?? words.mine} · ${response.language}\n${response.text}`}
                acts={
                  response.mayChange
                    ? {
                        edit: editorWords.edit(response.name),
                        onEdit: () => setOpened(response),
                        remove: editorWords.remove(response.name),
                        onRemove: () => setLeaving(response),
                      }
                    : null
                }
              />
            ))}
          </SettingList>
        )}
      </Page>
      {opened ? (
        <ResponseDialog response={opened === 'new' ? null : opened} onClose={() => setOpened(null)} />
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
