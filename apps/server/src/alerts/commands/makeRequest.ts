import { alerts } from '@deskhand/contract'
import { deskFor } from '../../acceptances/queries/deskFor.ts'
import { answer } from '../../platform/http/answer.ts'
import { handle } from '../../platform/http/handle.ts'
import { refuseField, Stop } from '../../platform/stop.ts'
import { linkThings } from '../../request-assets/commands/keep.ts'
import { openRequest } from '../../requests/commands/create.ts'
import { about, lockAlert, moveAlert, mustMove, readAlert, titleOf } from '../access.ts'
import { words } from '../words.ts'

export const makeRequest = handle(alerts.makeRequest, async (inside) => {
  const { tx, actor, body, params, record } = inside
  const alert = await lockAlert(inside, params.id)
  if (alert.requestId) throw new Stop('conflict', words.hasRequest)
  if (alert.state !== 'ACKNOWLEDGED') mustMove(alert, 'ACKNOWLEDGED')
  const deskCode = body.deskCode ?? (await deskFor(tx, [alert]))
  if (!deskCode) throw refuseField('deskCode', words.noDesk)
  const title = titleOf(alert)
  const request = await openRequest(inside, {
    serviceDeskCode: deskCode,
    summary: body.summary ?? title.slice(0, 200),
    description: body.description ?? words.made(title),
  })
  if (alert.subjectType === 'asset')
    await linkThings(inside, { ...request, companyId: actor.companyId }, [
      { id: alert.subjectId, assetTag: alert.subjectRef },
    ])
  await moveAlert(inside, alert, 'ACKNOWLEDGED', { requestId: request.id })
  record(
    'alert.request_made',
    about(alert),
    { kind: alert.kind, requestId: request.id },
    { state: [alert.state, 'ACKNOWLEDGED'] },
  )
  const made = await readAlert(inside, alert.id)
  return answer(made, { version: made.version, location: `/requests/${request.id}` })
})
