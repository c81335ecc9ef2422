import { todayOf } from '../../licences/access.ts'
import { change } from '../../licences/commands/change.ts'
import { create } from '../../licences/commands/create.ts'
import { giveSeat, mustHaveRoom, readTaker } from '../../licences/commands/giveSeat.ts'
import { plainName } from '../assets/names.ts'
import { words } from '../words.ts'
import { type Deed, everyWay, keyed, type RecordKind, saidIn, textOf } from './kind.ts'

/** Licences, by their names and, where the row says them, their publishers and order numbers. */
export const licences: RecordKind = {
  columns: { personId: 'person' },
  read: (tx) =>
    tx
      .query<{ id: string; name: string; publisher: string | null; order: string | null }>(
        `select id, name, publisher, order_number as "order" from app.licences
         where company_id = $1 and retired_at is null`,
        [tx.whose.companyId],
      )
      .then((rows) =>
        rows.map(({ id, name, publisher, order }) => ({ id, keys: everyWay(name, publisher, order) })),
      ),
  keyOf: (said) => keyed(['name', 'publisher', 'orderNumber'].map((field) => textOf(said, field))),
  async add(deed) {
    const { said } = deed
    const personId = personOf(deed)
    const term = await termOf(deed)
    const names = ['name', 'publisher', 'orderNumber'].map((field) => textOf(said, field))
    const body = {
      kind: 'FLOATING',
      ...saidIn(said, ['name', 'publisher', 'orderNumber', 'key', ...fields]),
      ...(term && { term }),
    }
    const { id } = await deed.call(create, { body })
    if (personId) await seat(deed, id, personId)
    return { id, keys: everyWay(...names) }
  },
  async change(deed, { id }) {
    const personId = personOf(deed)
    const { isChanged } = await deed.call(change, { params: { id }, body: saidIn(deed.said, fields) })
    return (personId !== null && (await seat(deed, id, personId))) || isChanged
  },
  async more(deed, { id }) {
    const personId = personOf(deed)
    return personId !== null && seat(deed, id, personId)
  },
}

const fields = ['kind', 'seats', 'minimumFree', 'supplier', 'notes']

/** Gives a seat to who has none; answers whether it did. */
async function seat(deed: Deed, licenceId: string, personId: string): Promise<boolean> {
  const { tx } = deed
  const held = await tx.query(
    `select from app.licence_seats where company_id = $1 and licence_id = $2 and person_id = $3 and freed_at is null`,
    [tx.whose.companyId, licenceId, personId],
  )
  if (held.length > 0) return false
  await deed.when([licenceId, personId], async () => {
    const to = await readTaker(tx, { personId })
    await giveSeat(deed, await mustHaveRoom(deed, licenceId, to), to, null)
  })
  return true
}

function personOf({ said, names }: Deed): string | null {
  const name = textOf(said, 'person')
  if (name === null) return null
  const found = names.person.get(plainName(name)) ?? []
  if (found.length === 1) return found[0]?.id ?? null
  const message = found.length > 1 ? words.several('person', name) : words.none('person', name)
  said.faults.push({ field: 'person', message })
  return null
}

/** Its first term, where the list says a day of it; one that says only its end has begun. */
async function termOf({ tx, said }: Deed): Promise<{ startsOn: string; endsOn: string | null } | null> {
  const [startsOn, endsOn] = [textOf(said, 'startsOn'), textOf(said, 'endsOn')]
  if (startsOn !== null) return { startsOn, endsOn }
  if (endsOn === null) return null
  const today = await todayOf(tx)
  return { startsOn: endsOn < today ? endsOn : today, endsOn }
}
