import type { AssetFields, CountedItem } from '@deskhand/contract'
import { askToAccept } from '../../acceptances/commands/askToAccept.ts'
import { beginReservations, mustBeUnreserved } from '../../asset-reservations/commands/keepUp.ts'
import type { AssetRecord } from '../../assets/access.ts'
import { changeAsset } from '../../assets/commands/write.ts'
import { clock } from '../../platform/clock/clock.ts'
import { refuseField, Stop } from '../../platform/stop.ts'
import { readHolders, type Work } from '../access.ts'
import { heldBy, type Receiver, type Refusal, refusalOfReceiver, refusalToHandOut } from '../rules.ts'
import { words } from '../words.ts'

export type Said = {
  dueAt?: string | undefined
  note?: string | undefined
  condition?: AssetFields['condition'] | undefined
  /** What goes along with them, issued already. */
  accessories?: readonly CountedItem[]
}
/** What the things are then, and what their new holder was asked to agree to. */
export type Handed = { assets: AssetRecord[]; acceptanceId: string | null }

export const stop = ({ code, sentence, allowed }: Refusal): Stop =>
  new Stop(code, sentence, allowed && allowed.length > 0 ? { allowed } : {})

/** Hands locked things of the keeper's out, all or none; a person is asked once to accept all that ask for it. */
export async function handOut(
  work: Work,
  assets: readonly AssetRecord[],
  to: Receiver,
  said: Said,
): Promise<Handed> {
  const holders = await readHolders(work.tx, assets)
  for (const asset of assets) {
    const refusal = refusalToHandOut(asset, to, holders.get(asset.id) ?? words.nobody)
    if (refusal) throw stop(refusal)
  }
  await mustBeUnreserved(work, assets, to, said.dueAt)
  const handed = await giveTo(work, assets, to, said, 'asset.checked_out')
  await beginReservations(work, handed.assets, to)
  return handed
}

/** What handing out and moving on have in common: from here on it is theirs. */
export async function giveTo(
  work: Work,
  assets: readonly AssetRecord[],
  to: Receiver,
  { dueAt, note, condition, accessories = [] }: Said,
  name: 'asset.checked_out' | 'asset.transferred',
): Promise<Handed> {
  if (dueAt && new Date(dueAt) <= clock.now()) throw refuseField('dueAt', words.past)
  const field = { person: 'personId', place: 'locationId', thing: 'assetId' }[to.kind]
  for (const asset of assets) {
    const refusal = refusalOfReceiver(asset, to)
    if (refusal) throw refuseField(field, refusal)
  }
  const held = heldBy(to)
  const asks = (asset: AssetRecord) => to.kind === 'person' && asset.requiresAcceptance
  const changed = await Promise.all(
    assets.map((asset) =>
      changeAsset(
        work,
        asset,
        name,
        { ...held, note: note ?? null, ...(accessories.length > 0 && { accessories: [...accessories] }) },
        {
          ...held,
          status: 'DEPLOYED',
          subStatus: dueAt ? 'ON_LOAN' : 'NORMAL',
          dueAt: dueAt ? new Date(dueAt).toISOString() : null,
          acceptance: asks(asset) ? 'PENDING' : 'NONE',
          isDisputed: false,
          ...(condition && { condition }),
        },
      ),
    ),
  )
  const handed = assets.map((asset, at) => changed[at] ?? asset)
  const asking = handed.filter(asks)
  const acceptanceId = asking.length > 0 ? await askToAccept(work, asking, to.id, accessories) : null
  return { assets: handed, acceptanceId }
}
