import { checkDefinition, type FieldType, type FormDefinition, forms, type ReplyOf } from '@deskhand/contract'
import { useMemo, useState } from 'react'
import { useCommand } from '../../api.ts'
import { toast } from '../../ui/toast.tsx'
import { addField, addSection, keysOf, moveBy, moveTo, newField, type Place, removeAt } from './build.ts'
import { useKeepForm } from './useKeepForm.ts'
import { designerWords as words } from './words.ts'

export type Form = ReplyOf<typeof forms.get>

type Dropped = { type: FieldType } | { from: NonNullable<Place> }
const isDropped = (what: unknown): what is Dropped =>
  typeof what === 'object' && what !== null && ('type' in what || 'from' in what)

/** The form in the builder: what is there, what was changed since, and where somebody stands in it. */
export function useDesigner(form: Form) {
  const [edited, setEdited] = useState<FormDefinition | null>(null)
  const [place, setPlace] = useState<Place>(null)
  const definition = edited ?? form.definition
  const isDirty = edited !== null && JSON.stringify(edited) !== JSON.stringify(form.definition)
  const faults = useMemo(() => checkDefinition(definition), [definition])
  const kept = useMemo(() => keysOf(form.definition), [form.definition])
  const params = { id: form.id }

  const keep = useKeepForm()
  const saving = useCommand(forms.saveVersion, { onSuccess: keep })
  const publishing = useCommand(forms.publish, { onSuccess: keep })

  const set = (next: { definition: FormDefinition; place: Place } | null) => {
    if (!next) return
    setEdited(next.definition)
    setPlace(next.place)
  }

  async function save(note?: string): Promise<Form | null> {
    if (!isDirty && note === undefined) return form
    try {
      const saved = await saving.mutateAsync({
        params,
        body: { definition, ...(note ? { note } : {}) },
        ifMatch: form.version,
      })
      setEdited(null)
      return saved
    } catch {
      // What is wrong is said beside the buttons.
      return null
    }
  }

  return {
    definition,
    kept,
    place,
    setPlace,
    isDirty,
    faults,
    problem: saving.error ?? publishing.error,
    isBusy: saving.isPending || publishing.isPending,
    change: setEdited,
    add: (type: FieldType) => set(addField(definition, place, newField(type, keysOf(definition)))),
    addSection: () => set(addSection(definition)),
    move: (from: NonNullable<Place>, step: -1 | 1) => set(moveBy(definition, from, step)),
    remove(at: NonNullable<Place>) {
      const before = definition
      const section = definition.sections[at.section]
      const label =
        at.field === null ? words.section(section?.title ?? words.untitled) : section?.fields[at.field]?.label
      set({ definition: removeAt(definition, at), place: null })
      toast(words.removed(label ?? ''), { undo: () => setEdited(before) })
    },
    drop(what: unknown, to: { section: number; field: number }) {
      if (!isDropped(what)) return
      if ('type' in what) {
        const before = { section: to.section, field: to.field - 1 }
        const field = newField(what.type, keysOf(definition))
        set(addField(definition, before, field))
        return
      }
      // Taking a field out moves those behind it up by one.
      const isBehind =
        what.from.section === to.section && what.from.field !== null && what.from.field < to.field
      set(moveTo(definition, what.from, { ...to, field: isBehind ? to.field - 1 : to.field }))
    },
    async saveDraft() {
      const saved = await save()
      if (saved?.draft) toast(words.savedDraft(saved.draft.number))
    },
    async publish(note: string): Promise<boolean> {
      const saved = await save(note || undefined)
      if (!saved) return false
      try {
        const published = await publishing.mutateAsync({ params, body: {}, ifMatch: saved.version })
        toast(words.publishedNow(published.published?.number ?? 0))
        return true
      } catch {
        return false
      }
    },
  }
}

export type Designer = ReturnType<typeof useDesigner>
