import { type ReactNode, useState } from 'react'
import { Button } from '../../ui/Button.tsx'
import { ConfirmDialog } from '../../ui/ConfirmDialog.tsx'
import { EmptyState } from '../../ui/EmptyState.tsx'
import { Page } from '../../ui/Page.tsx'
import { ProblemNotice } from '../../ui/ProblemNotice.tsx'
import { SkeletonRows } from '../../ui/SkeletonRows.tsx'
import { toast } from '../../ui/toast.tsx'
import { keptWords } from '../words.ts'
import { CompanyNav } from './CompanyNav.tsx'
import { SettingList, SettingRow } from './SettingRow.tsx'

type Kept = { id: string; name: string }

type KeptPageProps<Item extends Kept> = {
  /** Its id among the places of the settings. */
  place: string
  words: {
    title: string
    about: string
    add: string
    empty: string
    emptyAbout: string
    /** What deleting one means, and the button that does it. */
    consequence?: string
    confirm?: string
  }
  /** How the list is taken out, where it can be. */
  taken?: ReactNode
  items: { data: { data: readonly Item[] } | undefined; error: unknown; refetch: () => unknown }
  /** How it stands in the list; its name where nothing is said. */
  nameOf?: (item: Item) => string
  aboutOf: (item: Item) => ReactNode
  /** Below what it is. */
  moreOf?: (item: Item) => ReactNode
  mayChange?: (item: Item) => boolean
  /** The dialog that makes one, or changes this one. */
  editor: (item: Item | null, onClose: () => void) => ReactNode
  /** Both are missing where nothing is ever deleted. */
  removal?: { isPending: boolean; error: unknown }
  onRemove?: (id: string, done: { onSuccess: () => void }) => void
}

/** Named things that a desk or a company keeps: their list, a dialog for one, and deleting one after a question. */
export function KeptPage<Item extends Kept>({
  place,
  words,
  taken,
  items: { data, error, refetch },
  nameOf = ({ name }) => name,
  aboutOf,
  moreOf,
  mayChange = () => true,
  editor,
  removal,
  onRemove,
}: KeptPageProps<Item>) {
  const [opened, setOpened] = useState<Item | 'new' | null>(null)
  const [leaving, setLeaving] = useState<Item | null>(null)
  const add = (
    <Button variant="primary" onPress={() => setOpened('new')}>
      {words.add}
    </Button>
  )
  const drop = ({ id, name }: Item) =>
    onRemove?.(id, {
      onSuccess: () => {
        setLeaving(null)
        toast(keptWords.removed(name))
      },
    })
  return (
    <>
      <CompanyNav current={place} />
      <Page
        title={words.title}
        about={words.about}
        actions={
          <>
            {taken}
            {add}
          </>
        }
        width="wide"
      >
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
            {data.data.map((item) => (
              <SettingRow
                key={item.id}
                name={nameOf(item)}
                about={aboutOf(item)}
                acts={
                  mayChange(item)
                    ? {
                        edit: keptWords.edit(item.name),
                        onEdit: () => setOpened(item),
                        ...(onRemove && {
                          remove: keptWords.remove(item.name),
                          onRemove: () => setLeaving(item),
                        }),
                      }
                    : null
                }
              >
                {moreOf?.(item)}
              </SettingRow>
            ))}
          </SettingList>
        )}
      </Page>
      {opened ? editor(opened === 'new' ? null : opened, () => setOpened(null)) : null}
      {leaving ? (
        <ConfirmDialog
          opened
          onClose={() => setLeaving(null)}
          title={keptWords.removeQuestion(leaving.name)}
          consequence={words.consequence ?? ''}
          confirmLabel={words.confirm ?? ''}
          busy={removal?.isPending ?? false}
          problem={removal?.error}
          onConfirm={() => drop(leaving)}
        />
      ) : null}
    </>
  )
}
