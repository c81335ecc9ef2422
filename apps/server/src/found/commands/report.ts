import { found } from '@deskhand/contract'
import { loadAsset } from '../../assets/access.ts'
import { clock } from '../../platform/clock/clock.ts'
import { transact } from '../../platform/db/transaction.ts'
import { handleOutside } from '../../platform/http/handle.ts'
import { openRecord } from '../../platform/log/record.ts'
import type { Platform } from '../../platform/platform.ts'
import { Stop } from '../../platform/stop.ts'
import { type FoundLabel, type FoundSaid, readLabel, recordFound } from '../access.ts'
import { mostReports } from '../rules.ts'
import { words } from '../words.ts'

/** Thanks everybody alike: whoever has no label, a wrong one, or one of a thing that is gone learns nothing here. */
export const report = handleOutside(found.report, async ({ platform, params, body }) => {
  const { at, seal, message, contact, website } = body
  const label = await readLabel(platform, { tag: params.id, at, seal })
  const said = { note: message ?? null, contact: contact ?? null }
  if (label && !website) await keep(platform, label, params.id, said)
  return {}
})

/** As nobody of the company: the finder has no account, and neither their address nor the call goes into the log. */
async function keep(
  { pools }: Platform,
  { companyId }: FoundLabel,
  tag: string,
  said: FoundSaid,
): Promise<void> {
  const { record, write } = openRecord(() => ({
    actorId: null,
    actorName: words.finder,
    actorKind: 'system',
  }))
  await transact(
    pools.worker,
    { companyId, personId: null },
    async (tx) => {
      const asset = await loadAsset({ tx, actor: { companyId } }, tag, { lock: true }).catch(
        (error: unknown) => {
          if (error instanceof Stop && error.code === 'not_found') return null
          throw error
        },
      )
      if (!asset) return
      const since = new Date(clock.now().getTime() - 86_400_000)
      const [told] = await tx.query<{ count: number }>(count, [companyId, asset.id, since])
      if ((told?.count ?? 0) < mostReports) recordFound(record, asset, said)
    },
    write,
  )
}

const count = `
  select count(*)::int as count from app.events e
  where e.company_id = $1 and e.subject_id = $2 and e.name = 'asset.found_reported' and e.at > $3`
