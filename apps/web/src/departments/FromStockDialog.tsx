import { assets, hardware, type Request } from '@deskhand/contract'
import { Select } from '@mantine/core'
import { useDebouncedValue } from '@mantine/hooks'
import { useState } from 'react'
import { useCommand, useRead } from '../api.ts'
import { Dialog } from '../ui/Dialog.tsx'
import { fieldProblem } from '../ui/problem.ts'
import { toast } from '../ui/toast.tsx'
import { hardwareWords as words } from './words.ts'

/** Which of the things that lie free in stock is set aside for whoever asked. */
export default function FromStockDialog({ request, onClose }: { request: Request; onClose: () => void }) {
  const [chosen, setChosen] = useState<{ value: string; label: string } | null>(null)
  const [text, setText] = useState('')
  const [isTried, setTried] = useState(false)
  const [asked] = useDebouncedValue(text === chosen?.label ? '' : text.trim(), 150)
  const query = { status: 'IN_STOCK', subStatus: 'AVAILABLE', limit: 30 } as const
  const { data, isFetching } = useRead(
    assets.list,
    { query: asked === '' ? query : { ...query, q: asked } },
    { keepPrevious: true },
  )
  const take = useCommand(hardware.fromStock, {
    onSuccess: () => {
      toast(words.taken(request.requester.name))
      onClose()
    },
  })
  const found = (data?.data ?? []).map((one) => ({
    value: one.id,
    label: [one.name ?? one.modelName ?? one.categoryName, one.assetTag, one.locationName]
      .filter(Boolean)
      .join(', '),
  }))
  // What was chosen stays so, whatever is looked for afterwards.
  const offered = chosen && !found.some(({ value }) => value === chosen.value) ? [chosen, ...found] : found
  return (
    <Dialog
      opened
      title={words.stockTitle}
      confirmLabel={words.stockConfirm}
      busy={take.isPending}
      problem={take.error}
      onClose={onClose}
      onConfirm={() => {
        setTried(true)
        if (chosen) take.mutate({ params: { id: request.id }, body: { assetId: chosen.value } })
      }}
    >
      <Select
        data-autofocus
        searchable
        label={words.which}
        description={words.stockAbout(request.requester.name)}
        error={isTried && !chosen ? words.choose : (fieldProblem(take.error, 'assetId') ?? null)}
        data={offered}
        // The server has searched by more than what is shown here.
        filter={({ options }) => options}
        nothingFoundMessage={isFetching ? null : words.nothing}
        value={chosen?.value ?? null}
        searchValue={text}
        onSearchChange={setText}
        onChange={(value) => setChosen(offered.find((one) => one.value === value) ?? null)}
      />
    </Dialog>
  )
}
