import { assets } from '@deskhand/contract'
import { answer } from '../../platform/http/answer.ts'
import { handle } from '../../platform/http/handle.ts'
import { momentOf } from './momentOf.ts'
import { named, readAsset } from './whole.ts'

export const get = handle(assets.get, async ({ tx, actor, params, query, platform }) => {
  const moment = await momentOf({ platform, tx }, query.asOf)
  const asset = await readAsset({ tx, actor }, named(actor, params.id), moment)
  // Names of what it points to change without it: no 304 by its version.
  return answer(asset, { version: asset.version, isTimed: true })
})
