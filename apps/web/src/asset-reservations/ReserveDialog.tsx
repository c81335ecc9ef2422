import { type Asset, assetCatalogue, assetReservations, assets } from '@deskhand/contract'
import { Select, Textarea } from '@mantine/core'
import { useDebouncedValue } from '@mantine/hooks'
import { useState } from 'react'
import { useCommand, usePages, useRead } from '../api.ts'
import { nameOf } from '../assets/columns.tsx'
import type { Picked } from '../custody/TargetField.tsx'
import { useUndo } from '../operations/useUndo.tsx'
import { PersonPicker } from '../people/parts/PersonPicker.tsx'
import { Dialog } from '../ui/Dialog.tsx'
import { fieldProblem } from '../ui/problem.ts'
import { toast } from '../ui/toast.tsx'
import { FreeText, momentsOf, noPeriod, PeriodFields, type Wish } from './PeriodFields.tsx'
import { reservationWords as words } from './words.ts'

type ReserveDialogProps = {
  /** The thing, where one begins at it. */
  asset?: Asset
  onClose: () => void
}

/** What, for whom, and when; it is confirmed at once. */
export default function ReserveDialog({ asset, onClose }: ReserveDialogProps) {
  const [wish, setWish] = useState<Wish | null>(asset ? { assetId: asset.id } : null)
  const [person, setPerson] = useState<Picked | null>(null)
  const [period, setPeriod] = useState(noPeriod)
  const [note, setNote] = useState('')
  const [isTried, setTried] = useState(false)
  const { undo, dialog } = useUndo()
  const create = useCommand(assetReservations.create)
  const problem = create.error
  const moments = momentsOf(period)

  async function confirm() {
    setTried(true)
    if (!wish || !person || !moments) return
    const body = { ...wish, ...moments, personId: person.id, ...(note.trim() && { note: note.trim() }) }
    const made = await create.mutateAsync({ body }).catch(() => null)
    if (!made) return
    toast(words.made(made.name, made.personName), { undo: () => undo(made.operationId, 1) })
    onClose()
  }
  const wishProblem = (['assetId', 'modelId', 'categoryId'] as const)
    .map((field) => fieldProblem(problem, field))
    .find(Boolean)
  return (
    <>
      <Dialog
        opened
        title={asset ? words.reserveNamed(asset.assetTag) : words.reserveTitle}
        confirmLabel={words.reserve}
        busy={create.isPending}
        problem={problem}
        onClose={onClose}
        onConfirm={() => void confirm()}
      >
        {asset ? null : (
          <WishField
            value={wish}
            onChange={setWish}
            error={(isTried && !wish ? words.needsWhat : null) ?? wishProblem ?? null}
          />
        )}
        <PersonPicker
          label={words.person}
          value={person}
          error={(isTried && !person ? words.needsPerson : null) ?? fieldProblem(problem, 'personId') ?? null}
          onChange={setPerson}
        />
        <PeriodFields
          value={period}
          onChange={setPeriod}
          errors={{
            start: (isTried && !moments ? words.needsPeriod : null) ?? fieldProblem(problem, 'startsAt'),
            end: fieldProblem(problem, 'endsAt'),
          }}
        />
        <FreeText wish={wish} period={period} />
        <Textarea
          label={words.note}
          autosize
          minRows={1}
          maxLength={2000}
          value={note}
          onChange={(event) => setNote(event.currentTarget.value)}
        />
      </Dialog>
      {dialog}
    </>
  )
}

type WishFieldProps = { value: Wish | null; onChange: (wish: Wish | null) => void; error: string | null }

/** `asset:<id>`, `model:<id>` or `category:<id>` */
const keyOf = (wish: Wish | null): string | null => {
  if (!wish) return null
  if ('assetId' in wish) return `asset:${wish.assetId}`
  return 'modelId' in wish ? `model:${wish.modelId}` : `category:${wish.categoryId}`
}
function wishOf(key: string | null): Wish | null {
  const [kind, id = ''] = (key ?? '').split(':')
  if (kind === 'asset') return { assetId: id }
  if (kind === 'model') return { modelId: id }
  return kind === 'category' ? { categoryId: id } : null
}

/** A thing by its tag, or any of a model or of a category. */
function WishField({ value, onChange, error }: WishFieldProps) {
  const [text, setText] = useState('')
  const [asked] = useDebouncedValue(text.trim(), 150)
  const categories = useRead(assetCatalogue.categories, {}).data?.data ?? []
  const models = usePages(assetCatalogue.models, {
    query: { isActive: 'true', limit: 50, ...(asked && { q: asked }) },
  }).items
  const things =
    useRead(assets.list, { query: { q: asked, limit: 8 } }, { enabled: asked.length > 1 }).data?.data ?? []
  const has = (label: string) => label.toLowerCase().includes(asked.toLowerCase())
  const groups = [
    {
      group: words.models,
      items: models.map(({ id, name, manufacturerName }) => ({
        value: `model:${id}`,
        label: [manufacturerName, name].filter(Boolean).join(' '),
      })),
    },
    {
      group: words.categories,
      items: categories
        .filter(({ name }) => has(name))
        .map(({ id, name }) => ({ value: `category:${id}`, label: name })),
    },
    {
      group: words.things,
      items: things.map((thing) => ({
        value: `asset:${thing.id}`,
        label: `${thing.assetTag} · ${nameOf(thing)}`,
      })),
    },
  ].filter(({ items }) => items.length > 0)
  const key = keyOf(value)
  const isKnown = groups.some(({ items }) => items.some((item) => item.value === key))
  const [label, setLabel] = useState('')
  const kept = key && !isKnown ? [{ group: words.what, items: [{ value: key, label }] }] : []
  return (
    <Select
      searchable
      clearable
      label={words.what}
      placeholder={words.findWhat}
      nothingFoundMessage={words.nothingFound}
      data={[...kept, ...groups]}
      filter={({ options }) => options}
      searchValue={text}
      onSearchChange={setText}
      value={key}
      error={error}
      onChange={(next, option) => {
        setLabel(option?.label ?? '')
        onChange(wishOf(next))
      }}
    />
  )
}
