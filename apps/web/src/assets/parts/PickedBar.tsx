import type { AssetRow } from '@deskhand/contract'
import { X } from 'lucide-react'
import { Fragment, useMemo } from 'react'
import { type Command, useCommands } from '../../shell/commands.ts'
import { Button } from '../../ui/Button.tsx'
import { Icon } from '../../ui/Icon.tsx'
import { IconButton } from '../../ui/IconButton.tsx'
import classes from '../AssetsPage.module.css'
import { bulkActions } from '../bulkActions.ts'
import { pickWords as words } from '../words.ts'

type PickedBarProps = {
  rows: readonly AssetRow[]
  onClear: () => void
  /** Picks all that the list comes to, also what is not loaded yet; left out where all of it is picked. */
  every?: { count: number | null; isBusy: boolean; pick: () => void }
}

/** At the foot of the list while something is picked: what can be done with all of it. */
export function PickedBar({ rows, onClear, every }: PickedBarProps) {
  // biome-ignore lint/correctness/useHookAtTopLevel: the list is a constant, so the order never changes
  const made = bulkActions.map((useBulkAction) => useBulkAction(rows, onClear))
  const actions = made.flatMap((one) => one.actions)
  // Made anew at every look; what they say tells whether they are the same.
  const said = JSON.stringify(actions)
  // biome-ignore lint/correctness/useExhaustiveDependencies: see above; `rows` holds what they act on
  const commands = useMemo(
    () =>
      actions.map(
        ({ id, label, ...rest }): Command => ({ ...rest, id, title: label, scope: 'list', group: 'record' }),
      ),
    [said, rows],
  )
  useCommands(commands)
  return (
    <section className={classes.bar} aria-label={words.region}>
      <p className={classes.count} role="status">
        {words.picked(rows.length)}
      </p>
      <span className={classes.acts}>
        {every ? (
          <Button size="small" variant="quiet" busy={every.isBusy} onPress={every.pick}>
            {words.pickEvery(every.count)}
          </Button>
        ) : null}
        {actions.map(({ id, label, disabledReason, run }) => (
          <Button key={id} size="small" disabledReason={disabledReason} onPress={run}>
            {label}
          </Button>
        ))}
        <IconButton label={words.clear} icon={<Icon of={X} />} onPress={onClear} keys="Escape" />
      </span>
      {made.map(({ dialogs }, index) => (
        // biome-ignore lint/suspicious/noArrayIndexKey: the list is a constant
        <Fragment key={index}>{dialogs}</Fragment>
      ))}
    </section>
  )
}
