import { type Disposal, disposals } from '@deskhand/contract'
import { Textarea } from '@mantine/core'
import { useState } from 'react'
import { useCommand } from '../api.ts'
import { Dialog } from '../ui/Dialog.tsx'
import { problemOf } from '../ui/problem.ts'
import { toast } from '../ui/toast.tsx'
import classes from './Disposals.module.css'
import { disposalWords as words } from './words.ts'

/** Tags, as they are read from labels or pasted from a list. */
export default function AddThingsDialog({ disposal, onClose }: { disposal: Disposal; onClose: () => void }) {
  const [text, setText] = useState('')
  const [isTried, setTried] = useState(false)
  const change = useCommand(disposals.change)
  const tags = text.split(/[\s,;]+/).filter(Boolean)
  async function confirm() {
    setTried(true)
    if (tags.length === 0) return
    const given = { params: { id: disposal.id }, ifMatch: disposal.version, body: { add: tags } }
    const changed = await change.mutateAsync(given).catch(() => null)
    if (!changed) return
    toast(words.added(tags.length))
    onClose()
  }
  return (
    <Dialog
      opened
      title={words.add}
      confirmLabel={words.addDo}
      busy={change.isPending}
      problem={change.error}
      onClose={onClose}
      onConfirm={() => void confirm()}
    >
      <Textarea
        label={words.add}
        description={words.addHelp}
        autosize
        minRows={3}
        value={text}
        error={isTried && tags.length === 0 ? words.tagsNeeded : null}
        onChange={(event) => setText(event.currentTarget.value)}
      />
      {(problemOf(change.error)?.conflicts ?? []).map((one) => (
        <span key={`${one.subjectId} ${one.message}`} className={classes.fault}>
          {one.message}
        </span>
      ))}
    </Dialog>
  )
}
