import type { RuleRun } from '@deskhand/contract'
import { useUndo } from '../../operations/useUndo.tsx'
import { Button } from '../../ui/Button.tsx'
import { classNames } from '../../ui/classNames.ts'
import { TimeText } from '../../ui/TimeText.tsx'
import { outcomeWords, ruleWords as words } from '../words.ts'
import classes from './RunLog.module.css'

type RunLogProps = { runs: readonly RuleRun[]; of: 'request' | 'rule'; linksRules?: boolean }

/** What rules did, newest first: on one request, or of one rule. */
export function RunLog({ runs, of, linksRules = false }: RunLogProps) {
  const { undo, dialog } = useUndo()
  return (
    <>
      <ol className={classes.log}>
        {runs.map((run) => (
          <li key={run.id} className={classes.run}>
            <TimeText at={run.at} form="stamp" />
            <div className={classes.runWords}>
              <p className={classes.runHead}>
                <span className={classNames(classes.outcome, classes[run.outcome])}>
                  {outcomeWords[run.outcome]}
                </span>
                {of === 'rule' ? (
                  <a href={`/r/${run.referenceNumber}`}>
                    {run.referenceNumber} {run.summary}
                  </a>
                ) : (
                  <RuleName run={run} isLink={linksRules} />
                )}
              </p>
              <p className={classes.detail}>{run.detail}</p>
              <p className={classes.muted}>
                {[
                  run.eventId === null ? words.byClock : null,
                  run.chain.length > 0 ? words.after(run.chain) : null,
                  run.undoneByName ? words.undoneBy(run.undoneByName) : null,
                ]
                  .filter(Boolean)
                  .join(' · ')}
              </p>
              {run.operationId && run.undoableUntil ? (
                <Button
                  size="small"
                  variant="quiet"
                  label={words.undoNamed(`“${run.ruleName}”`)}
                  onPress={() => undo(run.operationId ?? '', 1)}
                >
                  {words.undo}
                </Button>
              ) : null}
            </div>
          </li>
        ))}
      </ol>
      {dialog}
    </>
  )
}

function RuleName({ run, isLink }: { run: RuleRun; isLink: boolean }) {
  return isLink ? <a href={`/company/rules/${run.ruleId}`}>{run.ruleName}</a> : <span>{run.ruleName}</span>
}
