import type { Acceptance, Strokes } from '@deskhand/contract'
import { lockAssets } from '../../assets/access.ts'
import { changeAsset } from '../../assets/commands/write.ts'
import type { Actor } from '../../platform/actor.ts'
import { clock } from '../../platform/clock/clock.ts'
import type { Tx } from '../../platform/db/transaction.ts'
import type { RecordEvent } from '../../platform/log/record.ts'
import { refuseField, Stop } from '../../platform/stop.ts'
import { loadAcceptance } from '../access.ts'
import { hashOf, isNameOf, type Signing, whyOver } from '../rules.ts'
import { words } from '../words.ts'
import { aboutAcceptance } from './askToAccept.ts'

export type Inside = { tx: Tx; actor: Actor; record: RecordEvent }
type Signed = { name: string; strokes?: Strokes | undefined }

/** An acceptance that still waits and the things that it is still about, all locked in the order of hand-overs. */
export async function lockWaiting({ tx, actor }: Pick<Inside, 'tx' | 'actor'>, id: string) {
  const seen = await loadAcceptance(tx, id)
  // The things first, as whoever takes one back does it: else the two would wait for each other.
  const assets = await lockAssets(
    { tx, actor },
    seen.things.map(({ assetId }) => assetId),
  )
  const acceptance = await loadAcceptance(tx, id, { lock: true })
  const refusal = whyOver(acceptance)
  if (refusal) throw new Stop('state', refusal)
  const still = new Set(acceptance.things.flatMap(({ assetId, endedAt }) => (endedAt ? [] : [assetId])))
  return { acceptance, assets: assets.filter((asset) => still.has(asset.id)) }
}

/** Signs for all of its things at once, and keeps the hash of what was signed. */
export async function sign(
  inside: Inside,
  id: string,
  { name, strokes }: Signed,
  via: Signing['via'],
): Promise<Acceptance> {
  const { tx, actor, record } = inside
  const { acceptance, assets } = await lockWaiting(inside, id)
  if (!isNameOf(name, acceptance.person.name))
    throw refuseField('name', words.otherName(acceptance.person.name))
  const at = clock.now().toISOString()
  const witnessId = via === 'SCREEN' ? actor.id : null
  const signing = { name, strokes: strokes ?? null, via, witnessId, at }
  await tx.run(
    `update app.acceptances set state = 'ACCEPTED', decided_at = $3, via = $4, witness_id = $5, signed_as = $6,
       strokes = $7, hash = $8, version = version + 1 where company_id = $1 and id = $2`,
    [
      tx.whose.companyId,
      acceptance.id,
      at,
      via,
      witnessId,
      name,
      strokes ? JSON.stringify(strokes) : null,
      hashOf(acceptance, signing),
    ],
  )
  await Promise.all(
    assets.map((asset) =>
      changeAsset(
        inside,
        asset,
        'asset.accepted',
        { acceptanceId: acceptance.id },
        { acceptance: 'ACCEPTED', isDisputed: false },
      ),
    ),
  )
  record(
    'acceptance.accepted',
    aboutAcceptance(acceptance),
    { assetIds: assets.map((asset) => asset.id) },
    { state: ['PENDING', 'ACCEPTED'] },
  )
  return loadAcceptance(tx, id)
}
