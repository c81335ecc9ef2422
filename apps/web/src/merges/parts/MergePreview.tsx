import type { merges, ReplyOf } from '@deskhand/contract'
import { TimeText } from '../../ui/TimeText.tsx'
import { mergeWords as words } from '../words.ts'
import classes from './MergeDialog.module.css'

type MergePreviewProps = {
  preview: ReplyOf<typeof merges.preview>
  refusal: string | null
}

/** Whom answers reach after a merge, and the thread that results; or what stands in its way. */
export function MergePreview({ preview, refusal }: MergePreviewProps) {
  const { entries, readers } = preview
  const [first = ''] = readers
  return (
    <section className={classes.preview} aria-label={words.thread}>
      {refusal ? (
        <p role="alert">{refusal}</p>
      ) : (
        <p>{readers.length > 1 ? words.readers(readers.join(', ')) : words.reader(first)}</p>
      )}
      <h3 className={classes.title}>{words.thread}</h3>
      <ol className={classes.thread}>
        {entries.slice(-12).map((entry) => (
          <li key={entry.id}>
            <span className={classes.quiet}>
              <TimeText at={entry.createdAt} /> {entry.authorName}
              {entry.fromReference ? ` ${words.from(entry.fromReference)}` : null}
            </span>
            <span className={entry.isInternal ? classes.note : undefined}>{entry.message}</span>
          </li>
        ))}
      </ol>
    </section>
  )
}
