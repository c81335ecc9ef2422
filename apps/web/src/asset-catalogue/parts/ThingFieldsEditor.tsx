import { thingFieldTypes } from '@deskhand/contract'
import { Checkbox, Select, TextInput } from '@mantine/core'
import { ArrowUp, Plus, Trash2 } from 'lucide-react'
import { OptionLines } from '../../forms/designer/OptionLines.tsx'
import { Button } from '../../ui/Button.tsx'
import { Icon } from '../../ui/Icon.tsx'
import { IconButton } from '../../ui/IconButton.tsx'
import { problemOf } from '../../ui/problem.ts'
import { type FieldDraft, newDraft } from '../fieldDrafts.ts'
import { fieldWords as words } from '../words.ts'
import classes from './ThingFieldsEditor.module.css'

const types = thingFieldTypes.map((value) => ({ value, label: words.types[value] }))

type ThingFieldsEditorProps = {
  drafts: readonly FieldDraft[]
  onChange: (drafts: FieldDraft[]) => void
  about: string
  problem: unknown
}

/** The fields of a kind of thing as lines: named, put in order, taken away. */
export function ThingFieldsEditor({ drafts, onChange, about, problem }: ThingFieldsEditorProps) {
  const change = (at: number, part: Partial<FieldDraft>) =>
    onChange(drafts.map((draft, index) => (index === at ? { ...draft, ...part } : draft)))
  const moveUp = (at: number) =>
    onChange(drafts.toSpliced(at, 1).toSpliced(at - 1, 0, ...drafts.slice(at, at + 1)))
  return (
    <fieldset className={classes.fields}>
      <legend>{words.legend}</legend>
      <p className={classes.about}>{about}</p>
      {drafts.map((draft, at) => (
        <div key={draft.id} className={classes.field}>
          <div className={classes.line}>
            <TextInput
              aria-label={words.label(at + 1)}
              placeholder={words.labelPlaceholder}
              maxLength={200}
              value={draft.label}
              error={faultOf(problem, at)}
              onChange={(event) => change(at, { label: event.currentTarget.value })}
            />
            <Select
              aria-label={words.type(at + 1)}
              allowDeselect={false}
              data={types}
              value={draft.type}
              onChange={(next) =>
                change(at, { type: thingFieldTypes.find((type) => type === next) ?? draft.type })
              }
            />
            <Checkbox
              label={words.required}
              aria-label={words.requiredNamed(draft.label)}
              checked={draft.isRequired}
              onChange={(event) => change(at, { isRequired: event.currentTarget.checked })}
            />
            <IconButton
              size="small"
              label={words.up(draft.label)}
              icon={<Icon of={ArrowUp} />}
              disabledReason={at === 0 ? words.first : null}
              onPress={() => moveUp(at)}
            />
            <IconButton
              size="small"
              label={words.remove(draft.label)}
              icon={<Icon of={Trash2} />}
              onPress={() => onChange(drafts.toSpliced(at, 1))}
            />
          </div>
          {draft.type === 'choice' || draft.type === 'choices' ? (
            <OptionLines options={draft.options} onChange={(options) => change(at, { options })} />
          ) : null}
        </div>
      ))}
      <Button size="small" icon={<Icon of={Plus} />} onPress={() => onChange([...drafts, newDraft()])}>
        {words.add}
      </Button>
    </fieldset>
  )
}

/** What the server says of the field in this line. */
const faultOf = (problem: unknown, at: number): string | null =>
  problemOf(problem)?.errors?.find(({ pointer }) => pointer.startsWith(`/fields/${at}`))?.message ?? null
