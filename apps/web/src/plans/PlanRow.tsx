import { plans } from '@deskhand/contract'
import { Trash2 } from 'lucide-react'
import { useState } from 'react'
import { useCommand } from '../api.ts'
import { Button } from '../ui/Button.tsx'
import { ConfirmDialog } from '../ui/ConfirmDialog.tsx'
import { Icon } from '../ui/Icon.tsx'
import { IconButton } from '../ui/IconButton.tsx'
import { problemOf } from '../ui/problem.ts'
import { TimeText } from '../ui/TimeText.tsx'
import { toast } from '../ui/toast.tsx'
import classes from './PlansPage.module.css'
import type { WholePlan } from './planDraft.ts'
import { planWords as words } from './words.ts'

type PlanRowProps = { plan: WholePlan; onEdit: () => void; onRuns: () => void }

/** One plan: what it asks, when, and how it went the last time. */
export function PlanRow({ plan, onEdit, onRuns }: PlanRowProps) {
  const { id, name, deskName, template, isPaused, nextRunAt, lastRun } = plan
  const params = { id }
  const update = useCommand(plans.update)
  const remove = useCommand(plans.remove)
  const [isRemoving, setRemoving] = useState(false)
  const pause = (to: boolean) =>
    update.mutate(
      { params, body: { isPaused: to } },
      {
        onSuccess: () =>
          toast(to ? words.pausedToast(name) : words.resumedToast(name), { undo: () => pause(!to) }),
        onError: (thrown) => toast(words.failed(problemOf(thrown)?.detail ?? '')),
      },
    )
  return (
    <li className={classes.plan}>
      <div className={classes.what}>
        <h2 className={classes.name}>{name}</h2>
        <p className={classes.quiet}>
          {deskName} · {plan.words} · {template.summary}
        </p>
        <p className={classes.line}>
          {isPaused ? (
            words.paused
          ) : nextRunAt ? (
            <>
              {words.next}: <TimeText at={nextRunAt} form="stamp" />
            </>
          ) : (
            words.noNext
          )}
          {lastRun ? (
            <>
              {' · '}
              {words.last}: <TimeText at={lastRun.occursAt} form="stamp" />,{' '}
              {words.outcomes[lastRun.outcome].toLowerCase()}
              {lastRun.referenceNumber ? (
                <>
                  {' '}
                  <a href={`/r/${lastRun.referenceNumber}`}>{lastRun.referenceNumber}</a>
                </>
              ) : null}
            </>
          ) : null}
        </p>
      </div>
      <div className={classes.deeds}>
        <Button size="small" label={words.runsNamed(name)} onPress={onRuns}>
          {words.runs}
        </Button>
        <Button
          size="small"
          busy={update.isPending}
          label={isPaused ? words.resumeNamed(name) : words.pauseNamed(name)}
          onPress={() => pause(!isPaused)}
        >
          {isPaused ? words.resume : words.pause}
        </Button>
        <Button size="small" label={words.editNamed(name)} onPress={onEdit}>
          {words.edit}
        </Button>
        <IconButton label={words.remove} icon={<Icon of={Trash2} />} onPress={() => setRemoving(true)} />
      </div>
      <ConfirmDialog
        opened={isRemoving}
        onClose={() => setRemoving(false)}
        title={words.removeTitle(name)}
        consequence={words.removeConsequence}
        confirmLabel={words.removeConfirm}
        busy={remove.isPending}
        problem={remove.error}
        onConfirm={() => remove.mutate({ params }, { onSuccess: () => toast(words.removed(name)) })}
      />
    </li>
  )
}
