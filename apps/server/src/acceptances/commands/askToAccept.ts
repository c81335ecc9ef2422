import type { CountedItem } from '@deskhand/contract'
import type { AssetRecord } from '../../assets/access.ts'
import type { Actor } from '../../platform/actor.ts'
import { clock } from '../../platform/clock/clock.ts'
import type { Tx } from '../../platform/db/transaction.ts'
import { newId } from '../../platform/ids.ts'
import type { RecordEvent } from '../../platform/log/record.ts'
import { expiresAt } from '../rules.ts'
import { words } from '../words.ts'

type Work = { tx: Tx; actor: Actor; record: RecordEvent }

/** Asks whoever got these things to agree to the rules of their categories, as they read at this moment; what went along is named. */
export async function askToAccept(
  { tx, actor, record }: Work,
  assets: readonly AssetRecord[],
  personId: string,
  accessories: readonly CountedItem[] = [],
): Promise<string> {
  const id = newId()
  const now = clock.now()
  const assetIds = assets.map((asset) => asset.id)
  await tx.run(insert, [
    actor.companyId,
    id,
    personId,
    actor.id,
    now,
    expiresAt(now),
    assetIds,
    words.nothingAsked,
    JSON.stringify(accessories),
  ])
  record(
    'acceptance.asked',
    aboutAcceptance({ id, person: { id: personId }, things: assets }),
    { assetIds },
    { state: [null, 'PENDING'] },
  )
  return id
}

/** An acceptance as the subject of an event: heard by whoever was asked. */
export const aboutAcceptance = (of: {
  id: string
  person: { id: string }
  things: readonly { assetTag: string }[]
}) => ({
  type: 'acceptance',
  id: of.id,
  ref: of.things.map(({ assetTag }) => assetTag).join(', '),
  people: [of.person.id],
})

/** What a thing `a` is called in what is signed: by its own name, its model or its category. */
export const thingName = `coalesce(a.name, nullif(concat_ws(' ', f.name, m.name), ''), c.name)`
export const ofItsKind = `join app.asset_categories c on c.company_id = a.company_id and c.id = a.category_id
    left join app.asset_models m on m.company_id = a.company_id and m.id = a.model_id
    left join app.manufacturers f on f.company_id = m.company_id and f.id = m.manufacturer_id`

const insert = `
  with things as (
    select a.id, a.asset_tag, ${thingName} as name, a.serial_number, a.condition, c.id as category_id, c.name as category, c.policy_version, c.policy_text,
      row_number() over (order by a.asset_tag) as position
    from app.assets a
    ${ofItsKind}
    where a.company_id = $1 and a.id = any ($7::uuid[])),
  asked as (
    insert into app.acceptances (company_id, id, person_id, asked_by_id, asked_at, expires_at, accessories, policies)
    select $1, $2, $3, (select p.id from app.people p where p.company_id = $1 and p.id = $4), $5, $6, $9, (
      select jsonb_agg(jsonb_build_object('category', p.category, 'version', p.policy_version,
        'text', coalesce(p.policy_text, $8)) order by p.category)
      from (select distinct category_id, category, policy_version, policy_text from things) p)
    returning id)
  insert into app.acceptance_things (company_id, acceptance_id, asset_id, position, asset_tag, name, serial_number, condition)
  select $1, asked.id, t.id, t.position, t.asset_tag, t.name, t.serial_number, t.condition from things t, asked`
