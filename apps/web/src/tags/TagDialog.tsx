import { type ReplyOf, tags } from '@deskhand/contract'
import { Select, Textarea, TextInput } from '@mantine/core'
import { useState } from 'react'
import { useCommand } from '../api.ts'
import { useUndo } from '../operations/useUndo.tsx'
import { ConfirmDialog } from '../ui/ConfirmDialog.tsx'
import { Dialog } from '../ui/Dialog.tsx'
import { toast } from '../ui/toast.tsx'
import { tagsWords as words } from './words.ts'

export type TagEntry = ReplyOf<typeof tags.list>['data'][number]
export type TagIntent =
  | { kind: 'add' }
  | { kind: 'import' }
  | { kind: 'rename' | 'merge' | 'delete'; tag: TagEntry }

type TagDialogProps = { intent: TagIntent; all: readonly TagEntry[]; onClose: () => void }

/** What is done to the vocabulary, one dialog at a time. */
export function TagDialog({ intent, all, onClose }: TagDialogProps) {
  switch (intent.kind) {
    case 'add':
      return <AddDialog onClose={onClose} />
    case 'import':
      return <ImportDialog onClose={onClose} />
    case 'rename':
      return <RenameDialog tag={intent.tag} onClose={onClose} />
    case 'merge':
      return <MergeDialog tag={intent.tag} all={all} onClose={onClose} />
    case 'delete':
      return <DeleteDialog tag={intent.tag} onClose={onClose} />
  }
}

type Own = { tag: TagEntry; onClose: () => void }

function AddDialog({ onClose }: { onClose: () => void }) {
  const [name, setName] = useState('')
  const create = useCommand(tags.create, {
    onSuccess: (tag) => {
      toast(words.added(tag.name))
      onClose()
    },
  })
  return (
    <Dialog
      opened
      onClose={onClose}
      title={words.addTitle}
      confirmLabel={words.add}
      onConfirm={() => create.mutate({ body: { name } })}
      busy={create.isPending}
      problem={create.error}
    >
      <TextInput
        label={words.name}
        value={name}
        maxLength={40}
        onChange={(event) => setName(event.currentTarget.value)}
      />
    </Dialog>
  )
}

function ImportDialog({ onClose }: { onClose: () => void }) {
  const [csv, setCsv] = useState('')
  const load = useCommand(tags.import, {
    onSuccess: ({ added, known, refused }) => {
      toast(words.imported(added.length, known.length))
      if (refused.length === 0) onClose()
    },
  })
  const refused = load.data?.refused ?? []
  return (
    <Dialog
      opened
      onClose={onClose}
      title={words.importTitle}
      confirmLabel={words.importConfirm}
      onConfirm={() => load.mutate({ body: { csv } })}
      busy={load.isPending}
      problem={load.error}
    >
      <Textarea
        label={words.importField}
        description={words.importHelp}
        value={csv}
        autosize
        minRows={8}
        maxRows={16}
        onChange={(event) => setCsv(event.currentTarget.value)}
        error={refused.length > 0 ? words.refusedLines(refused) : undefined}
      />
    </Dialog>
  )
}

function RenameDialog({ tag, onClose }: Own) {
  const [name, setName] = useState(tag.name)
  const update = useUpdate(onClose)
  return (
    <Dialog
      opened
      onClose={onClose}
      title={words.renameTitle(tag.name)}
      confirmLabel={words.renameConfirm}
      onConfirm={() => update.mutate({ params: { id: tag.id }, ifMatch: tag.version, body: { name } })}
      busy={update.isPending}
      problem={update.error}
    >
      <TextInput
        label={words.name}
        value={name}
        maxLength={40}
        onChange={(event) => setName(event.currentTarget.value)}
      />
    </Dialog>
  )
}

function MergeDialog({ tag, all, onClose }: Own & { all: readonly TagEntry[] }) {
  const [into, setInto] = useState<string | null>(null)
  const update = useUpdate(onClose)
  return (
    <Dialog
      opened
      onClose={onClose}
      title={words.mergeTitle(tag.name)}
      confirmLabel={words.mergeConfirm}
      onConfirm={() => {
        if (into) update.mutate({ params: { id: tag.id }, ifMatch: tag.version, body: { mergeInto: into } })
      }}
      busy={update.isPending}
      problem={update.error}
    >
      <p>{words.mergeHelp(tag.name, tag.count)}</p>
      <Select
        label={words.into}
        value={into}
        onChange={setInto}
        searchable
        data={all.filter(({ id }) => id !== tag.id).map(({ id, name }) => ({ value: id, label: name }))}
      />
    </Dialog>
  )
}

function DeleteDialog({ tag, onClose }: Own) {
  const remove = useCommand(tags.remove, {
    onSuccess: () => {
      toast(words.deleted(tag.name))
      onClose()
    },
  })
  return (
    <ConfirmDialog
      opened
      onClose={onClose}
      title={words.deleteTitle(tag.name)}
      consequence={words.deleteHelp(tag.count)}
      confirmLabel={words.deleteConfirm}
      onConfirm={() => remove.mutate({ params: { id: tag.id }, ifMatch: tag.version })}
      busy={remove.isPending}
      problem={remove.error}
    />
  )
}

function useUpdate(onClose: () => void) {
  const { undo } = useUndo()
  return useCommand(tags.update, {
    onSuccess: ({ name, operationId }) => {
      toast(words.done(name), operationId ? { undo: () => undo(operationId, 1) } : {})
      onClose()
    },
  })
}
