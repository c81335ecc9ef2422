import { assetCatalogue, assets, type BodyIn, locations } from '@deskhand/contract'
import { Select, TextInput } from '@mantine/core'
import { useDebouncedValue } from '@mantine/hooks'
import { useRouter } from '@tanstack/react-router'
import { useState } from 'react'
import { useCommand, useRead } from '../../api.ts'
import { Dialog } from '../../ui/Dialog.tsx'
import { fieldProblem, problemOf } from '../../ui/problem.ts'
import { Tag } from '../../ui/Tag.tsx'
import { toast } from '../../ui/toast.tsx'
import { nameOf } from '../columns.tsx'
import classes from '../Dialogs.module.css'
import { newWords as words } from '../words.ts'

type Body = BodyIn<typeof assets.create>
type PickedModel = { id: string; label: string; categoryId: string }
type Text =
  | 'serialNumber'
  | 'name'
  | 'assetTag'
  | 'purchaseDate'
  | 'warrantyEndsOn'
  | 'supplier'
  | 'orderNumber'

/** A new thing: what it is and its serial number are enough, its tag is drawn by itself. */
export default function NewThingDialog({ onClose }: { onClose: () => void }) {
  const router = useRouter()
  const [model, setModel] = useState<PickedModel | null>(null)
  const [categoryId, setCategoryId] = useState<string | null>(null)
  const [locationId, setLocationId] = useState<string | null>(null)
  const [texts, setTexts] = useState<Partial<Record<Text, string>>>({})
  const [isTried, setTried] = useState(false)
  const [search, setSearch] = useState('')
  const [asked] = useDebouncedValue(search.trim(), 150)
  const kinds = (useRead(assetCatalogue.categories, {}, { staleTime: 60_000 }).data?.data ?? []).filter(
    ({ isActive }) => isActive,
  )
  const models =
    useRead(
      assetCatalogue.models,
      {
        query: {
          isActive: 'true',
          limit: 50,
          ...(asked && asked !== model?.label && { q: asked }),
          ...(categoryId && { categoryId }),
        },
      },
      { keepPrevious: true },
    ).data?.data ?? []
  const offered = models.map(
    ({ id, name, manufacturerName, categoryId: kind }): PickedModel => ({
      id,
      label: [manufacturerName, name].filter(Boolean).join(' '),
      categoryId: kind,
    }),
  )
  const shown = model && !offered.some(({ id }) => id === model.id) ? [model, ...offered] : offered
  const places = useRead(locations.list, {}, { staleTime: 300_000 }).data?.data ?? []
  const [serial] = useDebouncedValue(texts.serialNumber?.trim() ?? '', 250)
  const existing = useRead(assets.bySerial, { params: { serial } }, { enabled: serial.length > 1 })
  const twin = existing.data?.serialNumber?.toUpperCase() === texts.serialNumber?.trim().toUpperCase()
  const create = useCommand(assets.create)
  const prefix = kinds.find(({ id }) => id === (model?.categoryId ?? categoryId))?.tagPrefix

  async function confirm() {
    setTried(true)
    if ((!model && !categoryId) || (twin && existing.data)) return
    const said = Object.fromEntries(
      Object.entries(texts).flatMap(([name, text]) => (text.trim() ? [[name, text.trim()]] : [])),
    )
    const body: Body = {
      ...said,
      ...(model ? { modelId: model.id } : categoryId ? { categoryId } : {}),
      locationId,
    }
    const made = await create.mutateAsync({ body }).catch(() => null)
    if (!made) return
    toast(words.done(made.assetTag))
    onClose()
    router.history.push(`/a/${encodeURIComponent(made.assetTag)}`)
  }
  const field = (name: Text) => ({
    label: words[name],
    autoComplete: 'off',
    maxLength: name === 'assetTag' ? 60 : name === 'orderNumber' ? 100 : 200,
    value: texts[name] ?? '',
    error: fieldProblem(create.error, name) ?? null,
    onChange: (event: { currentTarget: { value: string } }) => {
      const { value } = event.currentTarget
      setTexts((was) => ({ ...was, [name]: value }))
    },
  })
  const [taken] = problemOf(create.error)?.conflicts ?? []
  const there = twin ? (existing.data?.assetTag ?? null) : (taken?.subjectRef ?? null)
  return (
    <Dialog
      opened
      title={words.title}
      confirmLabel={words.add}
      busy={create.isPending}
      problem={taken ? null : create.error}
      onClose={onClose}
      onConfirm={() => void confirm()}
    >
      <Select
        label={words.kind}
        searchable
        // What is wrong with it is said below it, where its list would lie.
        openOnFocus={false}
        clearable
        data={kinds.map(({ id, name }) => ({ value: id, label: name }))}
        value={model?.categoryId ?? categoryId}
        error={
          (isTried && !model && !categoryId ? words.needsKind : null) ??
          fieldProblem(create.error, 'categoryId') ??
          null
        }
        onChange={(next) => {
          setCategoryId(next)
          if (next !== model?.categoryId) setModel(null)
        }}
      />
      <Select
        label={words.model}
        description={words.modelAbout}
        searchable
        openOnFocus={false}
        clearable
        data={shown.map(({ id, label }) => ({ value: id, label }))}
        filter={({ options }) => options}
        searchValue={search}
        onSearchChange={setSearch}
        value={model?.id ?? null}
        error={fieldProblem(create.error, 'modelId') ?? null}
        onChange={(id) => setModel(shown.find((one) => one.id === id) ?? null)}
      />
      <TextInput {...field('serialNumber')} />
      {there ? (
        <p className={classes.existing} role="status">
          {words.exists}{' '}
          <Tag kind="asset" reference={there} size="compact" href={`/a/${encodeURIComponent(there)}`} />{' '}
          {twin && existing.data ? nameOf(existing.data) : null}
        </p>
      ) : null}
      <TextInput {...field('name')} description={words.nameAbout} />
      <Select
        label={words.place}
        searchable
        clearable
        data={places.map(({ id, path }) => ({ value: id, label: path.join(' › ') }))}
        value={locationId}
        error={fieldProblem(create.error, 'locationId') ?? null}
        onChange={setLocationId}
      />
      <details className={classes.rest}>
        <summary>{words.more}</summary>
        <div className={classes.restFields}>
          <TextInput {...field('assetTag')} description={words.tagAbout(prefix ?? null)} />
          <TextInput {...field('purchaseDate')} type="date" />
          <TextInput {...field('warrantyEndsOn')} type="date" description={words.warrantyAbout} />
          <TextInput {...field('supplier')} />
          <TextInput {...field('orderNumber')} />
        </div>
      </details>
    </Dialog>
  )
}
