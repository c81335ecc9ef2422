import { plans } from '@deskhand/contract'
import { Select, Textarea, TextInput } from '@mantine/core'
import { useDebouncedValue } from '@mantine/hooks'
import { useState } from 'react'
import { useCommand } from '../api.ts'
import { zones } from '../company/places.ts'
import { Button } from '../ui/Button.tsx'
import { Dialog } from '../ui/Dialog.tsx'
import { fieldProblem } from '../ui/problem.ts'
import { toast } from '../ui/toast.tsx'
import classes from './PlansPage.module.css'
import { bodyOf, nothingGiven, type PlanDraft, type WholePlan } from './planDraft.ts'
import { RuleFields } from './RuleFields.tsx'
import { RulePreview } from './RulePreview.tsx'
import { firstParts, readRule, writeRule } from './ruleParts.ts'
import { type FieldsProps, TemplateFields } from './TemplateFields.tsx'
import { planWords, editorWords as words } from './words.ts'

type PlanEditorProps = {
  /** Nothing for a new one. */
  plan: WholePlan | null
  first: PlanDraft
  /** The desks that the reader leads. */
  led: readonly { id: string; name: string }[]
  onClose: () => void
}

export default function PlanEditor({ plan, first, led, onClose }: PlanEditorProps) {
  const [draft, setDraft] = useState(first)
  const set = (change: Partial<PlanDraft>) => setDraft((was) => ({ ...was, ...change }))
  const create = useCommand(plans.create)
  const update = useCommand(plans.update)
  const { error } = plan ? update : create
  const done = {
    onSuccess: () => {
      onClose()
      toast(planWords.saved(draft.name))
    },
  }
  function save() {
    const { serviceDeskId, ...body } = bodyOf(draft)
    if (plan) update.mutate({ params: { id: plan.id }, ifMatch: plan.version, body }, done)
    else create.mutate({ body: { serviceDeskId, ...body } }, done)
  }
  return (
    <Dialog
      opened
      onClose={onClose}
      width={640}
      title={plan ? words.editTitle(plan.name) : words.createTitle}
      confirmLabel={plan ? words.save : words.create}
      busy={create.isPending || update.isPending}
      problem={error}
      onConfirm={save}
    >
      <div className={classes.pair}>
        <TextInput
          data-autofocus
          label={words.name}
          maxLength={120}
          value={draft.name}
          error={fieldProblem(error, 'name')}
          onChange={(event) => set({ name: event.currentTarget.value })}
        />
        <Select
          label={words.desk}
          allowDeselect={false}
          disabled={plan !== null}
          data={led.map(({ id, name }) => ({ value: id, label: name }))}
          value={draft.serviceDeskId}
          error={fieldProblem(error, 'serviceDeskId')}
          onChange={(id) =>
            set({
              serviceDeskId: id ?? draft.serviceDeskId,
              requestTypeId: null,
              assignedToId: null,
              ...nothingGiven,
            })
          }
        />
      </div>
      <TextInput
        label={words.summary}
        maxLength={500}
        value={draft.summary}
        error={fieldProblem(error, 'template/summary') ?? fieldProblem(error, 'template')}
        onChange={(event) => set({ summary: event.currentTarget.value })}
      />
      <Textarea
        label={words.description}
        autosize
        minRows={2}
        maxRows={6}
        value={draft.description}
        error={fieldProblem(error, 'template/description')}
        onChange={(event) => set({ description: event.currentTarget.value })}
      />
      <TemplateFields draft={draft} set={set} problem={error} />
      <WhenFields draft={draft} set={set} problem={error} />
      <Select
        label={words.catchUp}
        allowDeselect={false}
        data={Object.entries(words.catchUps).map(([value, label]) => ({ value, label }))}
        value={draft.catchUp}
        onChange={(value) => set({ catchUp: value === 'ONE' ? 'ONE' : 'SKIP' })}
      />
    </Dialog>
  )
}

function WhenFields({ draft, set, problem }: FieldsProps) {
  const [isByHand, setByHand] = useState(readRule(draft.rule) === null)
  const { rule, startsOn, time, zone } = draft
  const [asked] = useDebouncedValue(JSON.stringify({ rule, startsOn, time, zone }), 250)
  const parts = readRule(rule) ?? firstParts
  return (
    <fieldset className={classes.when}>
      <legend className={classes.legend}>{words.when}</legend>
      {isByHand ? (
        <TextInput
          label={words.rule}
          value={rule}
          error={fieldProblem(problem, 'rule')}
          onChange={(event) => set({ rule: event.currentTarget.value.trim() })}
        />
      ) : (
        <RuleFields
          parts={parts}
          error={fieldProblem(problem, 'rule')}
          onChange={(next) => set({ rule: writeRule(next) })}
        />
      )}
      <div className={classes.three}>
        <TextInput
          type="date"
          label={words.startsOn}
          value={startsOn}
          error={fieldProblem(problem, 'startsOn')}
          onChange={(event) => set({ startsOn: event.currentTarget.value })}
        />
        <TextInput
          type="time"
          label={words.time}
          value={time}
          error={fieldProblem(problem, 'time')}
          onChange={(event) => set({ time: event.currentTarget.value })}
        />
        <Select
          label={words.zone}
          allowDeselect={false}
          searchable
          data={zones}
          value={zone}
          error={fieldProblem(problem, 'zone')}
          onChange={(value) => set({ zone: value ?? zone })}
        />
      </div>
      <RulePreview asked={asked} />
      <div>
        <Button
          size="small"
          variant="quiet"
          onPress={() => {
            if (isByHand && readRule(rule) === null) set({ rule: writeRule(firstParts) })
            setByHand(!isByHand)
          }}
        >
          {isByHand ? words.byParts : words.byHand}
        </Button>
      </div>
    </fieldset>
  )
}
