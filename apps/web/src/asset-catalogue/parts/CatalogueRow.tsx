import { type ReactNode, useState } from 'react'
import classes from '../../desks/Desks.module.css'
import { Button } from '../../ui/Button.tsx'
import { ConfirmDialog } from '../../ui/ConfirmDialog.tsx'
import { ProblemNotice } from '../../ui/ProblemNotice.tsx'
import { toast } from '../../ui/toast.tsx'
import { catalogueWords as words } from '../words.ts'

type Act = { mutateAsync: () => Promise<unknown>; isPending: boolean; error: unknown }

type CatalogueRowProps = {
  name: string
  isActive: boolean
  about: readonly (string | null)[]
  onEdit: () => void
  /** Retires it, or brings it back. */
  toggle: Act
  /** Missing while something is of it. */
  removal: Act | null
  /** Further in, where it lies in something. */
  depth?: number
  more?: ReactNode
}

/** One kind of thing or one place, with what can be done to it. */
export function CatalogueRow({
  name,
  isActive,
  about,
  onEdit,
  toggle,
  removal,
  depth = 0,
  more,
}: CatalogueRowProps) {
  const [isAsking, setAsking] = useState(false)
  const run = (act: Act, said: string) =>
    act.mutateAsync().then(
      () => toast(said),
      () => undefined,
    )
  return (
    <li className={classes.row} style={{ paddingInlineStart: depth * 24 }}>
      <div>
        <p className={classes.name}>{name}</p>
        <p className={classes.about}>{about.filter(Boolean).join(' · ')}</p>
        {toggle.error ? <ProblemNotice problem={toggle.error} /> : null}
      </div>
      <div className={classes.buttons}>
        {more}
        <Button size="small" onPress={onEdit} label={words.changeNamed(name)}>
          {words.change}
        </Button>
        {removal ? (
          <Button size="small" onPress={() => setAsking(true)} label={words.removeNamed(name)}>
            {words.remove}
          </Button>
        ) : null}
        <Button
          size="small"
          busy={toggle.isPending}
          label={isActive ? words.retireNamed(name) : words.restoreNamed(name)}
          onPress={() => void run(toggle, isActive ? words.retired(name) : words.restored(name))}
        >
          {isActive ? words.retire : words.restore}
        </Button>
      </div>
      {isAsking && removal ? (
        <ConfirmDialog
          opened
          onClose={() => setAsking(false)}
          title={words.removeQuestion(name)}
          consequence={words.removeMeans}
          confirmLabel={words.remove}
          busy={removal.isPending}
          problem={removal.error}
          onConfirm={() => void run(removal, words.removed(name))}
        />
      ) : null}
    </li>
  )
}
