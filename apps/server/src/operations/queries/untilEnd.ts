import { setTimeout as pause } from 'node:timers/promises'
import { type OperationResult, operationLimit } from '@deskhand/contract'
import type { Actor } from '../../platform/actor.ts'
import type { Outside } from '../../platform/http/handle.ts'
import { loadOperation } from '../access.ts'
import { readResults } from './readResults.ts'

const pace = 100

/** Waits for the end of an operation, up to so many milliseconds, and answers how its subjects fared so far. */
export async function untilEnd(
  { open, actor }: Pick<Outside, 'open'> & { actor: Actor },
  id: string,
  patience: number,
): Promise<{ state: 'RUNNING' | 'DONE' | 'CANCELLED'; results: OperationResult[] }> {
  const until = Date.now() + patience
  for (;;) {
    const operation = await open(({ tx }) => loadOperation(tx, actor, id))
    if (operation.state === 'RUNNING' && Date.now() < until) {
      await pause(pace)
      continue
    }
    const results = await open(({ tx }) => readResults(tx, actor, operation, { limit: operationLimit }))
    return { state: operation.state, results: results.map(({ position: _, ...result }) => result) }
  }
}
