import { type Kit, type KitOffer, kits } from '@deskhand/contract'
import { MultiSelect, NumberInput, Select, Textarea, TextInput } from '@mantine/core'
import { useState } from 'react'
import { useCommand, useRead } from '../api.ts'
import { bodyOf, type Target, TargetField } from '../custody/TargetField.tsx'
import { custodyWords } from '../custody/words.ts'
import { useUndo } from '../operations/useUndo.tsx'
import { Dialog } from '../ui/Dialog.tsx'
import { fieldProblem } from '../ui/problem.ts'
import { SkeletonRows } from '../ui/SkeletonRows.tsx'
import { dayStart } from '../ui/time.ts'
import { toast } from '../ui/toast.tsx'
import { kitWords as words } from './words.ts'

type Person = { id: string; name: string }
type HandOutKitDialogProps = { kit: Kit | null; person?: Person; onClose: () => void }

/** A whole kit for somebody: what is free is chosen already, and can be changed. */
export default function HandOutKitDialog({ kit: given, person, onClose }: HandOutKitDialogProps) {
  const all = useRead(kits.list, {}, { enabled: given === null }).data?.data ?? []
  const [chosenKit, setChosenKit] = useState<string | null>(null)
  const kit = given ?? all.find(({ id }) => id === chosenKit) ?? null
  const [target, setTarget] = useState<Target>({ kind: 'person', picked: person ?? null })
  const [chosen, setChosen] = useState<Record<number, string[]>>({})
  const [counts, setCounts] = useState<Record<number, number>>({})
  const [day, setDay] = useState('')
  const [note, setNote] = useState('')
  const [fault, setFault] = useState<{ target?: string; kit?: string; parts?: string }>({})
  const offer = useRead(kits.offer, { params: { id: kit?.id ?? '' } }, { enabled: kit !== null })
  const parts = offer.data?.data ?? []
  const { undo, dialog } = useUndo()
  const checkOut = useCommand(kits.checkOut)
  const idsOf = (part: KitOffer) => chosen[part.position] ?? part.offered
  const toPerson = target.kind === 'person'
  const countOf = (part: KitOffer) => (toPerson ? (counts[part.position] ?? part.quantity) : 0)

  async function confirm() {
    const to = bodyOf(target)
    const count = parts.reduce((sum, part) => sum + idsOf(part).length, 0)
    const faults = {
      ...(kit ? {} : { kit: words.needsKit }),
      ...(to ? {} : { target: custodyWords.missing[target.kind] }),
      ...(kit && count === 0 ? { parts: words.needsThing } : {}),
    }
    setFault(faults)
    if (!kit || !to || count === 0) return
    const body = {
      ...to,
      parts: parts.map((part) => ({
        position: part.position,
        assetIds: idsOf(part),
        quantity: countOf(part),
      })),
      ...(day && { dueAt: dayStart(day, '18:00').toISOString() }),
      ...(note.trim() && { note: note.trim() }),
    }
    const handed = await checkOut.mutateAsync({ params: { id: kit.id }, body }).catch(() => null)
    if (!handed) return
    const said = handed.acceptanceId ? words.asked : words.done
    toast(said(kit.name, handed.holderName), { undo: () => undo(handed.operationId, count) })
    onClose()
  }

  return (
    <>
      <Dialog
        opened
        title={kit ? words.handOutNamed(kit.name) : words.handOutKit}
        confirmLabel={words.handOut}
        busy={checkOut.isPending}
        problem={checkOut.error}
        width={560}
        onClose={onClose}
        onConfirm={() => void confirm()}
      >
        {given ? null : (
          <Select
            searchable
            label={words.kit}
            placeholder={words.chooseKit}
            data={all.map(({ id, name, readyCount }) => ({
              value: id,
              label: `${name} · ${readyCount > 0 ? words.ready(readyCount) : words.notReady}`,
            }))}
            value={chosenKit}
            error={fault.kit ?? null}
            onChange={(next) => {
              setChosenKit(next)
              setChosen({})
              setCounts({})
            }}
          />
        )}
        <TargetField
          value={target}
          onChange={setTarget}
          error={fault.target ?? fieldProblem(checkOut.error, 'personId') ?? null}
        />
        {kit && offer.isPending ? <SkeletonRows rows={3} lines={1} /> : null}
        {parts.map((part) =>
          part.stockItemId ? (
            <NumberInput
              key={part.position}
              label={part.name}
              description={toPerson ? words.ofThese(part.count) : words.personsOnly}
              disabled={!toPerson}
              min={0}
              max={part.count}
              allowDecimal={false}
              value={countOf(part)}
              onChange={(next) =>
                setCounts((was) => ({
                  ...was,
                  [part.position]: Math.min(part.count, Math.max(0, Number(next) || 0)),
                }))
              }
            />
          ) : (
            <PartField
              key={part.position}
              part={part}
              value={idsOf(part)}
              onChange={(ids) => setChosen((was) => ({ ...was, [part.position]: ids }))}
            />
          ),
        )}
        {fault.parts ? <p role="alert">{fault.parts}</p> : null}
        <TextInput
          type="date"
          label={words.until}
          description={words.untilAbout}
          value={day}
          error={fieldProblem(checkOut.error, 'dueAt') ?? null}
          onChange={(event) => setDay(event.currentTarget.value)}
        />
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

type PartFieldProps = { part: KitOffer; value: string[]; onChange: (ids: string[]) => void }

/** The things that are handed out for one part. */
function PartField({ part, value, onChange }: PartFieldProps) {
  const { name, count, things } = part
  const data = things.map(({ id, assetTag, name: thing, locationName }) => ({
    value: id,
    label: [assetTag, thing, locationName].filter(Boolean).join(' · '),
  }))
  const label = words.which(count, name)
  const description =
    things.length === 0
      ? words.noneFree
      : things.length < count
        ? words.short(things.length, count)
        : undefined
  if (count === 1)
    return (
      <Select
        searchable
        clearable
        label={label}
        description={description}
        disabled={things.length === 0}
        placeholder={things.length === 0 ? words.noneFree : words.choose}
        data={data}
        value={value[0] ?? null}
        onChange={(next) => onChange(next ? [next] : [])}
      />
    )
  return (
    <MultiSelect
      searchable
      label={label}
      description={description}
      maxValues={count}
      data={data}
      value={value}
      onChange={onChange}
    />
  )
}
