import { type SoftwareDetails, software } from '@deskhand/contract'
import { Select } from '@mantine/core'
import { useState } from 'react'
import { useCommand, useRead } from '../api.ts'
import { Dialog } from '../ui/Dialog.tsx'
import { toast } from '../ui/toast.tsx'
import { softwareWords as words } from './words.ts'

/** Lets a title count as another, which one searches for. */
export function MergeDialog({ title, onClose }: { title: SoftwareDetails; onClose: () => void }) {
  const [text, setText] = useState('')
  const [into, setInto] = useState<string | null>(null)
  const { data } = useRead(software.list, {
    query: { limit: 20, ...(text.trim() && { q: text.trim() }) },
  })
  const change = useCommand(software.change, {
    onSuccess: ({ mergedIntoName }) => {
      toast(words.mergedToast(mergedIntoName ?? ''))
      onClose()
    },
  })
  const others = data?.data.filter(({ id }) => id !== title.id) ?? []
  return (
    <Dialog
      opened
      onClose={onClose}
      title={words.merge}
      confirmLabel={words.doMerge}
      busy={change.isPending}
      problem={change.error}
      onConfirm={() => {
        if (into)
          change.mutate({ params: { id: title.id }, body: { mergedIntoId: into }, ifMatch: title.version })
      }}
    >
      <p>{words.mergeAbout}</p>
      <Select
        data-autofocus
        required
        searchable
        label={words.mergeInto}
        data={others.map(({ id, name }) => ({ value: id, label: name }))}
        value={into}
        onChange={setInto}
        searchValue={text}
        onSearchChange={setText}
        filter={({ options }) => options}
      />
    </Dialog>
  )
}
