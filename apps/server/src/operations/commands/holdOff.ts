import type { Tx } from '../../platform/db/transaction.ts'

const locks = {
  // Those who run parts of it go side by side; who cancels it waits for the parts under way.
  cancelling: 'select pg_advisory_xact_lock_shared(hashtextextended($1, 0))',
  running: 'select pg_advisory_xact_lock(hashtextextended($1, 0))',
}

/** Until this transaction ends, nobody cancels the operation, or nobody runs a part of it. */
export async function holdOff(tx: Tx, operationId: string, whom: keyof typeof locks): Promise<void> {
  await tx.run(locks[whom], [`operation ${operationId}`])
}
