import { assets, type Request, requestAssets } from '@deskhand/contract'
import { Select } from '@mantine/core'
import { useDebouncedValue } from '@mantine/hooks'
import { useState } from 'react'
import { useCommand, useRead } from '../api.ts'
import { Dialog } from '../ui/Dialog.tsx'
import { fieldProblem } from '../ui/problem.ts'
import { thingWords as words } from './words.ts'

type LinkDialogProps = { request: Request; linked: ReadonlySet<string>; onClose: () => void }

/** Which thing: what whoever asked has, and whatever else is found by what one types. */
export default function LinkDialog({ request, linked, onClose }: LinkDialogProps) {
  const [assetId, setAssetId] = useState<string | null>(null)
  const [text, setText] = useState('')
  const [isTried, setTried] = useState(false)
  const [asked] = useDebouncedValue(text.trim(), 150)
  const own = useRead(assets.list, { query: { personId: request.requesterId, limit: 50 } })
  const found = useRead(
    assets.list,
    { query: { q: asked, limit: 20 } },
    { enabled: asked.length > 0, keepPrevious: true },
  )
  const link = useCommand(requestAssets.link, { onSuccess: onClose })
  const theirs = own.data?.data ?? []
  const others = asked.length > 0 ? (found.data?.data ?? []) : []
  const wanted = asked.toLowerCase()
  const labelled = [...new Map([...theirs, ...others].map((one) => [one.id, one])).values()]
    .filter(({ id }) => !linked.has(id))
    .map((one) => ({
      value: one.id,
      label: [one.name ?? one.modelName ?? one.categoryName, one.assetTag, one.serialNumber, one.personName]
        .filter(Boolean)
        .join(', '),
    }))
  const isFound = new Set(others.map(({ id }) => id))
  return (
    <Dialog
      opened
      title={words.linkTitle}
      confirmLabel={words.confirm}
      busy={link.isPending}
      problem={link.error}
      onClose={onClose}
      onConfirm={() => {
        setTried(true)
        if (assetId) link.mutate({ params: { id: request.id }, body: { assetId } })
      }}
    >
      <Select
        data-autofocus
        searchable
        openOnFocus={false}
        label={words.which}
        description={words.whichHelp(request.requester.name)}
        error={isTried && !assetId ? words.choose : (fieldProblem(link.error, 'assetId') ?? null)}
        data={labelled}
        // The server has searched by more than what is shown here.
        filter={({ options }) =>
          options.filter(
            (option) =>
              'value' in option &&
              (wanted === '' ||
                option.value === assetId ||
                isFound.has(option.value) ||
                option.label.toLowerCase().includes(wanted)),
          )
        }
        nothingFoundMessage={asked.length > 0 && !found.isFetching ? words.nothing : null}
        value={assetId}
        searchValue={text}
        onSearchChange={setText}
        onChange={setAssetId}
      />
    </Dialog>
  )
}
