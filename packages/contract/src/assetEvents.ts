import * as z from 'zod'
import { AssetStatus, AssetSubStatus } from './assetShapes.ts'
import { event, uuid } from './kit.ts'
import { CountedItem } from './stockShapes.ts'

const fields = z.strictObject({ fields: z.array(z.string()) })
const holder = {
  personId: uuid.nullable(),
  parentAssetId: uuid.nullable(),
  locationId: uuid.nullable(),
}

/** The stream of a thing. Each of them carries the version that it made, and all that it changed in `changes`. */
export const assetEvents = {
  'asset.created': event('everyone', '{actor} added {ref}', z.strictObject({})),
  'asset.updated': event('everyone', '{actor} changed {ref}', fields),
  'asset.moved': event(
    'everyone',
    '{actor} changed where {ref} is in its life',
    z.strictObject({
      from: AssetStatus,
      to: AssetStatus,
      subStatus: AssetSubStatus.nullable(),
      /** What was said of it: a report, the number of the police, a reason. */
      details: z.record(z.string(), z.unknown()),
    }),
  ),
  'asset.checked_out': event(
    'everyone',
    '{actor} handed {ref} out',
    z.strictObject({
      ...holder,
      note: z.string().nullable(),
      /** What went along with it. */
      accessories: z.array(CountedItem).optional(),
    }),
  ),
  'asset.checked_in': event(
    'everyone',
    '{actor} took {ref} back',
    z.strictObject({
      ...holder,
      note: z.string().nullable(),
      /** What came back with it, and what did not. */
      accessories: z.array(CountedItem).optional(),
      missingAccessories: z.array(CountedItem).optional(),
    }),
  ),
  'asset.transferred': event(
    'everyone',
    '{actor} moved {ref}',
    z.strictObject({ ...holder, note: z.string().nullable() }),
  ),
  'asset.deleted': event('staff', '{actor} deleted {ref}, which was made in error', z.strictObject({})),
  'asset.restored': event('staff', '{actor} brought {ref} back', z.strictObject({})),
}
