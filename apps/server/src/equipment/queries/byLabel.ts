import { equipment } from '@deskhand/contract'
import { handle } from '../../platform/http/handle.ts'
import { loadLabelled } from '../access.ts'

/** Who has it is for the desk alone to read. */
export const byLabel = handle(equipment.byLabel, async (inside) => {
  const { assetTag, name, place } = await loadLabelled(inside, inside.params.id, inside.query.seal)
  return { assetTag, name, place }
})
