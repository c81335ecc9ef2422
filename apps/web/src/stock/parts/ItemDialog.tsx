import { assetCatalogue, type StockItemWhole, StockKind, stock, stockKinds } from '@deskhand/contract'
import { MultiSelect, Select, Textarea, TextInput } from '@mantine/core'
import { useRouter } from '@tanstack/react-router'
import { useState } from 'react'
import { useCommand, useRead } from '../../api.ts'
import { KeptBy } from '../../assets/parts/KeptBy.tsx'
import { useMe } from '../../shell/session.ts'
import { Dialog } from '../../ui/Dialog.tsx'
import { fieldProblem } from '../../ui/problem.ts'
import { toast } from '../../ui/toast.tsx'
import { stockWords as words } from '../words.ts'

type ItemDialogProps = { item: StockItemWhole | null; onClose: () => void }

/** Names an item and what it fits; a new one opens its page. */
export function ItemDialog({ item, onClose }: ItemDialogProps) {
  const router = useRouter()
  const me = useMe()
  const [said, setSaid] = useState({
    name: item?.name ?? '',
    kind: item?.kind ?? ('CONSUMABLE' as StockKind),
    sku: item?.sku ?? '',
    unit: item?.unit ?? 'piece',
    supplier: item?.supplier ?? '',
    notes: item?.notes ?? '',
    deskId: item ? item.deskId : (me.desks[0]?.id ?? null),
    modelIds: item?.models.map(({ id }) => id) ?? [],
  })
  const set = (part: Partial<typeof said>) => setSaid((was) => ({ ...was, ...part }))
  const models = useRead(assetCatalogue.models, { query: { limit: 200 } }).data?.data ?? []
  const add = useCommand(stock.add)
  const change = useCommand(stock.change)
  const problem = add.error ?? change.error

  async function confirm() {
    const body = {
      ...said,
      sku: said.sku.trim() || null,
      supplier: said.supplier.trim() || null,
      notes: said.notes.trim() || null,
    }
    const saved = await (item
      ? change.mutateAsync({ params: { id: item.id }, body, ifMatch: item.version })
      : add.mutateAsync({ body })
    ).catch(() => null)
    if (!saved) return
    toast(words.saved(saved.name))
    onClose()
    if (!item) router.history.push(`/stock/${saved.id}`)
  }

  const known = [
    ...(item?.models ?? []).filter(({ id }) => !models.some((model) => model.id === id)),
    ...models.map(({ id, name, manufacturerName }) => ({
      id,
      name: [manufacturerName, name].filter(Boolean).join(' '),
    })),
  ]
  return (
    <Dialog
      opened
      title={item ? words.changeTitle(item.name) : words.addTitle}
      confirmLabel={words.save}
      busy={add.isPending || change.isPending}
      problem={problem}
      onClose={onClose}
      onConfirm={() => void confirm()}
    >
      <TextInput
        data-autofocus
        required
        label={words.name}
        maxLength={200}
        value={said.name}
        error={fieldProblem(problem, 'name') ?? null}
        onChange={(event) => set({ name: event.currentTarget.value })}
      />
      <Select
        allowDeselect={false}
        label={words.kind}
        description={words.kindAbout}
        data={stockKinds.map((value) => ({ value, label: words.kinds[value] }))}
        value={said.kind}
        error={fieldProblem(problem, 'kind') ?? null}
        onChange={(next) => set({ kind: StockKind.safeParse(next).data ?? said.kind })}
      />
      <TextInput
        label={words.sku}
        maxLength={100}
        value={said.sku}
        error={fieldProblem(problem, 'sku') ?? null}
        onChange={(event) => set({ sku: event.currentTarget.value })}
      />
      <TextInput
        required
        label={words.unit}
        maxLength={30}
        value={said.unit}
        error={fieldProblem(problem, 'unit') ?? null}
        onChange={(event) => set({ unit: event.currentTarget.value })}
      />
      <TextInput
        label={words.supplier}
        maxLength={200}
        value={said.supplier}
        error={fieldProblem(problem, 'supplier') ?? null}
        onChange={(event) => set({ supplier: event.currentTarget.value })}
      />
      <KeptBy
        was={item}
        value={said.deskId}
        error={fieldProblem(problem, 'deskId') ?? null}
        onChange={(deskId) => set({ deskId })}
      />
      <MultiSelect
        searchable
        label={words.fits}
        description={words.fitsAbout}
        data={known.map(({ id, name }) => ({ value: id, label: name }))}
        value={said.modelIds}
        error={fieldProblem(problem, 'modelIds') ?? null}
        onChange={(modelIds) => set({ modelIds })}
      />
      <Textarea
        autosize
        label={words.notes}
        maxLength={4000}
        value={said.notes}
        error={fieldProblem(problem, 'notes') ?? null}
        onChange={(event) => set({ notes: event.currentTarget.value })}
      />
    </Dialog>
  )
}
