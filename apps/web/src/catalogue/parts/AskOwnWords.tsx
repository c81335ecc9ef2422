import { fileLimits, type Level } from '@deskhand/contract'
import { Checkbox, Radio, Textarea } from '@mantine/core'
import { FilePicker } from '../../ui/FilePicker.tsx'
import { fieldProblem } from '../../ui/problem.ts'
import type { useUploads } from '../../uploads.ts'
import type { CatalogueDesk } from '../findTypes.ts'
import { formWords as words } from '../words.ts'
import classes from './AskForm.module.css'
import type { AskDraft } from './askDraft.ts'
import type { PageFault } from './faults.ts'

const levels: readonly Level[] = ['LOW', 'MEDIUM', 'HIGH']
const levelIn = (text: string) => levels.find((level) => level === text) ?? null

type AskOwnWordsProps = {
  draft: AskDraft
  onChange: (part: Partial<AskDraft>) => void
  desk: CatalogueDesk | null
  asksDescription: boolean
  /** A form may have fields for files of its own. */
  asksFiles: boolean
  asksUrgency: boolean
  isSealedByType: boolean
  faults: readonly PageFault[]
  problem: unknown
  uploads: ReturnType<typeof useUploads>
}

/** What can be said about anything: details in own words, files, how soon, and whether others may read it. */
export function AskOwnWords(props: AskOwnWordsProps) {
  const { draft, onChange, desk, uploads, problem } = props
  const fault = props.faults.find(([id]) => id === 'ask-description')?.[1]
  return (
    <>
      {props.asksDescription ? (
        <Textarea
          id="ask-description"
          label={words.description}
          description={words.descriptionAbout}
          autosize
          minRows={4}
          maxRows={20}
          maxLength={20_000}
          value={draft.description}
          error={fault ?? fieldProblem(problem, 'description') ?? null}
          onChange={(event) => onChange({ description: event.currentTarget.value })}
        />
      ) : null}
      {props.asksFiles ? (
        <FilePicker
          label={words.files}
          help={words.filesAbout(fileLimits.bytes / 1024 ** 2)}
          files={uploads.files}
          onAdd={uploads.add}
          onRemove={uploads.remove}
          onRetry={uploads.retry}
        />
      ) : null}
      {props.asksUrgency ? (
        <>
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
        </>
      ) : null}
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
