import { createAssets, type NewAsset } from '../assets/commands/write.ts'
import { clock } from '../platform/clock/clock.ts'
import { transact } from '../platform/db/transaction.ts'
import { newId } from '../platform/ids.ts'
import { openRecord } from '../platform/log/record.ts'
import type { Desk } from '../testing/desk.ts'
import { ana } from '../testing/people.ts'

type Kind = { requiresAcceptance?: boolean; bearsData?: boolean; policyText?: string; deskCode?: string }

/** A category of its own in the company of this person. */
export async function makeCategory(desk: Desk, kind: Kind = {}, by = ana): Promise<string> {
  const id = newId()
  await desk.rows(
    by,
    `insert into app.asset_categories (company_id, id, name, tag_prefix, desk_id, requires_acceptance, policy_text, bears_data)
     select c.company_id, $1::uuid, 'Kind ' || $1, $2, (select d.id from app.desks d where d.company_id = c.company_id
       and d.code = $3), $4, $5, $6 from app.companies c`,
    [
      id,
      `X${id.replaceAll('-', '').slice(-9).toUpperCase()}`,
      kind.deskCode ?? null,
      kind.requiresAcceptance ?? false,
      kind.policyText ?? null,
      kind.bearsData ?? false,
    ],
  )
  return id
}

export async function makePlace(desk: Desk, name = 'Store', by = ana): Promise<string> {
  const id = newId()
  await desk.rows(
    by,
    `insert into app.locations (company_id, id, kind, name, path, is_store)
     select c.company_id, $1::uuid, 'ROOM', $2 || ' ' || $1, array[$1::uuid], true from app.companies c`,
    [id, name],
  )
  return id
}

type Thing = Kind & Partial<Omit<NewAsset, 'deskId'>>

/** A thing in stock, of a kind of its own where none is named. */
export async function makeThing(
  desk: Desk,
  { requiresAcceptance, bearsData, policyText, deskCode, ...fields }: Thing = {},
  by = ana,
): Promise<{ id: string; assetTag: string }> {
  const { companyId } = await desk.who(by)
  const kind = {
    ...(requiresAcceptance && { requiresAcceptance }),
    ...(bearsData && { bearsData }),
    ...(policyText && { policyText }),
    ...(deskCode && { deskCode }),
  }
  const categoryId = fields.categoryId ?? (await makeCategory(desk, kind, by))
  const assetTag = fields.assetTag ?? `T-${newId().slice(-12).toUpperCase()}`
  const { record, write } = openRecord(() => ({ actorId: null, actorName: 'Test', actorKind: 'system' }))
  const [id] = await transact(
    desk.database.pools.worker,
    { companyId, personId: null },
    (tx) =>
      createAssets({ tx, actor: { companyId }, record }, [
        { status: 'IN_STOCK', subStatus: 'AVAILABLE', ...fields, assetTag, categoryId, deskId: null },
      ]),
    write,
  )
  return { id: id ?? '', assetTag }
}

/** Tomorrow at this hour, by the product's clock. */
export const tomorrow = () => new Date(clock.now().getTime() + 86_400_000).toISOString()
