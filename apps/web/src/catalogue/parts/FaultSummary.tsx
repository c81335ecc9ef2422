import type { RefObject } from 'react'
import { formWords as words } from '../words.ts'
import classes from './AskForm.module.css'
import type { PageFault } from './faults.ts'

type FaultSummaryProps = {
  boxRef: RefObject<HTMLDivElement | null>
  faults: readonly PageFault[]
}

/** The first control that the id names or holds takes the focus. */
function focusOn(id: string) {
  const found = document.getElementById(id)
  const control = found?.matches('input, textarea, button, select')
    ? found
    : found?.querySelector<HTMLElement>('input, textarea, button, select')
  ;(control ?? found)?.focus()
}

/** What is missing, said once at the top after sending was tried; each line leads to its field. */
export function FaultSummary({ boxRef, faults }: FaultSummaryProps) {
  return (
    <div ref={boxRef} className={classes.faults} role="alert" tabIndex={-1}>
      <p>{words.problems(faults.length)}</p>
      <ul>
        {faults.map(([id, sentence]) => (
          <li key={`${id} ${sentence}`}>
            <a
              href={`#${id}`}
              onClick={(event) => {
                event.preventDefault()
                focusOn(id)
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
