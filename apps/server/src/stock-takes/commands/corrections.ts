import type { StockTakeCorrection } from '@deskhand/contract'
import { type AssetRecord, isKeeper } from '../../assets/access.ts'
import type { AssetChange } from '../../assets/commands/write.ts'
import { backAs } from '../../custody/rules.ts'
import type { Actor } from '../../platform/actor.ts'
import type { StockTakeRecord } from '../access.ts'
import type { Finding } from '../queries/findings.ts'
import { type Verdict, verdictOf } from '../rules.ts'
import { words } from '../words.ts'

export type Planned = { correction: StockTakeCorrection; change: AssetChange | null }

/** What completing would do to each thing; nothing is written. */
export function planCorrections(
  actor: Actor,
  stockTake: Pick<StockTakeRecord, 'name'>,
  findings: readonly Finding[],
  assets: ReadonlyMap<string, AssetRecord>,
  leave: ReadonlySet<string>,
): Planned[] {
  return findings.flatMap((finding) => {
    const asset = assets.get(finding.assetId)
    const verdict = decide(actor, finding, asset, leave)
    if (!verdict) return []
    const { assetId, assetTag, name } = finding
    const isMoved = verdict.kind === 'MOVED' || verdict.kind === 'FOUND'
    const correction = {
      assetId,
      assetTag,
      name,
      kind: verdict.kind,
      fromPlace: finding.expectedPlace ?? finding.personName,
      toPlace: isMoved || verdict.kind === 'LEFT' ? finding.foundPlace : null,
      reason: verdict.reason,
      condition: verdict.kind === 'LEFT' || verdict.kind === 'MISSING' ? null : finding.condition,
    }
    return [{ correction, change: asset ? changeOf(stockTake.name, finding, asset, verdict.kind) : null }]
  })
}

type Decided = Verdict | { kind: 'CONDITION'; reason: null }

function decide(
  actor: Actor,
  finding: Finding,
  asset: AssetRecord | undefined,
  leave: ReadonlySet<string>,
): Decided | null {
  if (!asset) return { kind: 'LEFT', reason: words.left.gone }
  const verdict = verdictOf(finding, asset)
  const isWorse = finding.condition !== null && finding.condition !== asset.condition
  const wanted: Decided | null = verdict ?? (isWorse ? { kind: 'CONDITION', reason: null } : null)
  if (!wanted || wanted.kind === 'LEFT') return wanted
  if (leave.has(asset.id)) return { kind: 'LEFT', reason: words.left.wanted }
  if (!isKeeper(actor, asset)) return { kind: 'LEFT', reason: words.left.keeper }
  if (!finding.isPlaceUsed && wanted.kind !== 'CONDITION') return { kind: 'LEFT', reason: words.left.place }
  return wanted
}

function changeOf(
  stockTake: string,
  { foundLocationId, condition }: Finding,
  asset: AssetRecord,
  kind: StockTakeCorrection['kind'],
): AssetChange | null {
  const seen = condition ? { condition } : {}
  switch (kind) {
    case 'LEFT':
      return null
    case 'CONDITION':
      return { asset, name: 'asset.updated', data: { fields: ['condition'] }, given: seen }
    case 'MISSING':
      return {
        asset,
        name: 'asset.moved',
        data: {
          from: asset.status,
          to: 'MISSING',
          subStatus: 'UNCONFIRMED',
          details: { report: words.missing(stockTake) },
        },
        given: { status: 'MISSING', subStatus: 'UNCONFIRMED' },
      }
    case 'FOUND': {
      const subStatus = backAs(asset)
      return {
        asset,
        name: 'asset.moved',
        data: { from: asset.status, to: 'IN_STOCK', subStatus, details: { report: words.found(stockTake) } },
        given: {
          ...seen,
          status: 'IN_STOCK',
          subStatus,
          personId: null,
          parentAssetId: null,
          locationId: foundLocationId,
          acceptance: 'NONE',
          isDisputed: false,
          dueAt: null,
        },
      }
    }
    case 'MOVED':
      return {
        asset,
        name: 'asset.transferred',
        data: {
          personId: null,
          parentAssetId: null,
          locationId: foundLocationId,
          note: words.found(stockTake),
        },
        given: { ...seen, locationId: foundLocationId },
      }
  }
}
