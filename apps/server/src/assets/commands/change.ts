import { type AssetFields, assets, type BodyOf } from '@deskhand/contract'
import { deskFacts } from '../../desks/access.ts'
import type { Actor } from '../../platform/actor.ts'
import type { Tx } from '../../platform/db/transaction.ts'
import { handle } from '../../platform/http/handle.ts'
import { changesBetween } from '../../platform/log/event.ts'
import type { RecordEvent } from '../../platform/log/record.ts'
import type { Platform } from '../../platform/platform.ts'
import { Stop } from '../../platform/stop.ts'
import { type AssetRecord, loadAsset, mustKeep } from '../access.ts'
import { answerWhole } from '../queries/whole.ts'
import { words } from '../words.ts'
import { checkFields } from './checkFields.ts'
import { defined } from './create.ts'
import { kindOf, onlyAsked } from './kindOf.ts'
import { mustBeFree } from './mustBeFree.ts'
import { mustBeThere } from './mustBeThere.ts'
import { changeAsset } from './write.ts'

type Inside = { tx: Tx; actor: Actor; record: RecordEvent; platform: Platform }

export const change = handle(assets.change, async (inside) => {
  const asset = await loadAsset(inside, inside.params.id, { lock: true })
  const changed = await changeFacts(inside, asset, inside.body)
  return answerWhole(inside, asset.id, { unchanged: changed === null })
})

/** Writes what is known of a locked thing, by the rules of the single command; null where nothing differs. */
export async function changeFacts(
  inside: Inside,
  asset: AssetRecord,
  body: BodyOf<typeof assets.change>,
): Promise<AssetRecord | null> {
  const { tx, actor, platform } = inside
  mustKeep(actor, asset)
  const { customFields, ...facts } = defined(body)
  const isHeldByPlace = asset.status === 'DEPLOYED' && !asset.personId && !asset.parentAssetId
  if (isHeldByPlace && facts.locationId !== undefined && facts.locationId !== asset.locationId)
    throw new Stop('state', words.placeHasIt)
  const isOtherKind = facts.categoryId !== undefined || facts.modelId !== undefined
  const modelId = facts.modelId === undefined ? asset.modelId : facts.modelId
  // Another model brings its own category along, unless one is named.
  const categoryId = facts.categoryId ?? (facts.modelId ? null : asset.categoryId)
  const kind = isOtherKind || customFields ? await kindOf(tx, { categoryId, modelId }, asset) : null
  if (kind && kind.categoryId !== asset.categoryId) mustKeep(actor, kind)
  const { zone } = await deskFacts(platform, tx)
  const answers = kind && {
    ...onlyAsked(kind.fields, asset.customFields),
    ...customFields,
  }
  const [checked] = await Promise.all([
    kind && answers ? checkFields(tx, kind.fields, answers, zone) : null,
    mustBeThere(tx, facts),
    mustBeFree(inside, { serialNumber: facts.serialNumber }, asset.id),
  ])
  const after = {
    ...facts,
    ...(kind && isOtherKind && { categoryId: kind.categoryId, modelId: kind.modelId }),
    ...(checked && { customFields: checked }),
  }
  const fields = Object.keys(changesBetween<Partial<AssetFields>>(asset, after))
  return changeAsset(inside, asset, 'asset.updated', { fields }, after)
}
