import { assetCatalogue, type Kit, kitLimits, kits, stock } from '@deskhand/contract'
import { NumberInput, Select, Textarea, TextInput } from '@mantine/core'
import { X } from 'lucide-react'
import { useState } from 'react'
import { useCommand, usePages, useRead } from '../api.ts'
import { KeptBy } from '../assets/parts/KeptBy.tsx'
import { useMe } from '../shell/session.ts'
import { Button } from '../ui/Button.tsx'
import { Dialog } from '../ui/Dialog.tsx'
import { Icon } from '../ui/Icon.tsx'
import { IconButton } from '../ui/IconButton.tsx'
import { fieldProblem } from '../ui/problem.ts'
import { toast } from '../ui/toast.tsx'
import classes from './Kits.module.css'
import { kitWords as words } from './words.ts'

/** A part as it is edited: `model:<id>`, `category:<id>` or `item:<id>`, or nothing yet. */
type Draft = { key: number; kind: string | null; count: number }

const draftsOf = (kit: Kit | null): Draft[] =>
  kit
    ? kit.parts.map(({ modelId, categoryId, stockItemId, count }, key) => ({
        key,
        kind: modelId ? `model:${modelId}` : categoryId ? `category:${categoryId}` : `item:${stockItemId}`,
        count,
      }))
    : [{ key: 0, kind: null, count: 1 }]

function partOf({ kind, count }: Draft) {
  const [what, id = ''] = (kind ?? '').split(':')
  if (what === 'model') return { modelId: id, count }
  return what === 'item' ? { stockItemId: id, count } : { categoryId: id, count }
}

/** A new kit, or all of one. */
export default function KitDialog({ kit, onClose }: { kit: Kit | null; onClose: () => void }) {
  const [name, setName] = useState(kit?.name ?? '')
  const [description, setDescription] = useState(kit?.description ?? '')
  const me = useMe()
  const [deskId, setDesk] = useState(kit ? kit.deskId : (me.desks[0]?.id ?? null))
  const [parts, setParts] = useState(() => draftsOf(kit))
  const [isTried, setTried] = useState(false)
  const onSuccess = (saved: Kit) => {
    toast(words.saved(saved.name))
    onClose()
  }
  const add = useCommand(kits.add, { onSuccess })
  const change = useCommand(kits.change, { onSuccess })
  const problem = add.error ?? change.error
  const choices = useKinds(kit)
  const set = (key: number, part: Partial<Draft>) =>
    setParts((was) => was.map((one) => (one.key === key ? { ...one, ...part } : one)))

  function confirm() {
    setTried(true)
    if (parts.some(({ kind }) => kind === null)) return
    const body = { name, description: description.trim() || null, deskId, parts: parts.map(partOf) }
    if (kit) change.mutate({ params: { id: kit.id }, body, ifMatch: kit.version })
    else add.mutate({ body })
  }
  return (
    <Dialog
      opened
      title={kit ? words.changeNamed(kit.name) : words.addTitle}
      confirmLabel={words.save}
      busy={add.isPending || change.isPending}
      problem={problem}
      width={560}
      onClose={onClose}
      onConfirm={confirm}
    >
      <TextInput
        data-autofocus
        required
        label={words.name}
        maxLength={100}
        value={name}
        error={fieldProblem(problem, 'name') ?? null}
        onChange={(event) => setName(event.currentTarget.value)}
      />
      <Textarea
        label={words.description}
        autosize
        minRows={1}
        maxLength={2000}
        value={description}
        onChange={(event) => setDescription(event.currentTarget.value)}
      />
      <KeptBy value={deskId} was={kit} error={fieldProblem(problem, 'deskId') ?? null} onChange={setDesk} />
      <fieldset className={classes.parts}>
        <legend>{words.parts}</legend>
        {parts.map(({ key, kind, count }, at) => (
          <div key={key} className={classes.part}>
            <Select
              searchable
              label={words.kind}
              data={choices}
              value={kind}
              error={
                (isTried && kind === null ? words.needsPart : null) ??
                fieldProblem(problem, `parts/${at}/modelId`) ??
                fieldProblem(problem, `parts/${at}/categoryId`) ??
                fieldProblem(problem, `parts/${at}/stockItemId`) ??
                null
              }
              onChange={(next) => set(key, { kind: next })}
            />
            <NumberInput
              label={words.count}
              min={1}
              max={kitLimits.count}
              allowDecimal={false}
              value={count}
              onChange={(next) => set(key, { count: Math.max(1, Number(next) || 1) })}
            />
            {parts.length > 1 ? (
              <IconButton
                label={words.dropPart(at)}
                icon={<Icon of={X} />}
                onPress={() => setParts((was) => was.filter((one) => one.key !== key))}
              />
            ) : null}
          </div>
        ))}
        {parts.length < kitLimits.parts ? (
          <div>
            <Button
              size="small"
              onPress={() =>
                setParts((was) => [
                  ...was,
                  { key: Math.max(...was.map(({ key }) => key)) + 1, kind: null, count: 1 },
                ])
              }
            >
              {words.addPart}
            </Button>
          </div>
        ) : null}
        {fieldProblem(problem, 'parts') ? <p role="alert">{fieldProblem(problem, 'parts')}</p> : null}
      </fieldset>
    </Dialog>
  )
}

/** Categories, then models, then items of stock; those that the kit has stay among them although they are used no more. */
function useKinds(kit: Kit | null) {
  const categories = useRead(assetCatalogue.categories, {}).data?.data ?? []
  const models = usePages(assetCatalogue.models, { query: { isActive: 'true', limit: 200 } }).items
  const items = usePages(stock.list, { query: { limit: 200 } }).items
  const known = new Set([...categories, ...models, ...items].map(({ id }) => id))
  const kept = (kit?.parts ?? []).flatMap(({ modelId, name }) =>
    modelId && !known.has(modelId) ? [{ value: `model:${modelId}`, label: name }] : [],
  )
  const keptItems = (kit?.parts ?? []).flatMap(({ stockItemId, name }) =>
    stockItemId && !known.has(stockItemId) ? [{ value: `item:${stockItemId}`, label: name }] : [],
  )
  return [
    {
      group: words.categories,
      items: categories.map(({ id, name }) => ({ value: `category:${id}`, label: name })),
    },
    {
      group: words.models,
      items: [
        ...models.map(({ id, name, manufacturerName }) => ({
          value: `model:${id}`,
          label: [manufacturerName, name].filter(Boolean).join(' '),
        })),
        ...kept,
      ],
    },
    {
      group: words.items,
      items: [...items.map(({ id, name }) => ({ value: `item:${id}`, label: name })), ...keptItems],
    },
  ]
}
