import type { desks, ReplyOf, requests, View as SavedView, ViewPlace } from '@deskhand/contract'
import type { z } from 'zod'
import { type Lens, lensOf, plainLens } from '../views/lens.ts'
import { viewWords as savedWords } from '../views/words.ts'
import { viewWords } from './words.ts'

export type Counts = ReplyOf<(typeof requests)['counts']>
export type Desk = ReplyOf<(typeof desks)['list']>['data'][number]
export type Place = z.output<typeof ViewPlace>

export type View = {
  /** The last part of the address: `/q/todo`, `/q/it-unassigned`, or the id of a saved one. */
  id: string
  title: string
  lens: Lens
  count: number | null
  /** Of one desk, by its name. */
  desk?: string
  /** All of it is one's own, so that nobody's name is needed. */
  isMine?: boolean
  /** One that somebody saved. */
  saved?: SavedView
  isPinned?: boolean
}

export type ViewGroup = { title: string; views: View[] }

/** Somebody of the desk is to do something; what waits for others is late on nobody's account. */
const inHand = 'is:open -status:waiting,action_required -is:snoozed'

/** The views that come with Deskhand, with their counts: one's own work, then each desk. */
export function builtInGroups(counts: Counts | undefined): ViewGroup[] {
  const mine = counts?.mine
  const own = (id: string, title: string, where: string, count: number | undefined): View => ({
    id,
    title,
    lens: plainLens(where),
    count: count ?? null,
    isMine: true,
  })
  const done = own('done', viewWords.done, 'assignee:me status:resolved resolved:today', mine?.doneToday)
  const work = [
    own('todo', viewWords.todo, `assignee:me ${inHand}`, mine?.todo),
    own(
      'waiting',
      viewWords.waiting,
      'assignee:me status:waiting,action_required -is:snoozed',
      mine?.waiting,
    ),
    ...(mine?.snoozed
      ? [own('snoozed', viewWords.snoozed, 'assignee:me is:open is:snoozed', mine.snoozed)]
      : []),
    { ...done, lens: { ...done.lens, sort: '-updatedAt' as const } },
  ]
  const deskGroups = (counts?.desks ?? []).map((desk): ViewGroup => {
    const view = (key: keyof typeof viewWords.desk, where: string, count: number): View => ({
      id: `${desk.code.toLowerCase()}-${key}`,
      title: viewWords.desk[key],
      desk: desk.name,
      lens: plainLens(`desk:${desk.code} ${where}`),
      count,
    })
    const views = [
      view('all', 'is:open', desk.open),
      view('unassigned', 'is:open assignee:none -is:snoozed', desk.unassigned),
      view('due', `${inHand} due:today due:>0m`, desk.dueToday),
      view('risk', `${inHand} is:risk`, desk.atRisk),
      view('overdue', `${inHand} due:overdue`, desk.overdue),
      view('requester', 'status:action_required -is:snoozed', desk.withRequester),
      view('onhold', 'status:waiting -is:snoozed', desk.waiting),
    ]
    if (desk.snoozed > 0) views.push(view('snoozed', 'is:open is:snoozed', desk.snoozed))
    if (desk.confidential > 0) views.push(view('confidential', 'is:open is:confidential', desk.confidential))
    return { title: desk.name, views }
  })
  return [{ title: viewWords.mine, views: work }, ...deskGroups]
}

type Saved = { views: readonly SavedView[]; places: readonly Place[]; counts: ReadonlyMap<string, number> }

/** Shared with a desk, or with a team of it. */
const isOfDesk = ({ sharing }: SavedView) => sharing === 'DESK' || sharing === 'TEAM'

/** Every view that this person has, in the order they gave them: the pinned first, the shared with their desk. */
export function viewGroups(
  counts: Counts | undefined,
  { views, places, counts: numbers }: Saved,
): ViewGroup[] {
  const builtIn = builtInGroups(counts)
  const asView = (saved: SavedView): View => ({
    id: saved.id,
    title: saved.name,
    lens: lensOf(saved),
    count: numbers.get(saved.id) ?? null,
    saved,
  })
  const codeOf = new Map((counts?.desks ?? []).map(({ serviceDeskId, name }) => [serviceDeskId, name]))
  const of = (which: (view: SavedView) => boolean) => views.filter(which).map(asView)
  const [work, ...deskGroups] = builtIn
  const groups: ViewGroup[] = [
    ...(work ? [work] : []),
    { title: savedWords.own, views: of(({ sharing }) => sharing === 'ME') },
    ...deskGroups.map(({ title, views: own }) => ({
      title,
      views: [...own, ...of((one) => isOfDesk(one) && codeOf.get(one.serviceDeskId ?? '') === title)],
    })),
    {
      title: savedWords.shared,
      views: of(
        (one) => one.sharing === 'COMPANY' || (isOfDesk(one) && !codeOf.has(one.serviceDeskId ?? '')),
      ),
    },
  ]
  const placeOf = new Map(places.map(({ key }, at) => [key, at]))
  const pins = new Set(places.filter(({ isPinned }) => isPinned).map(({ key }) => key))
  const inOrder = (all: readonly View[]) =>
    [...all].sort((one, other) => (placeOf.get(one.id) ?? 999) - (placeOf.get(other.id) ?? 999))
  const marked = groups.map(({ title, views: all }) => ({
    title,
    views: inOrder(all).map((view) => ({ ...view, isPinned: pins.has(view.id) })),
  }))
  const pinned = inOrder(marked.flatMap((group) => group.views.filter(({ isPinned }) => isPinned)))
  // A view of one desk is called by both names where it stands among others.
  const named = pinned.map((view) => (view.desk ? { ...view, title: `${view.title}, ${view.desk}` } : view))
  return [{ title: savedWords.pinned, views: named }, ...marked].filter((group) => group.views.length > 0)
}

export const findView = (groups: readonly ViewGroup[], id: string): View | undefined =>
  groups.flatMap(({ views }) => views).findLast((view) => view.id === id)
