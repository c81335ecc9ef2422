import type { Actor } from '../actor.ts'
import { clock } from '../clock/clock.ts'
import { Stop } from '../stop.ts'

/** Refuses who has not shown within so many seconds who they are. */
export function mustHaveProved({ provedAt }: Pick<Actor, 'provedAt'>, maxAge: number): void {
  if (provedAt && clock.now().getTime() - provedAt.getTime() <= maxAge * 1000) return
  throw new Stop('step_up_required', 'Show that it is still you: your password, or a code by mail.', {
    maxAge,
  })
}
