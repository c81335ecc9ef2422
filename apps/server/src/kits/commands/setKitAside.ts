import { lockAll } from '../../custody/access.ts'
import type { Actor } from '../../platform/actor.ts'
import type { Tx } from '../../platform/db/transaction.ts'
import type { RecordEvent } from '../../platform/log/record.ts'
import { Stop } from '../../platform/stop.ts'
import { setAside } from '../../request-assets/commands/setAside.ts'
import type { RequestRecord } from '../../requests/access.ts'
import { loadKit } from '../access.ts'
import { lackingOf } from '../rules.ts'
import { words } from '../words.ts'
import { pick } from './pick.ts'

type Work = { tx: Tx; actor: Actor; record: RecordEvent }

/**
 * Sets the things of a kit aside for whoever asked for a locked request: all of them, or none and the refusal says what is
 * lacking. Items of stock are issued with the kit when it is handed out.
 */
export async function setKitAside(work: Work, request: RequestRecord, kitId: string): Promise<void> {
  const kit = await loadKit(work, kitId)
  const parts = kit.parts.filter(({ stockItemId }) => stockItemId === null)
  const offered = await pick(work, { parts })
  const lacking = lackingOf(parts, offered)
  if (lacking.length > 0) throw new Stop('state', words.lacking(lacking))
  const assets = await lockAll(
    work,
    offered.flat().map(({ id }) => id),
  )
  await setAside(work, request, assets)
}
