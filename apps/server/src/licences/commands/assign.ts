import { licences } from '@deskhand/contract'
import { beginOperation } from '../../operations/commands/begin.ts'
import { answer } from '../../platform/http/answer.ts'
import { handle } from '../../platform/http/handle.ts'
import { loadLicence, loadSeat } from '../access.ts'
import { words } from '../words.ts'
import { giveSeat, mustHaveRoom, readTaker } from './giveSeat.ts'

/** Whoever comes first has the licence locked; the check of its row says the same once more. */
export const assign = handle(licences.assign, async (inside) => {
  const { tx, actor, params, body } = inside
  // The licence first: what is not there answers 404, whatever the body.
  const { id } = await loadLicence({ tx }, params.id)
  const to = await readTaker(tx, body)
  const licence = await mustHaveRoom({ tx, actor }, id, to)
  const operation = await beginOperation(inside, {
    kind: 'licences.assign',
    summary: words.summary.assigned(licence.name, to.name),
    changed: 1,
  })
  const seatId = await giveSeat({ ...inside, record: operation.record }, licence, to, body.note ?? null)
  return answer(
    { ...(await loadSeat(tx, licence.id, seatId)), operationId: operation.id },
    { location: `/licences/${licence.id}/seats` },
  )
})
