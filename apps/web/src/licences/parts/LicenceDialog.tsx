import { type Licence, type LicenceKind, licences, software } from '@deskhand/contract'
import { NativeSelect, NumberInput, PasswordInput, Select, Textarea, TextInput } from '@mantine/core'
import { useDebouncedValue } from '@mantine/hooks'
import { useRouter } from '@tanstack/react-router'
import { useState } from 'react'
import { useCommand, useRead } from '../../api.ts'
import { KeptBy } from '../../assets/parts/KeptBy.tsx'
import { PersonPicker, type PickedPerson } from '../../people/parts/PersonPicker.tsx'
import { holds, useMe } from '../../shell/session.ts'
import { Dialog } from '../../ui/Dialog.tsx'
import { fieldProblem } from '../../ui/problem.ts'
import { toast } from '../../ui/toast.tsx'
import classes from '../Licences.module.css'
import { licenceWords as words } from '../words.ts'

const textFields = ['publisher', 'supplier', 'orderNumber'] as const

/** A new licence, or all of one but its seats and terms. */
export function LicenceDialog({ licence, onClose }: { licence: Licence | null; onClose: () => void }) {
  const router = useRouter()
  const me = useMe()
  const mayKeepKeys = holds(me, 'licences.keys')
  const [name, setName] = useState(licence?.name ?? '')
  const [kind, setKind] = useState<LicenceKind>(licence?.kind ?? 'PER_PERSON')
  const [seats, setSeats] = useState<number | string>(licence?.seats ?? 1)
  const [minimum, setMinimum] = useState<number | string>(licence?.minimumFree ?? '')
  const [texts, setTexts] = useState(() =>
    Object.fromEntries(textFields.map((field) => [field, licence?.[field] ?? ''])),
  )
  const [notes, setNotes] = useState(licence?.notes ?? '')
  const [owner, setOwner] = useState<PickedPerson | null>(licence?.owner ?? null)
  const [deskId, setDesk] = useState(licence ? licence.deskId : (me.desks[0]?.id ?? null))
  const [title, setTitle] = useState<PickedPerson | null>(licence?.software ?? null)
  const [key, setKey] = useState('')
  const create = useCommand(licences.create)
  const change = useCommand(licences.change)
  const problem = create.error ?? change.error
  const errorOf = (field: string) => fieldProblem(problem, field) ?? null

  async function confirm() {
    const body = {
      name,
      kind,
      seats: Number(seats),
      minimumFree: minimum === '' ? null : Number(minimum),
      publisher: texts['publisher']?.trim() || null,
      supplier: texts['supplier']?.trim() || null,
      orderNumber: texts['orderNumber']?.trim() || null,
      notes: notes.trim() || null,
      ownerId: owner?.id ?? null,
      deskId,
      softwareTitleId: title?.id ?? null,
      ...(key.trim() && { key: key.trim() }),
    }
    const saving = licence
      ? change.mutateAsync({ params: { id: licence.id }, ifMatch: licence.version, body })
      : create.mutateAsync({ body })
    const saved = await saving.catch(() => null)
    if (!saved) return
    toast(words.saved(saved.name))
    onClose()
    if (!licence) router.history.push(`/licences/${saved.id}`)
  }
  const textField = (field: (typeof textFields)[number]) => (
    <TextInput
      label={words[field]}
      maxLength={100}
      value={texts[field] ?? ''}
      error={errorOf(field)}
      onChange={(event) => setTexts({ ...texts, [field]: event.currentTarget.value })}
    />
  )
  return (
    <Dialog
      opened
      onClose={onClose}
      title={licence ? words.editTitle(licence.name) : words.addTitle}
      confirmLabel={words.save}
      busy={create.isPending || change.isPending}
      problem={problem}
      onConfirm={() => void confirm()}
    >
      <TextInput
        data-autofocus
        label={words.name}
        maxLength={200}
        value={name}
        error={errorOf('name')}
        onChange={(event) => setName(event.currentTarget.value)}
      />
      <div className={classes.pair}>
        <NativeSelect
          label={words.kind}
          data={Object.entries(words.kinds).map(([value, label]) => ({ value, label }))}
          value={kind}
          error={errorOf('kind')}
          // One of the kinds that it lists.
          onChange={(event) => setKind(event.currentTarget.value as LicenceKind)}
        />
        {textField('publisher')}
      </div>
      <div className={classes.pair}>
        <NumberInput
          label={words.seats}
          min={0}
          max={99_999}
          allowDecimal={false}
          value={seats}
          error={errorOf('seats')}
          onChange={setSeats}
        />
        <NumberInput
          label={words.minimumFree}
          description={words.minimumAbout}
          inputWrapperOrder={['label', 'input', 'description', 'error']}
          min={0}
          max={99_999}
          allowDecimal={false}
          value={minimum}
          error={errorOf('minimumFree')}
          onChange={setMinimum}
        />
      </div>
      <div className={classes.pair}>
        {textField('supplier')}
        {textField('orderNumber')}
      </div>
      <PersonPicker label={words.owner} value={owner} error={errorOf('ownerId')} onChange={setOwner} />
      <KeptBy value={deskId} was={licence} error={errorOf('deskId')} onChange={setDesk} />
      <TitlePicker value={title} error={errorOf('softwareTitleId')} onChange={setTitle} />
      {mayKeepKeys && (
        <PasswordInput
          label={words.key}
          description={licence?.hasKey ? words.keyKept : words.keyAbout}
          autoComplete="off"
          maxLength={4000}
          value={key}
          error={errorOf('key')}
          onChange={(event) => setKey(event.currentTarget.value)}
        />
      )}
      <Textarea
        label={words.notes}
        autosize
        minRows={2}
        maxRows={6}
        maxLength={4000}
        value={notes}
        error={errorOf('notes')}
        onChange={(event) => setNotes(event.currentTarget.value)}
      />
    </Dialog>
  )
}

type Picked = { id: string; name: string }
type TitlePickerProps = {
  value: Picked | null
  onChange: (title: Picked | null) => void
  error: string | null
}

/** The software that it is for, by what agents found installed. */
function TitlePicker({ value, onChange, error }: TitlePickerProps) {
  const [text, setText] = useState('')
  const [asked] = useDebouncedValue(text.trim(), 150)
  const isSearching = asked !== '' && asked !== value?.name
  const found = useRead(
    software.list,
    { query: { q: asked, limit: 12 } },
    { enabled: isSearching, keepPrevious: true },
  )
  const titles = isSearching ? (found.data?.data ?? []) : []
  const known = value && !titles.some(({ id }) => id === value.id) ? [value] : []
  return (
    <Select
      searchable
      clearable
      label={words.software}
      data={[...known, ...titles].map(({ id, name }) => ({ value: id, label: name }))}
      filter={({ options }) => options}
      value={value?.id ?? null}
      searchValue={text}
      onSearchChange={setText}
      error={error}
      onChange={(id) => {
        const title = [...known, ...titles].find((one) => one.id === id)
        onChange(title ? { id: title.id, name: title.name } : null)
      }}
    />
  )
}
