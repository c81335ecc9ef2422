import type { QueryTerm } from '@deskhand/contract'
import { useMemo, useState } from 'react'
import { type Command, useCommands } from '../../shell/commands.ts'
import chip from '../../ui/ViewBar.module.css'
import { ViewBar } from '../../ui/ViewBar.tsx'
import { isSameTerm, termsOf, withTerms } from '../lens.ts'
import { filterWords, viewCommands } from '../words.ts'
import { FilterMenu } from './FilterMenu.tsx'
import { TermChip } from './TermChip.tsx'

type FilterBarProps = {
  /** The filters of the view itself; while all of them hold they are one chip, to leave room for one's own. */
  base: string
  where: string
  onChange: (where: string) => void
}

/** The filters as chips: each part is changed where it stands, F adds one, Backspace takes the last away. */
export function FilterBar({ base, where, onChange }: FilterBarProps) {
  const [isAdding, setAdding] = useState(false)
  const [showsAll, setShowsAll] = useState(false)
  const terms = useMemo(() => termsOf(where), [where])
  const baseTerms = useMemo(() => termsOf(base), [base])
  const holdsBase =
    baseTerms.length > 0 && baseTerms.every((one) => terms.some((term) => isSameTerm(one, term)))
  const isFolded = holdsBase && !showsAll
  const shown = terms.flatMap((term, at) =>
    isFolded && baseTerms.some((one) => isSameTerm(one, term)) ? [] : [{ term, at }],
  )

  const change = (at: number, next: QueryTerm | null) =>
    onChange(withTerms(where, next ? terms.with(at, next) : terms.toSpliced(at, 1)))
  const removeLast = () => {
    const last = shown.at(-1)
    if (last) change(last.at, null)
  }
  // biome-ignore lint/correctness/useExhaustiveDependencies: removeLast reads what is shown, which follows from these
  const commands = useMemo<Command[]>(() => {
    const list = { scope: 'list', group: 'record' } as const
    return [
      { ...list, id: 'views.filter', title: viewCommands.filter, keys: 'f', run: () => setAdding(true) },
      { ...list, id: 'views.clear', title: viewCommands.clear, keys: 'Shift+f', run: () => onChange(base) },
      { ...list, id: 'views.removeLast', title: viewCommands.removeLast, keys: 'Backspace', run: removeLast },
    ]
  }, [where, base, isFolded, onChange])
  useCommands(commands)

  return (
    <ViewBar>
      {holdsBase ? (
        <span className={chip.chip}>
          <button
            type="button"
            className={chip.part}
            aria-expanded={showsAll}
            title={filterWords.showAll}
            onClick={() => setShowsAll(!showsAll)}
          >
            {filterWords.of(baseTerms.length)}
          </button>
        </span>
      ) : null}
      {shown.map(({ term, at }) => (
        <TermChip
          key={`${at} ${term.field}`}
          term={term}
          onChange={(next) => change(at, next)}
          onRemove={() => change(at, null)}
        />
      ))}
      <FilterMenu
        opened={isAdding}
        onOpenedChange={setAdding}
        onAdd={(term) => onChange(withTerms(where, [...terms, term]))}
        onRemoveLast={removeLast}
      />
    </ViewBar>
  )
}
