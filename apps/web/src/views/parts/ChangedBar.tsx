import { type View, views } from '@deskhand/contract'
import { lazy, useState } from 'react'
import { useCommand } from '../../api.ts'
import { Button } from '../../ui/Button.tsx'
import { Opening } from '../../ui/Opening.tsx'
import { problemOf } from '../../ui/problem.ts'
import { toast } from '../../ui/toast.tsx'
import type { Lens } from '../lens.ts'
import { viewWords as words } from '../words.ts'
import classes from './ChangedBar.module.css'

const SaveViewDialog = lazy(() => import('./SaveViewDialog.tsx'))

type ChangedBarProps = {
  lens: Lens
  /** The saved view that is looked at, if it is one. */
  view: View | undefined
  onReset: () => void
  onSaved: (view: View) => void
}

/** Says that what is looked at is not the view any more, and offers to keep it. */
export function ChangedBar({ lens, view, onReset, onSaved }: ChangedBarProps) {
  const [isSaving, setSaving] = useState(false)
  const update = useCommand(views.update)

  async function keep(one: View) {
    try {
      const saved = await update.mutateAsync({ params: { id: one.id }, ifMatch: one.version, body: lens })
      toast(words.updated(saved.name))
      onSaved(saved)
    } catch (thrown) {
      toast(words.failed(problemOf(thrown)?.detail ?? ''))
    }
  }
  return (
    <div className={classes.bar}>
      {view?.mayChange ? (
        <Button size="small" variant="primary" busy={update.isPending} onPress={() => void keep(view)}>
          {words.update}
        </Button>
      ) : null}
      <Button size="small" onPress={() => setSaving(true)}>
        {words.saveAs}
      </Button>
      <Button size="small" variant="quiet" onPress={onReset}>
        {words.reset}
      </Button>
      <Opening>
        {isSaving ? <SaveViewDialog lens={lens} onClose={() => setSaving(false)} onSaved={onSaved} /> : null}
      </Opening>
    </div>
  )
}
