import { closePools, openPools } from '../platform/db/pools.ts'
import { type Filling, testSecret } from '../platform/testing/database.ts'
import { loadWorld } from '../world/load.ts'
import { makeWorld } from '../world/world.ts'

/** The demo world as of today, loaded once for a whole test run. */
export const filledWithWorld: Filling = {
  version: `world ${new Date().toISOString().slice(0, 10)}`,
  fill: async (connection) => {
    const pools = openPools(connection, testSecret)
    await loadWorld(pools, makeWorld(new Date()), testSecret)
    await closePools(pools)
  },
}
