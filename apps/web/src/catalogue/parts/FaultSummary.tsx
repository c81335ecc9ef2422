import type { RefObject } from 'react'
import { formWords as words } from '../words.ts'
import classes from './AskForm.module.css'
import type { FaultyField } from './faults.ts'

type FaultSummaryProps = {
  boxRef: RefObject<HTMLDivElement | null>
  faults: readonly [field: FaultyField, sentence: string][]
}

/** What is missing, said once at the top after sending was tried; each line leads to its field. */
export function FaultSummary({ boxRef, faults }: FaultSummaryProps) {
  return (
    <div ref={boxRef} className={classes.faults} role="alert" tabIndex={-1}>
      <p>{words.problems(faults.length)}</p>
      <ul>
        {faults.map(([field, sentence]) => (
          <li key={field}>
            <a
              href={`#ask-${field}`}
              onClick={(event) => {
                event.preventDefault()
                document.getElementById(`ask-${field}`)?.focus()
              }}
            >
              {sentence}
            </a>
          </li>
        ))}
      </ul>
    </div>
  )
}
