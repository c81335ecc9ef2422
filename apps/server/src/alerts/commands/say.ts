import { alerts } from '@deskhand/contract'
import { clock } from '../../platform/clock/clock.ts'
import { answer } from '../../platform/http/answer.ts'
import { handle } from '../../platform/http/handle.ts'
import { refuseField, Stop } from '../../platform/stop.ts'
import { about, lockAlert, moveAlert, mustMove, readAlert } from '../access.ts'
import { words } from '../words.ts'

const year = 366 * 86_400_000

type Inside = Parameters<typeof readAlert>[0]
async function answerAlert(inside: Inside, id: string) {
  const alert = await readAlert(inside, id)
  return answer(alert, { version: alert.version })
}

export const acknowledge = handle(alerts.acknowledge, async (inside) => {
  const alert = await lockAlert(inside, inside.params.id)
  mustMove(alert, 'ACKNOWLEDGED')
  await moveAlert(inside, alert, 'ACKNOWLEDGED')
  inside.record(
    'alert.acknowledged',
    about(alert),
    { kind: alert.kind },
    { state: [alert.state, 'ACKNOWLEDGED'] },
  )
  return answerAlert(inside, alert.id)
})

export const snooze = handle(alerts.snooze, async (inside) => {
  const alert = await lockAlert(inside, inside.params.id)
  mustMove(alert, 'SNOOZED')
  const until = new Date(inside.body.until)
  const now = clock.now()
  if (until <= now) throw refuseField('until', words.past)
  if (until.getTime() - now.getTime() > year) throw refuseField('until', words.tooFar)
  await moveAlert(inside, alert, 'SNOOZED', { until })
  inside.record(
    'alert.snoozed',
    about(alert),
    { kind: alert.kind, until: until.toISOString() },
    { state: [alert.state, 'SNOOZED'] },
  )
  return answerAlert(inside, alert.id)
})

export const resolve = handle(alerts.resolve, async (inside) => {
  const alert = await lockAlert(inside, inside.params.id)
  mustMove(alert, 'RESOLVED')
  await moveAlert(inside, alert, 'RESOLVED')
  inside.record('alert.resolved', about(alert), { kind: alert.kind }, { state: [alert.state, 'RESOLVED'] })
  return answerAlert(inside, alert.id)
})

export const reopen = handle(alerts.reopen, async (inside) => {
  const alert = await lockAlert(inside, inside.params.id)
  mustMove(alert, 'OPEN')
  if (!alert.holds) throw new Stop('state', words.over)
  const { to } = inside.body
  await moveAlert(inside, alert, to)
  inside.record('alert.reopened', about(alert), { kind: alert.kind }, { state: [alert.state, to] })
  return answerAlert(inside, alert.id)
})
