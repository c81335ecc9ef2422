import type { Asset } from '@deskhand/contract'
import { type RawBuilder, sql } from 'kysely'
import type { Actor } from '../../platform/actor.ts'
import { send } from '../../platform/db/send.ts'
import type { Tx } from '../../platform/db/transaction.ts'
import { type Answer, answer } from '../../platform/http/answer.ts'
import { isUuid } from '../../platform/ids.ts'
import { Stop } from '../../platform/stop.ts'
import { isKeeper } from '../access.ts'
import { words } from '../words.ts'
import { assetsAt } from './asOf.ts'
import { wholeColumns, wholeSources } from './columns.ts'

type Inside = { tx: Tx; actor: Actor }

/** The thing that fits, or the same 404 for hidden and missing; a deleted one only for who may bring it back. */
export async function readAsset(
  { tx, actor }: Inside,
  which: RawBuilder<unknown>,
  moment: Date | null = null,
): Promise<Asset> {
  const [found] = await send<{ asset: Asset }>(
    tx,
    sql`select (select row_to_json(one) from (select ${wholeColumns}) one) as asset
      from ${moment ? assetsAt(moment, which) : sql`(select * from app.assets now where ${which})`} a
      ${wholeSources} where a.company_id = ${actor.companyId} limit 1`,
  )
  const asset = found?.asset
  if (!asset || (asset.deletedAt && !actor.permissions.has('assets.manage')))
    throw new Stop('not_found', words.noSuchAsset)
  return { ...asset, mayChange: asset.deletedAt === null && moment === null && isKeeper(actor, asset) }
}

/** By its id, or by its tag in any case. */
export const named = (actor: Actor, idOrTag: string): RawBuilder<unknown> => {
  const id = idOrTag.toLowerCase()
  const name = isUuid(id) ? sql`now.id = ${id}::uuid` : sql`now.tag_key = ${idOrTag.toUpperCase()}`
  return sql`now.company_id = ${actor.companyId} and ${name}`
}

/** What a command answers: the whole thing as it is now. */
export async function answerWhole(
  inside: Inside,
  id: string,
  extra: { location?: string; unchanged?: boolean } = {},
): Promise<Answer<Asset>> {
  const asset = await readAsset(inside, named(inside.actor, id))
  return answer(asset, { version: asset.version, ...extra })
}
