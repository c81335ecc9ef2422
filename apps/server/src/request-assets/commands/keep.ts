import { linkedAssetsLimit } from '@deskhand/contract'
import type { Actor } from '../../platform/actor.ts'
import { clock } from '../../platform/clock/clock.ts'
import type { Tx } from '../../platform/db/transaction.ts'
import type { RecordEvent } from '../../platform/log/record.ts'
import { Stop } from '../../platform/stop.ts'
import { about, addActivity, isStaff, type RequestRecord } from '../../requests/access.ts'
import { words } from '../words.ts'

type Inside = { tx: Tx; actor: Actor; record: RecordEvent }
export type Thing = { id: string; assetTag: string }
type About = Parameters<typeof about>[0] & { companyId: string }

/** Links these things to a locked request and answers those that were not linked before; says so in the log alone. */
export async function linkThings(
  { tx, actor, record }: Inside,
  request: About,
  things: readonly Thing[],
): Promise<Thing[]> {
  if (things.length === 0) return []
  const added = await tx.query<{ id: string }>(
    `insert into app.request_assets (company_id, request_id, asset_id, linked_by_id, linked_at)
     select $1, $2, one, $4, $5 from unnest($3::uuid[]) one
     on conflict (company_id, request_id, asset_id) do nothing returning asset_id as id`,
    [
      request.companyId,
      request.id,
      things.map(({ id }) => id),
      actor.isDeskhand ? null : actor.id,
      clock.now(),
    ],
  )
  const ids = new Set(added.map(({ id }) => id))
  const linked = things.filter(({ id }) => ids.has(id))
  for (const { id, assetTag } of linked)
    record('request.asset_linked', about(request), { assetId: id, assetTag })
  return linked
}

/** As `linkThings` and its opposite, with a line in the timeline; stops where it would be about too many. */
export async function changeThings(
  inside: Inside,
  request: RequestRecord,
  { link, unlink }: { link: readonly Thing[]; unlink: readonly Thing[] },
): Promise<boolean> {
  const { tx, actor, record } = inside
  if (unlink.length > 0) {
    await tx.run(
      'delete from app.request_assets where company_id = $1 and request_id = $2 and asset_id = any ($3::uuid[])',
      [request.companyId, request.id, unlink.map(({ id }) => id)],
    )
    for (const { id, assetTag } of unlink)
      record('request.asset_unlinked', about(request), { assetId: id, assetTag })
  }
  const linked = await linkThings(inside, request, link)
  if (linked.length > 0) await mustBeFewEnough(tx, request)
  // What the desk links, whoever asked need not have.
  const isInternal = isStaff(actor, request)
  const tags = (things: readonly Thing[]) => things.map(({ assetTag }) => assetTag)
  const lines = [
    ...(linked.length > 0 ? [words.linked(actor.name, tags(linked))] : []),
    ...(unlink.length > 0 ? [words.unlinked(actor.name, tags(unlink))] : []),
  ]
  await Promise.all(
    lines.map((message) =>
      addActivity(tx, request, actor, {
        activityType: 'SYSTEM',
        message,
        isInternal,
        metadata: { event: 'things' },
      }),
    ),
  )
  return lines.length > 0
}

async function mustBeFewEnough(tx: Tx, request: RequestRecord): Promise<void> {
  const [row] = await tx.query<{ count: number }>(
    'select count(*)::int as count from app.request_assets where company_id = $1 and request_id = $2',
    [request.companyId, request.id],
  )
  if ((row?.count ?? 0) > linkedAssetsLimit) throw new Stop('rule', words.tooMany(linkedAssetsLimit))
}
