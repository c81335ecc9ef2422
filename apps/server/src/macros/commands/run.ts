import { macros, type ReplyOf } from '@deskhand/contract'
import { sql } from 'kysely'
import { fillFields } from '../../custom-fields/commands/fill.ts'
import { beginOperation } from '../../operations/commands/begin.ts'
import { clock } from '../../platform/clock/clock.ts'
import { answer, Json } from '../../platform/http/answer.ts'
import { handle } from '../../platform/http/handle.ts'
import { Stop } from '../../platform/stop.ts'
import { about, isStaff, loadRequest } from '../../requests/access.ts'
import { give } from '../../requests/commands/assign.ts'
import { say } from '../../requests/commands/comment.ts'
import { move } from '../../requests/commands/move.ts'
import { rate } from '../../requests/commands/prioritise.ts'
import { setTags } from '../../requests/commands/tag.ts'
import { readWhole } from '../../requests/queries/whole.ts'
import { loadMacro } from '../access.ts'
import { valuesFor } from '../queries/values.ts'
import { filledIn } from '../steps.ts'
import { words } from '../words.ts'

/**
 * Each part by the rule of its own command, all under the lock of the request and in one transaction: what one of them
 * refuses undoes the others. All of it is one operation. The request is read again after each part that may have moved it on.
 */
export const run = handle(macros.run, async (inside) => {
  const { tx, db, actor, params } = inside
  const first = await loadRequest(inside, params.id, { lock: true })
  if (!isStaff(actor, first)) throw new Stop('forbidden', words.notStaff)
  const macro = await loadMacro({ tx, actor }, params.macroId)
  if (macro.serviceDeskId !== first.serviceDeskId) throw new Stop('not_found', words.noSuchMacro)
  const again = () => loadRequest({ tx, db, actor }, first.id, { lock: true })
  const operation = await beginOperation(inside, {
    kind: 'macros.run',
    summary: words.ran(macro.name, first.referenceNumber),
    changed: 1,
  })
  const within = { ...inside, record: operation.record }
  operation.record('macro.run', about(first), { macroId: macro.id, name: macro.name })

  const { takes, assignedTeamId, priority, impact, urgency, tags } = macro.steps
  // A macro that is older than these has none of them.
  const { removedTags = [], customFields = {} } = macro.steps
  const target = {
    ...(takes && first.assignedToId !== actor.id ? { assignedToId: actor.id } : {}),
    ...(assignedTeamId ? { assignedTeamId } : {}),
  }
  if (Object.keys(target).length > 0) await give(within, first, target)
  if (priority ?? impact ?? urgency)
    await rate(within, await again(), {
      priority: priority ?? undefined,
      impact: impact ?? undefined,
      urgency: urgency ?? undefined,
    })
  if (tags.length + removedTags.length > 0) {
    const now = await again()
    await setTags(within, now, [...now.tags.filter((tag) => !removedTags.includes(tag)), ...tags])
  }
  if (Object.keys(customFields).length > 0) await fillFields(within, await again(), customFields)
  const taken = await again()
  const { steps, fault } = filledIn(macro.steps, await valuesFor(tx, actor, taken))
  if (fault) throw new Stop('state', fault)
  if (steps.note) await say(within, taken, { message: steps.note, isInternal: true })
  if (steps.reply) await say(within, taken, { message: steps.reply, isInternal: false })
  if (steps.move) {
    const { waitDays, to, ...ask } = steps.move
    const waitUntil = waitDays ? new Date(clock.now().getTime() + waitDays * 86_400_000) : undefined
    // A state that it is in already is refused too: what two people run at once is done once, and the second hears of it.
    await move(within, await again(), { to, ...ask, ...(waitUntil ? { waitUntil } : {}) })
  }
  const whole = await readWhole(tx, actor, sql`r.id = ${first.id}`)
  if (!whole) throw new Error('A macro left a request that its runner cannot see.')
  const text = `${whole.text.slice(0, -1)},"operationId":"${operation.id}"}`
  return answer(new Json<ReplyOf<typeof macros.run>>(text), { version: whole.version })
})
