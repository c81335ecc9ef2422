import { desks, SlaTarget } from '@deskhand/contract'
import { NumberInput, Select } from '@mantine/core'
import { X } from 'lucide-react'
import { useRead } from '../../api.ts'
import { Button } from '../../ui/Button.tsx'
import { Icon } from '../../ui/Icon.tsx'
import { IconButton } from '../../ui/IconButton.tsx'
import { policyWords as words } from '../policyWords.ts'
import classes from '../SlaPage.module.css'
import { slaWords } from '../words.ts'
import { GivesTo } from './GivesTo.tsx'
import { actionName, actionOf, amountOf, momentOf, newStep, type Step } from './policyDraft.ts'

const moments = ['PERCENT', 'BEFORE', 'AFTER'] as const
const actions = Object.entries(words.stepActions).map(([value, label]) => ({ value, label }))

/** It gives the request away and does not say to whom yet. */
const isForNobody = ({ action }: Step) =>
  action.do === 'REASSIGN' && action.assignedToId === null && action.assignedTeamId === null

type StepsProps = {
  steps: readonly Step[]
  /** What the server said about the step at this place. */
  said: (at: number) => string | null
  onChange: (steps: Step[]) => void
}

/** What happens before and after a promise breaks, step by step. */
export function Steps({ steps, said, onChange }: StepsProps) {
  const set = (index: number, part: Partial<Step>) =>
    onChange(steps.map((step, at) => (at === index ? { ...step, ...part } : step)))
  const teams = (useRead(desks.teams, {}, { staleTime: 300_000 }).data?.data ?? []).filter(
    ({ isActive }) => isActive,
  )
  return (
    <>
      {steps.map((step, index) => (
        <fieldset key={step.id} className={classes.step}>
          <legend className="visually-hidden">{words.step(index + 1)}</legend>
          <div className={classes.stepFields}>
            <Select
              label={words.stepTarget}
              allowDeselect={false}
              data={SlaTarget.options.map((value) => ({ value, label: slaWords.targets[value] }))}
              value={step.target}
              onChange={(target) => target && set(index, { target: SlaTarget.parse(target) })}
            />
            <Select
              label={words.stepAt}
              allowDeselect={false}
              data={moments.map((value) => ({ value, label: words.stepMoments[value] }))}
              value={step.moment.at}
              onChange={(value) => {
                const at = moments.find((one) => one === value)
                if (at) set(index, { moment: momentOf(at, amountOf(step)) })
              }}
            />
            <NumberInput
              label={words.stepAmount}
              min={1}
              hideControls
              value={amountOf(step)}
              error={isForNobody(step) ? null : said(index)}
              onChange={(amount) => set(index, { moment: momentOf(step.moment.at, Number(amount)) })}
            />
            <Select
              label={words.stepAction}
              allowDeselect={false}
              data={teams.length > 0 ? actions : actions.filter(({ value }) => value !== 'TO_TEAM')}
              value={actionName(step)}
              onChange={(name) =>
                name && set(index, { action: actionOf(name, step.action, teams[0]?.id ?? null) })
              }
            />
            {step.action.do === 'REASSIGN' ? (
              <GivesTo
                action={step.action}
                teams={teams}
                error={isForNobody(step) ? said(index) : null}
                onChange={(action) => set(index, { action })}
              />
            ) : null}
          </div>
          <IconButton
            size="small"
            label={words.removeStep}
            icon={<Icon of={X} />}
            onPress={() => onChange(steps.filter((_, at) => at !== index))}
          />
        </fieldset>
      ))}
      <div>
        <Button size="small" onPress={() => onChange([...steps, newStep()])}>
          {words.addStep}
        </Button>
      </div>
    </>
  )
}
