import { type Import, imports } from '@deskhand/contract'
import { useState } from 'react'
import { useCommand } from '../../api.ts'
import { Button } from '../../ui/Button.tsx'
import { ConfirmDialog } from '../../ui/ConfirmDialog.tsx'
import { ProblemNotice } from '../../ui/ProblemNotice.tsx'
import classes from '../Imports.module.css'
import { importWords as words } from '../words.ts'
import { Counts } from './Counts.tsx'

/** What the check found, and the way on or back. */
export function CheckResult({ list, onBack }: { list: Import; onBack: () => void }) {
  const [isAsking, setAsking] = useState(false)
  const commit = useCommand(imports.commit, { onSuccess: () => setAsking(false) })
  const able = list.newCount + list.changedCount
  const run = (rest: boolean) => commit.mutate({ params: { id: list.id }, body: { rest } })
  return (
    <>
      {list.problem ? <p role="alert">{list.problem}</p> : null}
      <Counts list={list} title={words.checkTitle} />
      <ProblemNotice problem={isAsking ? null : commit.error} />
      <div className={classes.buttons}>
        <Button onPress={onBack}>{words.back}</Button>
        <Button
          variant="primary"
          busy={commit.isPending}
          disabledReason={list.problem ?? (able === 0 ? words.nothing : null)}
          onPress={() => (list.faultyCount > 0 ? setAsking(true) : run(false))}
        >
          {list.faultyCount > 0 ? words.importRest(able) : words.import(able)}
        </Button>
      </div>
      <ConfirmDialog
        opened={isAsking}
        onClose={() => setAsking(false)}
        title={words.restTitle(list.faultyCount)}
        consequence={words.restAbout}
        confirmLabel={words.importRest(able)}
        tone="primary"
        busy={commit.isPending}
        problem={commit.error}
        onConfirm={() => run(true)}
      />
    </>
  )
}
