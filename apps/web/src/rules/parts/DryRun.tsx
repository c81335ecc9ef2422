import { dryRunLimit, type RuleBody, type RuleDryRun, rules } from '@deskhand/contract'
import { NativeSelect } from '@mantine/core'
import { useState } from 'react'
import { useCommand, usePages, useRead } from '../../api.ts'
import { Button } from '../../ui/Button.tsx'
import { LoadMore } from '../../ui/LoadMore.tsx'
import { ProblemNotice } from '../../ui/ProblemNotice.tsx'
import { Tag } from '../../ui/Tag.tsx'
import { TimeText } from '../../ui/TimeText.tsx'
import { differenceText } from '../differenceText.ts'
import page from '../Rules.module.css'
import { ruleWords as words } from '../words.ts'
import classes from './DryRun.module.css'

const sizes = [100, 1_000, dryRunLimit]

/** What the rule, as it stands in the form, would have done to what is stored. */
export function DryRun({ rule }: { rule: RuleBody }) {
  const [most, setMost] = useState(1_000)
  const begin = useCommand(rules.preview)
  return (
    <section className={page.try} aria-label={words.tryTitle}>
      <h2 className={page.title}>{words.tryTitle}</h2>
      <p className={page.muted}>{words.tryAbout}</p>
      <div className={classes.tryLine}>
        <NativeSelect
          label={words.most}
          data={sizes.map((size) => ({ value: String(size), label: size.toLocaleString('en') }))}
          value={String(most)}
          onChange={(event) => setMost(Number(event.currentTarget.value))}
        />
        <Button
          busy={begin.isPending}
          onPress={() => begin.mutate({ body: { rule: { ...rule, name: rule.name || words.new }, most } })}
        >
          {words.try}
        </Button>
      </div>
      <ProblemNotice problem={begin.error} />
      {begin.data ? <Result key={begin.data.id} begun={begin.data} /> : null}
    </section>
  )
}

function Result({ begun }: { begun: RuleDryRun }) {
  const params = { id: begun.id }
  const read = useRead(rules.getDryRun, { params }, { refetchInterval: 1_000 })
  const { state, done, total, matched, differences, refused } = read.data ?? begun
  const found = usePages(rules.differences, { params, query: { limit: 50 } }, { enabled: state === 'DONE' })
  if (state === 'RUNNING')
    return (
      <>
        <progress className={classes.bar} value={done} max={Math.max(1, total)} aria-label={words.tryTitle} />
        <p role="status">{words.trying(done, total)}</p>
      </>
    )
  return (
    <>
      <p role="status">
        {words.tried(matched, done, differences)} {refused > 0 ? words.wouldRefuse(refused) : null}
      </p>
      <ProblemNotice problem={found.error} onRetry={() => void found.refetch()} />
      {found.items.length > 0 ? (
        // biome-ignore lint/a11y/noNoninteractiveTabindex: a table that scrolls must be reached by keys
        <section className={classes.scroll} tabIndex={0} aria-label={words.differences}>
          <table className={classes.table}>
            <thead>
              <tr>
                {[words.request, words.at, words.field, words.from, words.to].map((title) => (
                  <th key={title} scope="col">
                    {title}
                  </th>
                ))}
              </tr>
            </thead>
            <tbody>
              {found.items.map((one) => (
                <tr key={`${one.requestId}${one.field}`}>
                  <td>
                    <Tag reference={one.referenceNumber} size="compact" href={`/r/${one.referenceNumber}`} />
                  </td>
                  <td>
                    <TimeText at={one.at} form="stamp" />
                  </td>
                  <td>{words.fields[one.field] ?? one.field}</td>
                  <td>{differenceText(one.field, one.from)}</td>
                  <td>{one.refusal ?? differenceText(one.field, one.to)}</td>
                </tr>
              ))}
            </tbody>
          </table>
        </section>
      ) : null}
      {found.hasNextPage ? (
        <LoadMore
          label={words.more}
          busy={found.isFetchingNextPage}
          onPress={() => void found.fetchNextPage()}
        />
      ) : null}
    </>
  )
}
