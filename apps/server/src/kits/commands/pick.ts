import type { Kit } from '@deskhand/contract'
import type { Actor } from '../../platform/actor.ts'
import type { Tx } from '../../platform/db/transaction.ts'
import { type FreeThing, readFree } from '../queries/free.ts'
import { propose } from '../rules.ts'

/** By part, what is free; one kit is picked after the other, so that two do not want the same. */
export async function pick(
  { tx, actor }: { tx: Tx; actor: Actor },
  kit: Pick<Kit, 'parts'>,
): Promise<FreeThing[][]> {
  await tx.run('select pg_advisory_xact_lock(hashtextextended($1, 0))', [
    `picking for kits of ${actor.companyId}`,
  ])
  return propose(kit.parts, await readFree({ tx, actor }, kit)).map(({ offered }) => offered)
}
