import { type Request, requests, tags as vocabulary } from '@deskhand/contract'
import { TagsInput } from '@mantine/core'
import { useState } from 'react'
import { useRead } from '../../api.ts'
import { Button } from '../../ui/Button.tsx'
import { ChipPopover } from '../../ui/ChipPopover.tsx'
import { detailWords, doneWords } from '../words.ts'
import { useChange } from './useChange.ts'

type TagsFieldProps = {
  request: Request
  opened: boolean
  onOpenedChange: (opened: boolean) => void
  disabledReason: string | null
}

/** The words a request is filed under. */
export function TagsField({ request, ...field }: TagsFieldProps) {
  const words = request.tags.length > 0 ? request.tags.join(', ') : null
  return (
    <ChipPopover {...field} label={detailWords.tags} words={words} keys="l">
      {(close) => <TagsForm request={request} onClose={close} />}
    </ChipPopover>
  )
}

function TagsForm({ request, onClose }: { request: Request; onClose: () => void }) {
  const [began] = useState(request)
  const [tags, setTags] = useState(began.tags)
  const known = useRead(vocabulary.list, { query: {} }, { staleTime: 60_000 })
  const { change, isPending } = useChange(requests.tag, request.referenceNumber)
  async function save() {
    const params = { id: request.id }
    const isSaved = await change(
      { params, ifMatch: began.version, body: { tags } },
      {
        expected: { tags },
        since: began,
        onConflict: onClose,
        done: doneWords.tagged(request.referenceNumber),
        undo: () => void change({ params, body: { tags: began.tags } }),
      },
    )
    if (isSaved) onClose()
  }
  return (
    <form
      style={{ display: 'grid', gap: 8 }}
      onSubmit={(event) => {
        event.preventDefault()
        void save()
      }}
    >
      <TagsInput
        data-autofocus
        label={detailWords.tags}
        placeholder={detailWords.addTag}
        value={tags}
        onChange={(next) => setTags(next.map((tag) => tag.toLowerCase()))}
        maxTags={20}
        data={known.data?.data.map(({ name }) => name) ?? []}
        limit={8}
        description={known.data?.allowsFreeTags === false ? detailWords.onlyListed : undefined}
        comboboxProps={{ withinPortal: false }}
      />
      <Button type="submit" size="small" variant="primary" busy={isPending}>
        {detailWords.saveTitle}
      </Button>
    </form>
  )
}
