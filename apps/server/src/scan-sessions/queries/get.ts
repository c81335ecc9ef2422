import { scanSessions } from '@deskhand/contract'
import { handle } from '../../platform/http/handle.ts'
import { judge, loadSession, sessionOf } from '../access.ts'

export const get = handle(scanSessions.get, async (inside) => {
  const session = await loadSession(inside, inside.params.id)
  const { judged, to } = await judge(inside, session)
  return sessionOf(session, judged, to)
})
