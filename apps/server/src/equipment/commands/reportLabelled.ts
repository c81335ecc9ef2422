import { equipment } from '@deskhand/contract'
import { about } from '../../assets/access.ts'
import { handle } from '../../platform/http/handle.ts'
import { loadLabelled, tellDesk } from '../access.ts'
import { words } from '../words.ts'

/** As whoever has it reports a fault, by the label alone: the copier on the landing is in nobody's hands. */
export const reportLabelled = handle(equipment.reportLabelled, async (inside) => {
  const { body, params, record } = inside
  const thing = await loadLabelled(inside, params.id, body.seal)
  const request = await tellDesk(inside, thing, {
    summary: body.summary,
    description: words.about(words.called(thing), body.description ?? body.summary),
  })
  record('asset.fault_reported', about(thing), { requestId: request?.id ?? null })
  return { requestRef: request?.ref ?? null }
})
