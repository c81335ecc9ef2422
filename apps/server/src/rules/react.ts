import type { RuleMode } from '@deskhand/contract'
import type { Tx } from '../platform/db/transaction.ts'
import { type Reaction, reaction } from '../platform/jobs/reaction.ts'
import type { LoggedEvent } from '../platform/log/event.ts'
import type { Platform } from '../platform/platform.ts'
import { enabledRules, readModes } from './access.ts'
import { carryOut, type RuleWork } from './carryOut.ts'
import { happeningOf } from './facts.ts'
import { readSubjects } from './queries/facts.ts'
import { chainsTo } from './queries/runs.ts'
import { goesOn, groupOf, isMeant, matches } from './rules.ts'

/** What a rule can look at; the undoing of each is the same event. */
const watched = [
  'request.created',
  'request.updated',
  'request.moved',
  'request.assigned',
  'request.prioritised',
  'request.tagged',
  'request.replied',
  'request.transferred',
  'custom_field.filled_in',
] as const

/** A rule of one's own company that follows from no other costs one statement; only what might match costs more. */
export async function react(work: RuleWork, event: LoggedEvent): Promise<void> {
  const { tx } = work
  const happening = happeningOf(event)
  if (!happening || !event.subjectId || !event.deskId) return
  const { deskId, subjectId } = event
  const rules = (await enabledRules(tx, happening.on, deskId)).filter((rule) =>
    isMeant(rule, deskId, happening),
  )
  if (rules.length === 0) return
  const look = async () => (await readSubjects(tx, [subjectId], { event }))[0]
  let subject = await look()
  let isLocked = false
  let modes: ReadonlyMap<string, RuleMode> | null = null
  let chain: { id: string; name: string }[] | null = null
  const closed = new Set<string>()
  for (const rule of rules) {
    if (!subject || closed.has(groupOf(rule)) || !matches(rule, subject.facts, happening)) continue
    if (!isLocked) {
      // Somebody may have changed it since it was looked at.
      await lock(tx, subjectId)
      isLocked = true
      subject = await look()
      if (!subject || !matches(rule, subject.facts, happening)) continue
    }
    modes ??= await readModes(tx)
    chain ??= (await chainsTo(tx, [event.id])).get(event.id) ?? []
    if (!goesOn(modes, rule)) closed.add(groupOf(rule))
    const { id, referenceNumber, facts } = subject
    const outcome = await carryOut(
      work,
      rule,
      { id, referenceNumber, deskId: facts.desk },
      {
        eventId: event.id,
        moment: null,
        chain,
      },
    )
    // The next one looks at what this one left.
    if (outcome === 'APPLIED') subject = await look()
  }
}

const lock = (tx: Tx, requestId: string) =>
  tx.run('select from app.requests where company_id = $1 and id = $2 for update', [
    tx.whose.companyId,
    requestId,
  ])

export const reactions = (platform: Platform): Reaction[] => [
  reaction({
    on: watched,
    name: 'rules.react',
    run: ({ event, ...work }) => react({ ...work, platform }, event),
  }),
]
