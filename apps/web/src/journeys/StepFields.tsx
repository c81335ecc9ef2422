import { desks, type JourneyStep } from '@deskhand/contract'
import { NumberInput, Select, Textarea, TextInput } from '@mantine/core'
import { X } from 'lucide-react'
import { useRead } from '../api.ts'
import { Icon } from '../ui/Icon.tsx'
import { IconButton } from '../ui/IconButton.tsx'
import classes from './JourneyDialog.module.css'
import type { Question } from './JourneyDialog.tsx'
import { journeyPageWords as words } from './words.ts'

type StepFieldsProps = {
  at: number
  step: JourneyStep
  questions: readonly Question[]
  said: (field: keyof JourneyStep) => string | null
  onChange: (part: Partial<JourneyStep>) => void
  onRemove: () => void
}

const kinds = Object.keys(words.forms) as NonNullable<JourneyStep['kind']>[]

/** One request of a plan: where, as what, with which title, by when. */
export function StepFields({ at, step, questions, said, onChange, onRemove }: StepFieldsProps) {
  const places = useRead(desks.list, {}, { staleTime: 300_000 }).data?.data ?? []
  return (
    <fieldset className={classes.step}>
      <legend className={classes.legend}>{words.step(at)}</legend>
      <div className={classes.remove}>
        <IconButton label={words.removeStep(at)} icon={<Icon of={X} />} onPress={onRemove} />
      </div>
      <div className={classes.pair}>
        <TextInput
          label={words.stepTitle}
          maxLength={100}
          value={step.title}
          error={said('title')}
          onChange={(event) => onChange({ title: event.currentTarget.value })}
        />
        <Select
          allowDeselect={false}
          label={words.desk}
          data={places.map(({ code, name }) => ({ value: code, label: name }))}
          value={step.deskCode}
          error={said('deskCode')}
          onChange={(value) => value && onChange({ deskCode: value })}
        />
      </div>
      <div className={classes.pair}>
        <TextInput
          label={words.summary}
          maxLength={300}
          value={step.summary}
          error={said('summary')}
          onChange={(event) => onChange({ summary: event.currentTarget.value })}
        />
        <Select
          allowDeselect={false}
          label={words.asks}
          data={[
            { value: '', label: words.plain },
            ...kinds.map((value) => ({ value, label: words.forms[value] })),
          ]}
          value={step.kind ?? ''}
          onChange={(value) => onChange({ kind: kinds.find((one) => one === value) ?? null })}
        />
      </div>
      <div className={classes.pair}>
        <Select
          allowDeselect={false}
          label={words.unlessNo}
          data={[
            { value: '', label: words.always },
            ...questions.map(({ key, label }) => ({ value: key, label })),
          ]}
          value={step.unlessNo ?? ''}
          error={said('unlessNo')}
          onChange={(value) => onChange({ unlessNo: value || null })}
        />
        <NumberInput
          label={words.dueInDays}
          description={words.dueHelp}
          min={-180}
          max={180}
          allowDecimal={false}
          hideControls
          value={step.dueInDays}
          error={said('dueInDays')}
          onChange={(value) => onChange({ dueInDays: Number(value) || 0 })}
        />
      </div>
      <Textarea
        label={words.note}
        autosize
        maxRows={6}
        maxLength={2000}
        value={step.note ?? ''}
        error={said('note')}
        onChange={(event) => onChange({ note: event.currentTarget.value || null })}
      />
    </fieldset>
  )
}
