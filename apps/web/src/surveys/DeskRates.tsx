import { type ReplyOf, surveys } from '@deskhand/contract'
import { NativeSelect } from '@mantine/core'
import { useCommand } from '../api.ts'
import { problemOf } from '../ui/problem.ts'
import { toast } from '../ui/toast.tsx'
import classes from './SatisfactionPage.module.css'
import { satisfactionWords as words } from './words.ts'

const steps = [0, 10, 25, 50, 75, 100]

/** Of how many solutions each desk asks. */
export function DeskRates({ rates }: { rates: ReplyOf<typeof surveys.rates>['data'] }) {
  const set = useCommand(surveys.setRate)
  function choose(id: string, name: string, percent: number, before: number) {
    set.mutate(
      { params: { id }, body: { percent } },
      {
        onSuccess: () =>
          toast(words.saved(name, words.percent(percent)), { undo: () => choose(id, name, before, percent) }),
        onError: (thrown) => toast(words.failed(problemOf(thrown)?.detail ?? '')),
      },
    )
  }
  return (
    <ul className={classes.rates} aria-label={words.asks}>
      {rates.map(({ id, name, percent }) => (
        <li key={id} className={classes.rate}>
          <span aria-hidden="true">{words.rate(name)}</span>
          <NativeSelect
            className={classes.input ?? ''}
            size="xs"
            aria-label={words.rate(name)}
            value={String(percent)}
            data={[...new Set([...steps, percent])]
              .sort((one, other) => one - other)
              .map((value) => ({ value: String(value), label: words.percent(value) }))}
            onChange={(event) => choose(id, name, Number(event.currentTarget.value), percent)}
          />
        </li>
      ))}
    </ul>
  )
}
