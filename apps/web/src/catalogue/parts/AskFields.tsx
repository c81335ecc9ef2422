import { Radio, TextInput } from '@mantine/core'
import { useState } from 'react'
import { fieldProblem } from '../../ui/problem.ts'
import type { CatalogueDesk } from '../findTypes.ts'
import { formWords as words } from '../words.ts'
import classes from './AskForm.module.css'
import type { AskDraft } from './askDraft.ts'
import { ForWhom } from './ForWhom.tsx'
import type { PageFault } from './faults.ts'

type AskFieldsProps = {
  draft: AskDraft
  onChange: (part: Partial<AskDraft>) => void
  /** To choose from, where the item does not say it. */
  desks: readonly CatalogueDesk[] | null
  /** A form that makes the title of its answers does not ask for one. */
  asksTitle: boolean
  faults: readonly PageFault[]
  problem: unknown
}

/** For whom, to which desk, and what it is about in one line. */
export function AskFields(props: AskFieldsProps) {
  const { draft, onChange, desks, problem } = props
  const [wasLeft, setLeft] = useState(false)
  const faultOf = (id: string) => props.faults.find(([one]) => one === id)?.[1] ?? null
  const summaryFault =
    faultOf('ask-summary') ??
    fieldProblem(problem, 'summary') ??
    (wasLeft && draft.summary.trim() === '' ? words.noSummary : null)

  return (
    <>
      <ForWhom
        draft={draft}
        onChange={onChange}
        fault={faultOf('ask-person') ?? fieldProblem(problem, 'onBehalfOfId')}
      />
      {desks ? (
        <Radio.Group
          label={words.desk}
          value={draft.deskCode ?? ''}
          error={faultOf('ask-desk')}
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
      {props.asksTitle ? (
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
      ) : null}
    </>
  )
}
