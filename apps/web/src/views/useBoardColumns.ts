import { desks, Priority, type ViewGrouping, views } from '@deskhand/contract'
import { useMemo } from 'react'
import { useRead } from '../api.ts'
import { priorityWords, stateWords } from '../ui/words.ts'
import { type Lens, termsOf } from './lens.ts'

export type BoardColumnData = { value: string; label: string; count: number }

/** In the order in which a request passes them; a rejected one is shown only where there are some. */
const stages = [
  'SUBMITTED',
  'IN_REVIEW',
  'APPROVED',
  'IN_PROGRESS',
  'WAITING',
  'ACTION_REQUIRED',
  'RESOLVED',
] as const

/** The columns of a board: what the list falls into, and where a card could go although nothing lies there yet. */
export function useBoardColumns({ where }: Lens, by: ViewGrouping) {
  const groups = useRead(views.groups, { query: { where, by } }, { keepPrevious: true })
  const desk = useMemo(() => {
    const named = termsOf(where).filter(({ field, not }) => field === 'desk' && !not)
    const [one] = named.length === 1 ? (named[0]?.values ?? []) : []
    return one && one !== 'mine' ? one : null
  }, [where])
  const members = useRead(
    desks.members,
    { params: { id: desk ?? '' } },
    { enabled: desk !== null && by === 'assignee', staleTime: 60_000 },
  )
  const columns = useMemo((): BoardColumnData[] => {
    const found = groups.data?.data ?? []
    const countOf = new Map(found.map(({ value, count }) => [value, count]))
    const known: [string, string][] =
      by === 'status'
        ? stages.map((state) => [state, stateWords[state].technician])
        : by === 'priority'
          ? Priority.options.toReversed().map((one) => [one, priorityWords[one]])
          : by === 'assignee'
            ? [
                ['none', 'Unassigned'],
                ...(members.data?.data ?? []).map(({ id, name }): [string, string] => [id, name]),
              ]
            : []
    const values = new Set(known.map(([value]) => value))
    return [
      ...known.map(([value, label]) => ({ value, label, count: countOf.get(value) ?? 0 })),
      ...found.filter(({ value }) => !values.has(value)),
    ]
  }, [groups.data, members.data, by])
  return { columns, members: members.data?.data ?? null, groups }
}
