import { type Disposal, disposals, files } from '@deskhand/contract'
import { useCommand } from '../api.ts'
import { address } from '../call.ts'
import { FilePicker } from '../ui/FilePicker.tsx'
import { fileSize } from '../ui/fileSize.ts'
import { ProblemNotice } from '../ui/ProblemNotice.tsx'
import { SectionTitle } from '../ui/SectionTitle.tsx'
import { toast } from '../ui/toast.tsx'
import { useUploads } from '../uploads.ts'
import classes from './Disposals.module.css'
import { disposalWords as words } from './words.ts'

/** The paper of whoever took them: shown, or dropped here. */
export function Receipt({ disposal }: { disposal: Disposal }) {
  const { id, receipt, mayChange } = disposal
  const change = useCommand(disposals.change, { onSuccess: () => toast(words.saved) })
  const uploads = useUploads(files.stage, {
    onArrived: (fileId) => change.mutate({ params: { id }, body: { receiptFileId: fileId } }),
  })
  return (
    <section className={classes.section}>
      <SectionTitle size="portal">{words.receipt}</SectionTitle>
      {receipt ? (
        <p>
          <a href={address(disposals.receipt, { params: { id } })} download={receipt.fileName}>
            {receipt.fileName}
          </a>{' '}
          <span className={classes.quiet}>{fileSize(receipt.fileSize)}</span>
        </p>
      ) : (
        <p className={classes.quiet}>{words.receiptNone}</p>
      )}
      <ProblemNotice problem={change.error} />
      {mayChange ? (
        <FilePicker
          label={words.receiptAdd}
          help={words.receiptHelp}
          files={uploads.files.filter(({ state }) => state !== 'done')}
          onAdd={(added) => uploads.add(added.slice(0, 1))}
          onRemove={uploads.remove}
          onRetry={uploads.retry}
        />
      ) : null}
    </section>
  )
}
