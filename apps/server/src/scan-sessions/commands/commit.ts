import { scanSessions } from '@deskhand/contract'
import type { AssetRecord } from '../../assets/access.ts'
import { handOut } from '../../custody/commands/handOut.ts'
import { moveOn } from '../../custody/commands/moveOn.ts'
import { takeBack } from '../../custody/commands/takeBack.ts'
import type { Receiver } from '../../custody/rules.ts'
import { words as custodyWords, tagsIn } from '../../custody/words.ts'
import { beginOperation } from '../../operations/commands/begin.ts'
import { clock } from '../../platform/clock/clock.ts'
import { handle, type Inside } from '../../platform/http/handle.ts'
import { refuseField, Stop } from '../../platform/stop.ts'
import { takeAlongBack } from '../../stock/commands/takeAlongBack.ts'
import { judge, loadSession, type SessionRecord, sessionOf } from '../access.ts'
import { words } from '../words.ts'

export const commit = handle(scanSessions.commit, async (inside) => {
  const { tx, actor, params, body } = inside
  const session = await loadSession(inside, params.id)
  if (session.committedAt) throw new Stop('state', words.committed)
  const { judged, to } = await judge(inside, session)
  if (judged.length === 0) throw new Stop('state', words.empty)
  const blocked = judged.filter(({ problem }) => problem !== null)
  const assets = judged.flatMap(({ asset, problem }) => (asset && !problem ? [asset] : []))
  if (assets.length === 0 || (blocked.length > 0 && !body.rest)) {
    const conflicts = blocked.map(({ asset, code, problem }) => ({
      subjectId: asset?.id ?? '',
      subjectRef: asset?.assetTag ?? code,
      message: problem ?? '',
    }))
    throw new Stop('conflict', words.problems(blocked.length, judged.length), { conflicts })
  }
  mustComeBack(session, assets, body.returned)
  const summary = summaryOf(session, assets, to)
  const kind = `scans.${session.mode.toLowerCase()}`
  const operation = await beginOperation(inside, { kind, summary, changed: assets.length })
  await carryOut({ ...inside, record: operation.record }, session, { assets, to, returned: body.returned })
  const committedAt = clock.now()
  await tx.run(
    'update app.scan_sessions set committed_at = $3, operation_id = $4 where company_id = $1 and id = $2',
    [actor.companyId, session.id, committedAt, operation.id],
  )
  return sessionOf({ ...session, committedAt, operationId: operation.id }, judged, to)
})

type Returned = Inside<typeof scanSessions.commit>['body']['returned']

/** Accessories come back with things of this session that are taken back in it. */
function mustComeBack({ mode }: SessionRecord, assets: readonly AssetRecord[], returned: Returned): void {
  const ids = new Set(mode === 'CHECK_IN' ? assets.map(({ id }) => id) : [])
  const at = returned.findIndex(({ assetId }) => !ids.has(assetId.toLowerCase()))
  if (at >= 0) throw refuseField(`returned/${at}/assetId`, words.notBack)
}

function summaryOf({ mode }: SessionRecord, assets: readonly AssetRecord[], to: Receiver | null): string {
  const tags = tagsIn(assets.map(({ assetTag }) => assetTag))
  if (mode === 'CHECK_IN') return custodyWords.summary.back(tags)
  return custodyWords.summary[mode === 'MOVE' ? 'moved' : 'out'](tags, to?.name ?? '')
}

async function carryOut(
  work: Pick<Inside, 'tx' | 'actor' | 'record'>,
  { mode, dueAt, note, condition }: SessionRecord,
  { assets, to, returned }: { assets: readonly AssetRecord[]; to: Receiver | null; returned: Returned },
): Promise<void> {
  const said = {
    ...(dueAt && { dueAt: dueAt.toISOString() }),
    ...(note && { note }),
    ...(condition && { condition }),
  }
  if (mode === 'CHECK_IN') {
    const along = await takeAlongBack(
      work,
      assets.map(({ id: assetId, personId }) => {
        const at = returned.findIndex((one) => one.assetId.toLowerCase() === assetId)
        return {
          assetId,
          personId,
          returned: returned[at]?.returnedAccessories ?? [],
          field: `returned/${at}/returnedAccessories`,
        }
      }),
    )
    await takeBack(work, assets, {
      along,
      condition: condition ?? 'GOOD',
      ...(note && { note }),
      ...(to && { locationId: to.id }),
    })
    return
  }
  if (!to) throw new Error('A session that hands out names to whom.')
  await (mode === 'MOVE' ? moveOn : handOut)(work, assets, to, said)
}
