import { discovery } from '@deskhand/contract'
import { useRead } from '../api.ts'
import type { TabProps } from '../assets/tabs.ts'
import { EmptyState } from '../ui/EmptyState.tsx'
import { ProblemNotice } from '../ui/ProblemNotice.tsx'
import { problemOf } from '../ui/problem.ts'
import { SkeletonRows } from '../ui/SkeletonRows.tsx'
import { TimeText } from '../ui/TimeText.tsx'
import classes from './Discovery.module.css'
import { labelOf, sectionWords, discoveryWords as words } from './words.ts'

type Values = Record<string, string | number | boolean>

const order = Object.keys(sectionWords)
const textOf = (value: string | number | boolean) =>
  typeof value === 'boolean' ? (value ? '✓' : '–') : value.toLocaleString()

/** What an agent last said of a thing, part by part. */
export function HardwareTab({ asset: { id } }: TabProps) {
  const { data, error, refetch } = useRead(discovery.inventory, { params: { id } })
  if (problemOf(error)?.status === 404) {
    return (
      <EmptyState shape="list" size="small" title={words.noInventory}>
        {words.noInventoryAbout}
      </EmptyState>
    )
  }
  if (error) return <ProblemNotice problem={error} onRetry={() => void refetch()} />
  if (!data) return <SkeletonRows rows={5} />
  const sections = data.sections.toSorted((a, b) => order.indexOf(a.section) - order.indexOf(b.section))
  return (
    <section aria-label={words.hardware}>
      <p className={classes.about}>
        {words.reportedBy(data.agent.name ?? data.agent.kind, data.agent.agentVersion)} ·{' '}
        <TimeText at={data.lastSeenAt} form="relative" />
      </p>
      {sections.map(({ section, lines }) => (
        <div key={section} className={classes.part}>
          <h3>{sectionWords[section] ?? labelOf(section)}</h3>
          {lines.map((line, at) => (
            // biome-ignore lint/suspicious/noArrayIndexKey: lines have no name of their own and never move
            <Entry key={at} line={line} />
          ))}
        </div>
      ))}
    </section>
  )
}

function Entry({ line }: { line: Values }) {
  return (
    <dl className={classes.entry}>
      {Object.entries(line).map(([field, value]) => (
        <div key={field}>
          <dt>{labelOf(field)}</dt>
          <dd>{textOf(value)}</dd>
        </div>
      ))}
    </dl>
  )
}
