import { assets } from '@deskhand/contract'
import { TextInput } from '@mantine/core'
import { useAddressQuery } from '../address.ts'
import { useRead } from '../api.ts'
import { moneyText } from '../approvals/moneyText.ts'
import classes from '../asset-relations/RelationsTab.module.css'
import type { TabProps } from '../assets/tabs.ts'
import { ProblemNotice } from '../ui/ProblemNotice.tsx'
import { SectionTitle } from '../ui/SectionTitle.tsx'
import { SkeletonRows } from '../ui/SkeletonRows.tsx'
import { Tag } from '../ui/Tag.tsx'
import { dayOf, plainDay, useNow } from '../ui/time.ts'
import { costWords as words } from './words.ts'

const aDay = /^\d{4}-\d\d-\d\d$/

/** What a thing has cost with what is part of it, and what it is worth in the books on a day. */
export default function CostsTab({ asset, asOf }: TabProps) {
  const now = useNow()
  const { query, change } = useAddressQuery()
  const given = query.get('worthOn')
  const on = given && aDay.test(given) ? given : (asOf ?? dayOf(now))
  const params = { id: asset.id }
  const value = useRead(assets.depreciation, { params, query: { on } }, { keepPrevious: true })
  const costs = useRead(assets.costs, { params })
  const failed = [value, costs].find(({ error }) => error)
  const { data } = value
  const facts: [string, string | null][] = [
    [words.facts.cost, data?.purchaseCost ? moneyText(data.purchaseCost) : null],
    [words.facts.depreciated, data?.depreciated ? moneyText(data.depreciated) : null],
    [words.facts.residual, data?.residual ? moneyText(data.residual) : null],
    [words.facts.ends, data?.endsOn ? plainDay(data.endsOn, now) : null],
  ]
  return (
    <div className={classes.tab}>
      <ProblemNotice problem={failed?.error} onRetry={() => void failed?.refetch()} />
      {value.isPending || costs.isPending ? <SkeletonRows rows={5} lines={1} /> : null}
      {data ? (
        <section>
          <SectionTitle>{words.worth}</SectionTitle>
          <TextInput
            type="date"
            size="xs"
            w={180}
            label={words.on}
            value={on}
            onChange={(event) => change({ worthOn: event.currentTarget.value || null })}
          />
          <p>
            <strong>{data.bookValue ? moneyText(data.bookValue) : null}</strong>
            {data.bookValue ? null : data.residual ? words.notYet : words.unknown}
          </p>
          <ul className={classes.list} aria-label={words.worth}>
            {facts.map(([name, text]) =>
              text ? (
                <li key={name} className={classes.row}>
                  <span className={classes.quiet}>{name}</span>
                  <span className={classes.end}>{text}</span>
                </li>
              ) : null,
            )}
          </ul>
        </section>
      ) : null}
      {data && data.schedule.length > 0 ? (
        <section>
          <SectionTitle>{words.schedule}</SectionTitle>
          <ul className={classes.list} aria-label={words.schedule}>
            {data.schedule.map((step) => (
              <li key={step.on} className={classes.row}>
                <span className={classes.quiet}>{plainDay(step.on, now)}</span>
                <span className={classes.end}>{moneyText(step.bookValue)}</span>
              </li>
            ))}
          </ul>
        </section>
      ) : null}
      {costs.data ? (
        <section>
          <SectionTitle>{words.paid}</SectionTitle>
          {costs.data.data.length === 0 ? <p className={classes.quiet}>{words.nothing}</p> : null}
          <ul className={classes.list} aria-label={words.paid}>
            {costs.data.data.map((cost) => (
              <li key={cost.assetId} className={classes.row}>
                <Tag
                  kind="asset"
                  reference={cost.assetTag}
                  size="compact"
                  href={`/a/${encodeURIComponent(cost.assetTag)}`}
                />
                <span>{cost.name}</span>
                <span className={classes.quiet}>
                  {[cost.kind === 'PART' ? words.part : null, cost.on ? plainDay(cost.on, now) : null]
                    .filter(Boolean)
                    .join(' · ')}
                </span>
                <span className={classes.end}>{moneyText(cost.amount)}</span>
              </li>
            ))}
            {costs.data.data.length > 1
              ? costs.data.totals.map((total) => (
                  <li key={total.currency} className={classes.row}>
                    <strong>{words.total}</strong>
                    <strong className={classes.end}>{moneyText(total)}</strong>
                  </li>
                ))
              : null}
          </ul>
        </section>
      ) : null}
    </div>
  )
}
