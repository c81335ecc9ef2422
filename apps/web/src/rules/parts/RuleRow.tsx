import { type Rule, rules } from '@deskhand/contract'
import { Switch } from '@mantine/core'
import { GripVertical } from 'lucide-react'
import { useCommand } from '../../api.ts'
import { Icon } from '../../ui/Icon.tsx'
import { ProblemNotice } from '../../ui/ProblemNotice.tsx'
import { TimeText } from '../../ui/TimeText.tsx'
import classes from '../Rules.module.css'
import { ruleWords as words } from '../words.ts'

type RuleRowProps = {
  rule: Rule
  isOver: boolean
  onOver: () => void
  /** Something is let go here. */
  onDrop: (ruleId: string) => void
  onStep: (by: 1 | -1) => void
}

/** One rule as a sentence, with its place, its switch and what it did lately. */
export function RuleRow({ rule, isOver, onOver, onDrop, onStep }: RuleRowProps) {
  const { id, name, deskName, sentences, isEnabled, recent, version } = rule
  const update = useCommand(rules.update)
  const did = [
    deskName ?? words.everyDesk,
    ...(recent.applied > 0 ? [`${words.applied(recent.applied)} ${words.week}`] : [words.never]),
    ...(recent.refused > 0 ? [words.refusedTimes(recent.refused)] : []),
  ]
  return (
    <li
      className={classes.item}
      data-over={isOver}
      data-off={!isEnabled}
      onDragOver={(event) => {
        event.preventDefault()
        onOver()
      }}
      onDrop={(event) => {
        event.preventDefault()
        onDrop(event.dataTransfer.getData('text/plain'))
      }}
    >
      <button
        type="button"
        className={classes.grip}
        draggable
        aria-label={words.move(name)}
        aria-description={words.moveHelp}
        onDragStart={(event) => event.dataTransfer.setData('text/plain', id)}
        onKeyDown={(event) => {
          if (event.key !== 'ArrowUp' && event.key !== 'ArrowDown') return
          event.preventDefault()
          onStep(event.key === 'ArrowUp' ? -1 : 1)
        }}
      >
        <Icon of={GripVertical} />
      </button>
      <div className={classes.words}>
        <a className={classes.name} href={`/company/rules/${id}`}>
          {name}
        </a>
        <p className={classes.sentence}>
          <span className={classes.key}>{words.when}</span> {sentences.when}
          {sentences.if ? (
            <>
              {' '}
              <span className={classes.key}>{words.if.toLowerCase()}</span> {sentences.if}
            </>
          ) : null}{' '}
          <span className={classes.key}>{words.does.toLowerCase()}</span> {sentences.does.join(', ')}
        </p>
        <p className={classes.muted}>
          {did.join(' · ')}
          {recent.lastAt ? (
            <>
              {' · '}
              <TimeText at={recent.lastAt} />
            </>
          ) : null}
        </p>
        <ProblemNotice problem={update.error} />
      </div>
      <Switch
        aria-label={words.enabled(name)}
        checked={update.isPending ? (update.variables.body?.isEnabled ?? isEnabled) : isEnabled}
        onChange={(event) =>
          update.mutate({
            params: { id },
            body: { isEnabled: event.currentTarget.checked },
            ifMatch: version,
          })
        }
      />
    </li>
  )
}
