import {
  JourneyKind,
  type JourneyStep,
  journeys,
  journeyVariables,
  type ReplyOf,
  standardJourneys,
} from '@deskhand/contract'
import { Select, TextInput } from '@mantine/core'
import { useState } from 'react'
import { useCommand } from '../api.ts'
import { keptWords } from '../company/words.ts'
import { Button } from '../ui/Button.tsx'
import { Dialog } from '../ui/Dialog.tsx'
import { fieldProblem } from '../ui/problem.ts'
import { toast } from '../ui/toast.tsx'
import classes from './JourneyDialog.module.css'
import type { Plan } from './JourneysPage.tsx'
import { StepFields } from './StepFields.tsx'
import { journeyPageWords as words } from './words.ts'

export type Question = ReplyOf<typeof journeys.templates>['questions'][number]
type Keyed = JourneyStep & { key: number }

const keyed = (steps: readonly JourneyStep[]): Keyed[] => steps.map((step, key) => ({ ...step, key }))
const blank = { title: '', deskCode: 'IT', kind: null, summary: '', note: null, unlessNo: null, dueInDays: 0 }

type JourneyDialogProps = { plan: Plan | null; questions: readonly Question[]; onClose: () => void }

/** Makes a plan, beginning with what Deskhand brings along, or changes one. */
export function JourneyDialog({ plan, questions, onClose }: JourneyDialogProps) {
  const [kind, setKind] = useState<JourneyKind>(plan?.kind ?? 'ONBOARDING')
  const [name, setName] = useState(plan?.name ?? '')
  const [department, setDepartment] = useState(plan?.department ?? '')
  const [steps, setSteps] = useState<Keyed[]>(keyed(plan?.steps ?? standardJourneys.ONBOARDING.steps))
  const done = {
    onSuccess: () => {
      toast(keptWords.saved(name))
      onClose()
    },
  }
  const add = useCommand(journeys.addTemplate, done)
  const change = useCommand(journeys.changeTemplate, done)
  const { error, isPending } = plan ? change : add
  const said = (field: string) => fieldProblem(error, field) ?? null
  const isAtField = said('name') !== null || said('department') !== null
  const set = (key: number, part: Partial<JourneyStep>) =>
    setSteps((was) => was.map((step) => (step.key === key ? { ...step, ...part } : step)))

  function save() {
    const opens = steps
      .filter(({ title }) => title.trim() !== '')
      .map(({ key: _, ...step }) => ({ ...step, summary: step.summary.trim() || step.title }))
    const body = { name, department: department.trim() || null, steps: opens }
    if (plan) change.mutate({ params: { id: plan.id }, ifMatch: plan.version, body })
    else add.mutate({ body: { ...body, kind } })
  }
  return (
    <Dialog
      opened
      onClose={onClose}
      title={plan ? words.change : words.add}
      confirmLabel={words.save}
      busy={isPending}
      problem={isAtField ? null : error}
      onConfirm={save}
      width={760}
    >
      <div className={classes.pair}>
        <TextInput
          data-autofocus
          required
          label={words.name}
          maxLength={100}
          value={name}
          error={said('name')}
          onChange={(event) => setName(event.currentTarget.value)}
        />
        {plan ? null : (
          <Select
            allowDeselect={false}
            label={words.kind}
            data={JourneyKind.options.map((value) => ({ value, label: words.kinds[value].toLowerCase() }))}
            value={kind}
            onChange={(value) => {
              const chosen = JourneyKind.options.find((one) => one === value)
              if (!chosen) return
              setKind(chosen)
              setSteps(keyed(standardJourneys[chosen].steps))
            }}
          />
        )}
      </div>
      <TextInput
        label={words.department}
        description={words.departmentHelp}
        maxLength={100}
        value={department}
        error={said('department')}
        onChange={(event) => setDepartment(event.currentTarget.value)}
      />
      <p className={classes.help}>{words.variables(journeyVariables)}</p>
      {steps.map((step, index) => (
        <StepFields
          key={step.key}
          at={index + 1}
          step={step}
          questions={questions.filter((one) => one.kind === kind)}
          said={(field) => said(`steps/${index}/${field}`)}
          onChange={(part) => set(step.key, part)}
          onRemove={() => setSteps((was) => was.filter(({ key }) => key !== step.key))}
        />
      ))}
      <div>
        <Button
          size="small"
          onPress={() =>
            setSteps((was) => [...was, { ...blank, key: Math.max(-1, ...was.map(({ key }) => key)) + 1 }])
          }
        >
          {words.addStep}
        </Button>
      </div>
    </Dialog>
  )
}
