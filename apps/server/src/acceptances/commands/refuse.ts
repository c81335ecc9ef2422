import type { Acceptance } from '@deskhand/contract'
import { changeAsset } from '../../assets/commands/write.ts'
import { clock } from '../../platform/clock/clock.ts'
import type { Platform } from '../../platform/platform.ts'
import { openRequest } from '../../requests/commands/create.ts'
import { loadAcceptance } from '../access.ts'
import { deskFor } from '../queries/deskFor.ts'
import { words } from '../words.ts'
import { aboutAcceptance } from './askToAccept.ts'
import { type Inside, lockWaiting } from './sign.ts'

/** Refuses for all of its things at once: they stay out, disputed, and the desk that keeps them gets a request. */
export async function refuse(
  inside: Inside & { platform: Platform },
  id: string,
  reason: string,
  via: 'APP' | 'LINK',
): Promise<Acceptance> {
  const { tx, record } = inside
  const { acceptance, assets } = await lockWaiting(inside, id)
  await Promise.all(
    assets.map((asset) =>
      changeAsset(
        inside,
        asset,
        'asset.declined',
        { acceptanceId: acceptance.id },
        { acceptance: 'DECLINED', isDisputed: true },
      ),
    ),
  )
  const deskCode = await deskFor(tx, assets)
  const request = deskCode
    ? await openRequest(inside, {
        serviceDeskCode: deskCode,
        summary: words.refusedSummary(assets.map(({ assetTag }) => assetTag).join(', ')).slice(0, 200),
        description: words.refusedDescription(
          acceptance.things.map(({ name, assetTag }) => `${name} (${assetTag})`),
          reason,
        ),
      })
    : null
  await tx.run(
    `update app.acceptances set state = 'DECLINED', decided_at = $3, via = $4, reason = $5, request_id = $6,
       version = version + 1 where company_id = $1 and id = $2`,
    [tx.whose.companyId, acceptance.id, clock.now(), via, reason, request?.id ?? null],
  )
  record(
    'acceptance.declined',
    aboutAcceptance(acceptance),
    { assetIds: assets.map((asset) => asset.id) },
    { state: ['PENDING', 'DECLINED'] },
  )
  return loadAcceptance(tx, id)
}
