import { software } from '@deskhand/contract'
import { useState } from 'react'
import { useRead } from '../api.ts'
import type { TabProps } from '../assets/tabs.ts'
import rows from '../desks/Desks.module.css'
import { EmptyState } from '../ui/EmptyState.tsx'
import { ProblemNotice } from '../ui/ProblemNotice.tsx'
import { SearchField } from '../ui/SearchField.tsx'
import { SkeletonRows } from '../ui/SkeletonRows.tsx'
import { softwareWords as words } from './words.ts'

/** More than one reads; what is searched for is among all of them. */
const shown = 300

/** What is installed on a thing. */
export function SoftwareTab({ asset: { id } }: TabProps) {
  const { data, error, refetch } = useRead(software.ofAsset, { params: { id } })
  const [text, setText] = useState('')
  if (error) return <ProblemNotice problem={error} onRetry={() => void refetch()} />
  if (!data) return <SkeletonRows rows={5} />
  if (data.data.length === 0) {
    return (
      <EmptyState shape="list" size="small" title={words.nothing}>
        {words.nothingAbout}
      </EmptyState>
    )
  }
  const sought = text.trim().toLowerCase()
  const fitting = data.data.filter(({ name, publisher }) =>
    `${name} ${publisher ?? ''}`.toLowerCase().includes(sought),
  )
  return (
    <section aria-label={words.ofThing}>
      <SearchField
        size="small"
        label={words.search}
        placeholder={words.search}
        value={text}
        onChange={setText}
      />
      <ul className={rows.rows} aria-label={words.ofThing}>
        {fitting.slice(0, shown).map(({ titleId, name, publisher, softwareVersion, isForbidden }) => (
          <li key={`${titleId} ${softwareVersion}`} className={rows.row}>
            <div>
              <p className={rows.name}>
                <a href={`/software/${titleId}`}>{name}</a>
              </p>
              <p className={rows.about}>
                {[softwareVersion, publisher, isForbidden ? words.forbidden : null]
                  .filter(Boolean)
                  .join(' · ')}
              </p>
            </div>
          </li>
        ))}
      </ul>
    </section>
  )
}
