import {
  businessUnits,
  type Location,
  LocationKind,
  locationKinds,
  locations,
  placeMayLieIn,
} from '@deskhand/contract'
import { Select, Switch, Textarea, TextInput } from '@mantine/core'
import { useState } from 'react'
import { useCommand, useRead } from '../api.ts'
import { Dialog } from '../ui/Dialog.tsx'
import { fieldProblem } from '../ui/problem.ts'
import { toast } from '../ui/toast.tsx'
import { locationWords as words } from './words.ts'

type LocationDialogProps = {
  /** Null for a new one, which begins in `within`. */
  place: Location | null
  within: Location | null
  places: readonly Location[]
  onClose: () => void
}

/** Names a place and says where it lies; moving one takes all that lies in it along. */
export function LocationDialog({ place, within, places, onClose }: LocationDialogProps) {
  const [kind, setKind] = useState<LocationKind>(place?.kind ?? kindBelow(within?.kind))
  const [said, setSaid] = useState({
    name: place?.name ?? '',
    parentId: place?.parentId ?? within?.id ?? null,
    address: place?.address ?? '',
    isStore: place?.isStore ?? false,
    unitId: place?.unitId ?? null,
  })
  const set = (part: Partial<typeof said>) => setSaid((was) => ({ ...was, ...part }))
  const units = useRead(businessUnits.list, {}).data?.data ?? []
  const sites = units.filter((unit) => unit.kind === 'SITE')
  const onSuccess = (saved: Location) => {
    toast(words.saved(saved.name))
    onClose()
  }
  const add = useCommand(locations.add, { onSuccess })
  const change = useCommand(locations.change, { onSuccess })
  const problem = add.error ?? change.error
  const parents = places.filter(
    (one) => one.isActive && placeMayLieIn(kind, one.kind) && one.id !== place?.id,
  )
  const parentId = parents.some(({ id }) => id === said.parentId) ? said.parentId : null
  const isSite = kind === 'SITE'
  const body = {
    name: said.name,
    parentId,
    address: said.address.trim() || null,
    isStore: said.isStore,
    unitId: isSite ? said.unitId : null,
  }
  return (
    <Dialog
      opened
      onClose={onClose}
      title={place ? words.changeNamed(place.name) : words.addTitle}
      confirmLabel={words.save}
      busy={add.isPending || change.isPending}
      problem={problem}
      onConfirm={() => {
        if (place) change.mutate({ params: { id: place.id }, body, ifMatch: place.version })
        else add.mutate({ body: { ...body, kind } })
      }}
    >
      <TextInput
        data-autofocus
        required
        label={words.name}
        maxLength={100}
        value={said.name}
        error={fieldProblem(problem, 'name') ?? null}
        onChange={(event) => set({ name: event.currentTarget.value })}
      />
      {place ? null : (
        <Select
          allowDeselect={false}
          label={words.kind}
          data={locationKinds.map((value) => ({ value, label: words.kinds[value] }))}
          value={kind}
          onChange={(next) => setKind(LocationKind.safeParse(next).data ?? kind)}
        />
      )}
      {isSite ? null : (
        <Select
          searchable
          clearable
          label={words.parent}
          placeholder={words.alone}
          data={parents.map(({ id, path }) => ({ value: id, label: path.join(' › ') }))}
          value={parentId}
          error={fieldProblem(problem, 'parentId') ?? null}
          onChange={(next) => set({ parentId: next })}
        />
      )}
      {isSite && sites.length > 0 ? (
        <Select
          clearable
          label={words.unit}
          description={words.unitAbout}
          placeholder={words.noUnit}
          data={sites.map(({ id, name }) => ({ value: id, label: name }))}
          value={said.unitId}
          error={fieldProblem(problem, 'unitId') ?? null}
          onChange={(next) => set({ unitId: next })}
        />
      ) : null}
      {isSite || kind === 'BUILDING' ? (
        <Textarea
          autosize
          label={words.address}
          maxLength={500}
          value={said.address}
          onChange={(event) => set({ address: event.currentTarget.value })}
        />
      ) : null}
      <Switch
        label={words.isStore}
        checked={said.isStore}
        onChange={(event) => set({ isStore: event.currentTarget.checked })}
      />
    </Dialog>
  )
}

/** What is most likely added inside such a place. */
const kindBelow = (above: LocationKind | undefined): LocationKind =>
  above === undefined ? 'SITE' : (locationKinds[locationKinds.indexOf(above) + 1] ?? 'SHELF')
