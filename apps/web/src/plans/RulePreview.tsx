import { plans } from '@deskhand/contract'
import { useQuery } from '@tanstack/react-query'
import { call } from '../call.ts'
import { problemOf } from '../ui/problem.ts'
import { TimeText } from '../ui/TimeText.tsx'
import classes from './PlansPage.module.css'
import { editorWords as words } from './words.ts'

/** What a rule means, and its next six dates; `asked` is the body of the question as text. */
export function RulePreview({ asked }: { asked: string }) {
  // A question in a body is asked by a command, but it changes nothing and is kept like a read.
  const { data, error } = useQuery({
    queryKey: ['rule in words', asked],
    queryFn: () => call(plans.preview, { body: JSON.parse(asked) }),
    staleTime: 60_000,
    retry: false,
  })
  return (
    <div className={classes.preview} role="status">
      {error ? (
        <p className={classes.quiet}>{problemOf(error)?.errors?.[0]?.message ?? problemOf(error)?.detail}</p>
      ) : null}
      {data ? (
        <>
          <p className={classes.words}>
            {words.preview} <strong>{data.words}</strong>.
          </p>
          <p className={classes.quiet}>{words.dates}:</p>
          <ol className={classes.dates}>
            {data.next.map((at) => (
              <li key={at}>
                <TimeText at={at} form="stamp" />
              </li>
            ))}
          </ol>
        </>
      ) : null}
    </div>
  )
}
