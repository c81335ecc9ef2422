import { fileLimits, type Level } from '@deskhand/contract'
import { Checkbox, Radio, Switch, Textarea, TextInput } from '@mantine/core'
import { useState } from 'react'
import { PersonPicker } from '../../people/parts/PersonPicker.tsx'
import { FilePicker } from '../../ui/FilePicker.tsx'
import { fieldProblem } from '../../ui/problem.ts'
import type { useUploads } from '../../uploads.ts'
import type { CatalogueDesk } from '../findTypes.ts'
import { formWords as words } from '../words.ts'
import classes from './AskForm.module.css'
import type { AskDraft } from './askDraft.ts'
import type { FaultyField } from './faults.ts'

const levels: readonly Level[] = ['LOW', 'MEDIUM', 'HIGH']
const levelIn = (text: string) => levels.find((level) => level === text) ?? null

type AskFieldsProps = {
  draft: AskDraft
  onChange: (part: Partial<AskDraft>) => void
  /** To choose from, where the item does not say it. */
  desks: readonly CatalogueDesk[] | null
  desk: CatalogueDesk | null
  canAskForOthers: boolean
  isSealedByType: boolean
  faults: readonly [field: FaultyField, sentence: string][]
  problem: unknown
  uploads: ReturnType<typeof useUploads>
}

/** One field per row, in the order in which one would say it. */
export function AskFields(props: AskFieldsProps) {
  const { draft, onChange, desks, desk, uploads, problem } = props
  const [wasLeft, setLeft] = useState(false)
  const faultOf = (field: FaultyField) => props.faults.find(([one]) => one === field)?.[1] ?? null
  const summaryFault =
    faultOf('summary') ??
    fieldProblem(problem, 'summary') ??
    (wasLeft && draft.summary.trim() === '' ? words.noSummary : null)

  return (
    <>
      {props.canAskForOthers ? (
        <Switch
          label={words.forOther}
          checked={draft.isForOther}
          onChange={(event) => onChange({ isForOther: event.currentTarget.checked })}
        />
      ) : null}
      {props.canAskForOthers && draft.isForOther ? (
        <PersonPicker
          id="ask-person"
          label={words.person}
          description={words.personAbout}
          value={draft.forPerson}
          error={faultOf('person') ?? fieldProblem(problem, 'onBehalfOfId')}
          onChange={(forPerson) => onChange({ forPerson })}
        />
      ) : null}
      {desks ? (
        <Radio.Group
          label={words.desk}
          value={draft.deskCode ?? ''}
          error={faultOf('desk')}
          onChange={(deskCode) => onChange({ deskCode })}
        >
          <div className={classes.choices}>
            {desks.map(({ code, name, description }, index) => (
              <Radio
                key={code}
                {...(index === 0 ? { id: 'ask-desk' } : {})}
                value={code}
                label={name}
                description={description}
              />
            ))}
          </div>
        </Radio.Group>
      ) : null}
      <TextInput
        id="ask-summary"
        label={words.summary}
        description={words.summaryAbout}
        maxLength={500}
        value={draft.summary}
        error={summaryFault}
        onChange={(event) => onChange({ summary: event.currentTarget.value })}
        onBlur={() => setLeft(draft.summary !== '' || wasLeft)}
      />
      <Textarea
        id="ask-description"
        label={words.description}
        description={words.descriptionAbout}
        autosize
        minRows={4}
        maxRows={20}
        maxLength={20_000}
        value={draft.description}
        error={fieldProblem(problem, 'description') ?? null}
        onChange={(event) => onChange({ description: event.currentTarget.value })}
      />
      <FilePicker
        label={words.files}
        help={words.filesAbout(fileLimits.bytes / 1024 ** 2)}
        files={uploads.files}
        onAdd={uploads.add}
        onRemove={uploads.remove}
        onRetry={uploads.retry}
      />
      <h2 className={classes.rule}>{words.details}</h2>
      <div className={classes.pair}>
        <Choice
          label={words.urgency}
          choices={words.urgencies}
          value={draft.urgency}
          onChange={(urgency) => onChange({ urgency })}
        />
        <Choice
          label={words.impact}
          choices={words.impacts}
          value={draft.impact}
          onChange={(impact) => onChange({ impact })}
        />
      </div>
      <p className={classes.help}>{words.leaveOpen}</p>
      {props.isSealedByType ? null : (
        <Checkbox
          label={words.confidential}
          description={desk ? words.confidentialAbout(desk.name) : null}
          checked={draft.isConfidential}
          onChange={(event) => onChange({ isConfidential: event.currentTarget.checked })}
        />
      )}
    </>
  )
}

type ChoiceProps = {
  label: string
  choices: Record<Level, string>
  value: Level | null
  onChange: (level: Level | null) => void
}

function Choice({ label, choices, value, onChange }: ChoiceProps) {
  return (
    <Radio.Group label={label} value={value ?? ''} onChange={(text) => onChange(levelIn(text))}>
      <div className={classes.choices}>
        {levels.map((level) => (
          <Radio key={level} value={level} label={choices[level]} />
        ))}
      </div>
    </Radio.Group>
  )
}
