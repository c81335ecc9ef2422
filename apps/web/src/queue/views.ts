import type { desks, QueryIn, ReplyOf, requests } from '@deskhand/contract'
import { viewWords } from './words.ts'

export type Counts = ReplyOf<(typeof requests)['counts']>
export type Filter = QueryIn<(typeof requests)['list']>
export type Desk = ReplyOf<(typeof desks)['list']>['data'][number]

type View = {
  /** The last part of the address: `/q/todo`, `/q/it-unassigned`. */
  id: string
  title: string
  filter: Filter
  count: number | null
  /** Of one desk, by its name. */
  desk?: string
}

export type ViewGroup = { title: string; views: View[] }

function endOfToday(now: Date) {
  const end = new Date(now)
  end.setHours(24, 0, 0, 0)
  return end.toISOString()
}

function startOfToday(now: Date) {
  const start = new Date(now)
  start.setHours(0, 0, 0, 0)
  return start.toISOString()
}

/** Somebody of the desk is to do something; what waits for others is late on nobody's account. */
const inHand = 'SUBMITTED,IN_REVIEW,APPROVED,IN_PROGRESS'

/** Every view that this person has, with its count. `now` decides what "today" means. */
export function viewGroups(counts: Counts | undefined, now: Date): ViewGroup[] {
  const mine = counts?.mine
  const own: View[] = [
    {
      id: 'todo',
      title: viewWords.todo,
      filter: { assignee: 'me', status: inHand, sort: 'slaDueAt' },
      count: mine?.todo ?? null,
    },
    {
      id: 'waiting',
      title: viewWords.waiting,
      filter: { assignee: 'me', status: 'WAITING,ACTION_REQUIRED', sort: 'slaDueAt' },
      count: mine?.waiting ?? null,
    },
    {
      id: 'done',
      title: viewWords.done,
      filter: { assignee: 'me', status: 'RESOLVED', resolvedAfter: startOfToday(now), sort: '-updatedAt' },
      count: mine?.doneToday ?? null,
    },
  ]
  const deskGroups = (counts?.desks ?? []).map((desk): ViewGroup => {
    const view = (key: keyof typeof viewWords.desk, filter: Filter, count: number): View => ({
      id: `${desk.code.toLowerCase()}-${key}`,
      title: viewWords.desk[key],
      desk: desk.name,
      filter: { desk: desk.code, state: 'open', sort: 'slaDueAt', ...filter },
      count,
    })
    const views = [
      view('all', {}, desk.open),
      view('unassigned', { assignee: 'none' }, desk.unassigned),
      view('due', { status: inHand, dueAfter: now.toISOString(), dueBefore: endOfToday(now) }, desk.dueToday),
      view('risk', { status: inHand, isAtRisk: 'true' }, desk.atRisk),
      view('overdue', { status: inHand, dueBefore: now.toISOString() }, desk.overdue),
      view('requester', { status: 'ACTION_REQUIRED' }, desk.withRequester),
      view('onhold', { status: 'WAITING' }, desk.waiting),
    ]
    if (desk.confidential > 0) views.push(view('confidential', { isConfidential: 'true' }, desk.confidential))
    return { title: desk.name, views }
  })
  return [...(own.length > 0 ? [{ title: viewWords.mine, views: own }] : []), ...deskGroups]
}

export const findView = (groups: readonly ViewGroup[], id: string): View | undefined =>
  groups.flatMap(({ views }) => views).find((view) => view.id === id)
