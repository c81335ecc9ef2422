import type { Preview } from '@deskhand/contract'
import { readIncidents } from '../../incidents/queries/rows.ts'
import { tellingWords } from '../../lookalikes/rules.ts'
import type { Actor } from '../../platform/actor.ts'
import type { Tx } from '../../platform/db/transaction.ts'

/** The running major incidents that concern the writer and say one of the words that were typed. */
export async function incidentsAlike(
  tx: Tx,
  actor: Actor,
  summary: string | undefined,
): Promise<Preview['incidents']> {
  const typed = tellingWords(summary ?? '')
  if (typed.length === 0) return []
  const running = await readIncidents(tx, actor)
  return running.filter(({ title, message }) => {
    const said = new Set(tellingWords(`${title} ${message}`))
    return typed.some((word) => said.has(word))
  })
}
