import { acceptanceTerms } from '@deskhand/contract'
import { lockAssets } from '../assets/access.ts'
import { changeAsset } from '../assets/commands/write.ts'
import type { Schedule, Work } from '../platform/jobs/reaction.ts'
import { aboutAcceptance } from './commands/askToAccept.ts'

/** So many at once; the next run takes the rest. */
const batch = 100

type Run = Work & { now: Date }
type Due = { id: string; personId: string; assetIds: string[]; assetTags: string[] }

const about = ({ id, personId, assetTags }: Due) =>
  aboutAcceptance({ id, person: { id: personId }, things: assetTags.map((assetTag) => ({ assetTag })) })

/** What nobody signed in time: the things stay out, and whoever keeps them sees that nobody signed. */
async function expire({ tx, record, companyId, now }: Run): Promise<void> {
  const overdue = await tx.query<Due>(
    `${waiting} and a.expires_at <= $2 order by a.expires_at limit ${batch}`,
    [companyId, now],
  )
  const inside = { tx, actor: { companyId }, record }
  const assets = await lockAssets(
    inside,
    overdue.flatMap(({ assetIds }) => assetIds),
  )
  // Somebody may have signed between the two statements.
  const expired = await tx.query<{ id: string }>(
    `update app.acceptances set state = 'EXPIRED', version = version + 1
     where company_id = $1 and id = any ($2::uuid[]) and state = 'PENDING' returning id`,
    [companyId, overdue.map(({ id }) => id)],
  )
  const over = new Set(expired.map(({ id }) => id))
  for (const one of overdue) {
    if (!over.has(one.id)) continue
    record('acceptance.expired', about(one), { assetIds: one.assetIds }, { state: ['PENDING', 'EXPIRED'] })
  }
  const acceptanceOf = new Map(
    overdue.flatMap(({ id, assetIds }) =>
      over.has(id) ? assetIds.map((assetId) => [assetId, id] as const) : [],
    ),
  )
  await Promise.all(
    assets.map((asset) => {
      const acceptanceId = acceptanceOf.get(asset.id)
      if (!acceptanceId || asset.acceptance !== 'PENDING') return null
      return changeAsset(
        inside,
        asset,
        'asset.acceptance_expired',
        { acceptanceId },
        { acceptance: 'EXPIRED' },
      )
    }),
  )
}

/** Reminds once by itself, when half of the time is over. */
async function remind({ tx, record, companyId, now }: Run): Promise<void> {
  const since = new Date(now.getTime() - acceptanceTerms.remindAfterDays * 86_400_000)
  const due = await tx.query<Due>(
    `${waiting} and a.asked_at <= $2 and a.reminded_at is null order by a.asked_at limit ${batch}`,
    [companyId, since],
  )
  if (due.length === 0) return
  await tx.run(
    'update app.acceptances set reminded_at = $3 where company_id = $1 and id = any ($2::uuid[])',
    [companyId, due.map(({ id }) => id), now],
  )
  for (const one of due) record('acceptance.reminded', about(one), { assetIds: one.assetIds })
}

const waiting = `
  select a.id, a.person_id as "personId",
    (select array_agg(t.asset_id order by t.position) from app.acceptance_things t
      where t.company_id = a.company_id and t.acceptance_id = a.id and t.ended_at is null) as "assetIds",
    (select array_agg(t.asset_tag order by t.position) from app.acceptance_things t
      where t.company_id = a.company_id and t.acceptance_id = a.id and t.ended_at is null) as "assetTags"
  from app.acceptances a where a.company_id = $1 and a.state = 'PENDING'`

export const schedules: Schedule[] = [
  { name: 'acceptances.expire', cron: '17 * * * *', run: expire },
  { name: 'acceptances.remind', cron: '37 7 * * *', run: remind },
]
