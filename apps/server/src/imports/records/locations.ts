import { type LocationKind, locationKinds } from '@deskhand/contract'
import { add } from '../../locations/commands/add.ts'
import { change } from '../../locations/commands/change.ts'
import { newId } from '../../platform/ids.ts'
import type { Said } from '../rows.ts'
import { words } from '../words.ts'
import { type Deed, keyed, type RecordKind, saidIn, type There, textOf } from './kind.ts'

const named = (...names: (string | null)[]) => keyed([names.filter(Boolean).join(' / ')])

/** Places, by their names and what they lie in. A row that names no kind is one step narrower than what it lies in. */
export const locations: RecordKind = {
  columns: { parentId: 'parent' },
  read: (tx) =>
    tx
      .query<{ id: string; kind: string; names: string[] }>(
        `select l.id, l.kind, array(select up.name from unnest(l.path) with ordinality step(id, place)
             join app.locations up on up.company_id = l.company_id and up.id = step.id order by step.place) as names
         from app.locations l where l.company_id = $1 and l.retired_at is null`,
        [tx.whose.companyId],
      )
      .then((rows) => rows.map(({ id, kind, names }) => ({ id, kind, keys: keysOf(names) }))),
  keyOf: (said) => named(textOf(said, 'parent'), textOf(said, 'name')),
  inOrder: {
    namesOf: (said) => keysOf([textOf(said, 'parent') ?? '', textOf(said, 'name') ?? '']),
    afterOf: (said) => named(textOf(said, 'parent')),
  },
  async add(deed) {
    const { said } = deed
    const above = aboveOf(deed)
    const kind = textOf(said, 'kind') ?? kindIn(said, above)
    const parentId = above?.id ?? null
    const name = textOf(said, 'name') ?? ''
    const body = { ...saidIn(said, ['name', 'address', 'isStore']), kind, parentId }
    const { id } = await deed.call(add, { body })
    deed.names.location.set(name.toLowerCase(), [{ id, name }])
    return { id, kind, keys: keysOf([textOf(said, 'parent') ?? '', name]) }
  },
  async change(deed, there) {
    const body = saidIn(deed.said, ['address', 'isStore'])
    if (Object.keys(body).length === 0) return false
    return (await deed.call(change, { params: { id: there.id }, body })).isChanged
  },
}

/** Its name alone, with what it lies in, with all that it lies in. */
const keysOf = (names: readonly string[]) => [
  ...new Set([named(names.at(-1) ?? ''), named(...names.slice(-2)), named(...names)]),
]

/** What the row says that it lies in: there, of an earlier row, or made along as a site. */
function aboveOf({ said, called, draft, makesMissing }: Deed): There | null {
  const name = textOf(said, 'parent')
  if (name === null) return null
  const found = called(named(name))
  if (found.length > 1) said.faults.push({ field: 'parent', message: words.several('place', name) })
  if (found[0]) return found[0]
  if (!makesMissing) {
    said.faults.push({ field: 'parent', message: words.none('place', name) })
    return null
  }
  const id = newId()
  draft.location.push({ id, name })
  return { id, kind: 'SITE', keys: [named(name)] }
}

function kindIn(said: Said, above: There | null): LocationKind {
  if (!above) return 'SITE'
  const next = locationKinds[locationKinds.findIndex((kind) => kind === above.kind) + 1]
  if (!next) said.faults.push({ field: 'parent', message: words.nothingInside })
  return next ?? 'SHELF'
}
