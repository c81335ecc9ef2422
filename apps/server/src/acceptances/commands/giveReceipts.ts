import type { Acceptance, CountedItem } from '@deskhand/contract'
import type { Actor } from '../../platform/actor.ts'
import { clock } from '../../platform/clock/clock.ts'
import type { Tx } from '../../platform/db/transaction.ts'
import { newId } from '../../platform/ids.ts'
import type { RecordEvent } from '../../platform/log/record.ts'
import { hashOf } from '../rules.ts'
import { aboutAcceptance, ofItsKind, thingName } from './askToAccept.ts'

type Work = { tx: Tx; actor: Actor; record: RecordEvent }
/** What was taken back, and from whom. */
type Given = { assetId: string; personId: string; accessories?: readonly CountedItem[] }
type Frozen = { person: Acceptance['person']; thing: Acceptance['things'][number] }

/**
 * Gives each person one receipt for all that was taken back from them in this deed, as the things are now; whoever took
 * them back signs it by name.
 */
export async function giveReceipts(
  { tx, actor, record }: Work,
  given: readonly Given[],
  note: string | null,
): Promise<void> {
  if (given.length === 0) return
  const frozen = await tx.query<Frozen>(freeze, [
    actor.companyId,
    given.map(({ assetId }) => assetId),
    given.map(({ personId }) => personId),
  ])
  const at = clock.now().toISOString()
  const signing = { name: actor.name, strokes: null, via: 'APP' as const, witnessId: null, at }
  const receipts = [...Map.groupBy(frozen, ({ person }) => person.id).values()].flatMap((theirs) => {
    const [first] = theirs
    if (!first) return []
    const of = {
      id: newId(),
      person: first.person,
      things: theirs.map(({ thing }) => thing),
      accessories: given.flatMap(({ personId, accessories = [] }) =>
        personId === first.person.id ? accessories : [],
      ),
    }
    const hash = hashOf({ ...of, askedAt: at, policies: [], receipt: { note } }, signing)
    return [{ ...of, hash: hash.toString('hex') }]
  })
  await tx.run(insert, [actor.companyId, actor.id, actor.name, at, note, JSON.stringify(receipts)])
  for (const receipt of receipts) {
    const assetIds = receipt.things.map(({ assetId }) => assetId)
    record('acceptance.received', aboutAcceptance(receipt), { assetIds }, { state: [null, 'RECEIVED'] })
  }
}

const freeze = `
  select jsonb_build_object('id', p.id, 'name', p.name) as person, jsonb_build_object('assetId', a.id,
    'assetTag', a.asset_tag, 'name', ${thingName}, 'serialNumber', a.serial_number, 'condition', a.condition,
    'endedAt', null) as thing
  from unnest($2::uuid[], $3::uuid[]) as given(asset_id, person_id)
  join app.people p on p.company_id = $1 and p.id = given.person_id
  join app.assets a on a.company_id = $1 and a.id = given.asset_id
  ${ofItsKind}
  order by a.asset_tag`

const insert = `
  with receipts as (
    select * from jsonb_to_recordset($6::jsonb) as r(id uuid, person jsonb, things jsonb, accessories jsonb, hash text)),
  given as (
    insert into app.acceptances (company_id, id, kind, state, person_id, asked_by_id, asked_at, policies, accessories, note, decided_at,
      via, signed_as, hash)
    select $1, r.id, 'RECEIPT', 'RECEIVED', (r.person ->> 'id')::uuid,
      (select p.id from app.people p where p.company_id = $1 and p.id = $2), $4, '[]', r.accessories, $5, $4, 'APP', $3, decode(r.hash, 'hex')
    from receipts r returning id)
  insert into app.acceptance_things (company_id, acceptance_id, asset_id, position, asset_tag, name, serial_number, condition)
  select $1, given.id, (t.thing ->> 'assetId')::uuid, t.position, t.thing ->> 'assetTag', t.thing ->> 'name',
    t.thing ->> 'serialNumber', t.thing ->> 'condition'
  from given join receipts r using (id)
  cross join jsonb_array_elements(r.things) with ordinality as t(thing, position)`
