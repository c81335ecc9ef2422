import { TimeText } from '../../ui/TimeText.tsx'
import { formWords as words } from '../words.ts'
import classes from './AskForm.module.css'

type DraftLineProps = { savedAt: string | null } | { restoredAt: string | null; onStartOver: () => void }

/** That the words are safe, without a toast: when they were kept, or that they were there already. */
export function DraftLine(props: DraftLineProps) {
  if ('savedAt' in props) {
    if (!props.savedAt) return null
    return (
      <span className={classes.draft}>
        <span>
          {words.draft} <TimeText at={props.savedAt} form="clock" />
        </span>
      </span>
    )
  }
  if (!props.restoredAt) return null
  return (
    <p className={classes.draft}>
      <span>
        {words.restored} <TimeText at={props.restoredAt} form="gutter" />.
      </span>
      <button type="button" className={classes.startOver} onClick={props.onStartOver}>
        {words.startOver}
      </button>
    </p>
  )
}
