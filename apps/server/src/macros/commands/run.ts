import { macros } from '@deskhand/contract'
import { clock } from '../../platform/clock/clock.ts'
import { handle } from '../../platform/http/handle.ts'
import { Stop } from '../../platform/stop.ts'
import { about, isStaff, loadRequest } from '../../requests/access.ts'
import { give } from '../../requests/commands/assign.ts'
import { say } from '../../requests/commands/comment.ts'
import { move } from '../../requests/commands/move.ts'
import { rate } from '../../requests/commands/prioritise.ts'
import { setTags } from '../../requests/commands/tag.ts'
import { answerWhole } from '../../requests/queries/whole.ts'
import { loadMacro } from '../access.ts'
import { valuesFor } from '../queries/values.ts'
import { filledIn } from '../steps.ts'
import { words } from '../words.ts'

/**
 * Each part by the rule of its own command, all under the lock of the request and in one transaction: what one of them
 * refuses undoes the others. The request is read again after each part that may have moved it on.
 */
export const run = handle(macros.run, async (inside) => {
  const { tx, db, actor, params, record } = inside
  const first = await loadRequest(inside, params.id, { lock: true })
  if (!isStaff(actor, first)) throw new Stop('forbidden', words.notStaff)
  const macro = await loadMacro({ tx, actor }, params.macroId)
  if (macro.serviceDeskId !== first.serviceDeskId) throw new Stop('not_found', words.noSuchMacro)
  const again = () => loadRequest({ tx, db, actor }, first.id, { lock: true })
  record('macro.run', about(first), { macroId: macro.id, name: macro.name })

  const { takes, assignedTeamId, priority, tags } = macro.steps
  const target = {
    ...(takes && first.assignedToId !== actor.id ? { assignedToId: actor.id } : {}),
    ...(assignedTeamId ? { assignedTeamId } : {}),
  }
  if (Object.keys(target).length > 0) await give(inside, first, target)
  if (priority) await rate(inside, await again(), { priority })
  if (tags.length > 0) {
    const now = await again()
    await setTags(inside, now, [...now.tags, ...tags])
  }
  const taken = await again()
  const { steps, fault } = filledIn(macro.steps, await valuesFor(tx, actor, taken))
  if (fault) throw new Stop('state', fault)
  if (steps.note) await say(inside, taken, { message: steps.note, isInternal: true })
  if (steps.reply) await say(inside, taken, { message: steps.reply, isInternal: false })
  if (steps.move) {
    const { waitDays, to, ...ask } = steps.move
    const waitUntil = waitDays ? new Date(clock.now().getTime() + waitDays * 86_400_000) : undefined
    const now = await again()
    // A state that it is in already is no move, so that what is done twice by two people is done once.
    if (now.status !== to) await move(inside, now, { to, ...ask, ...(waitUntil ? { waitUntil } : {}) })
  }
  return answerWhole(tx, actor, first)
})
