import { alerts } from '@deskhand/contract'
import { answer } from '../../platform/http/answer.ts'
import { handle } from '../../platform/http/handle.ts'
import { readAlert } from '../access.ts'

export const get = handle(alerts.get, async (inside) => {
  const alert = await readAlert(inside, inside.params.id)
  return answer(alert, { version: alert.version })
})
