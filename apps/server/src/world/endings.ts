import { noResponse, sameAsTwin } from './content/deskLines.ts'
import type { Scenario } from './content/scenario.ts'
import { type Actor, close, type Journal, move, nameOf, pass, requesterOf, say, system } from './journal.ts'

export type Ending = 'resolved' | 'reopened' | 'rejected' | 'withdrawn' | 'duplicate' | 'noResponse'

const workday = 9 * 60

/** How it ends, and what comes after: thanks, a reopening, closing. */
export function end(journal: Journal, scenario: Scenario, wanted: Ending, technician: Actor): void {
  // Only a supervisor refuses, and only what has a reason to be refused.
  const isRefusable = journal.office.supervisor !== null && Boolean(scenario.reject)
  const ending = wanted === 'rejected' && !isRefusable ? 'resolved' : wanted
  if (ending === 'rejected') reject(journal, scenario, technician)
  if (ending === 'withdrawn') withdraw(journal)
  if (ending === 'duplicate') settleDuplicate(journal, technician)
  if (ending === 'noResponse') settleSilence(journal)
  if (ending === 'resolved' || ending === 'reopened') solve(journal, scenario, technician)
  if (ending === 'reopened') reopen(journal, technician)
  settle(journal, ending === 'resolved' || ending === 'reopened')
}

function solve(journal: Journal, scenario: Scenario, technician: Actor): void {
  const [code, text] = journal.random.pick(scenario.ends)
  resolve(journal, technician, code, journal.slots.fill(text, journal.at))
}

function resolve(journal: Journal, actor: Actor, resolutionCode: string, resolutionText: string): void {
  move(journal, actor, 'RESOLVED', resolutionText, { resolutionCode, resolutionText })
}

/** Thanks and a confirmation by the requester, or the timer after five working days. */
function settle(journal: Journal, isHelped: boolean): void {
  const { random, calendar, request } = journal
  if (request.closedAt) return
  const deadline = calendar.addWorking(journal.at, 5 * workday)
  if (isHelped && random.chance(0.36)) {
    pass(journal, 90)
    say(journal, requesterOf(journal), random.pick(journal.voice.thanks))
  }
  if (isHelped && random.chance(0.3)) {
    pass(journal, 200)
    if (journal.at < deadline) close(journal, requesterOf(journal))
  }
  // The timer runs at every full hour.
  const timer = Math.ceil(deadline / 3_600_000) * 3_600_000
  if (timer >= calendar.present || request.closedAt) return
  journal.at = timer
  close(journal, system)
}

function reopen(journal: Journal, technician: Actor): void {
  const { random, slots } = journal
  const code = journal.request.resolutionCode ?? 'FIXED'
  pass(journal, 800)
  const reason = slots.fill(random.pick(journal.voice.reopens), journal.at)
  move(journal, requesterOf(journal), 'IN_PROGRESS', reason, { reason })
  pass(journal, 45)
  say(journal, technician, random.pick(journal.voice.reopenAnswers))
  pass(journal, 350)
  resolve(journal, technician, code, slots.fill(random.pick(journal.voice.secondEnds), journal.at))
}

function withdraw(journal: Journal): void {
  const { random, slots } = journal
  pass(journal, 240)
  const reason = slots.fill(random.pick(journal.voice.withdrawals), journal.at)
  resolve(journal, requesterOf(journal), 'WITHDRAWN', reason)
}

/** The story's caller has put the other request's reference into the slots. */
function settleDuplicate(journal: Journal, technician: Actor): void {
  pass(journal, 45)
  const text = journal.slots.fill(sameAsTwin, journal.at)
  resolve(journal, technician, 'DUPLICATE', text)
  close(journal, technician)
}

function settleSilence(journal: Journal): void {
  const { calendar } = journal
  const due = calendar.addWorking(journal.at, 10 * workday)
  journal.at = Math.ceil(due / 3_600_000) * 3_600_000
  resolve(journal, system, 'NO_RESPONSE', noResponse)
}

function reject(journal: Journal, scenario: Scenario, technician: Actor): void {
  const { office, random, slots } = journal
  const { supervisor } = office
  if (!supervisor || !scenario.reject) return
  pass(journal, 260)
  const reason = slots.fill(scenario.reject, journal.at)
  const actor: Actor = { person: supervisor, role: 'supervisor' }
  move(journal, actor, 'REJECTED', reason, { reason })
  if (random.chance(0.2)) {
    pass(journal, 300)
    const appeal = slots.fill(random.pick(journal.voice.appeals), journal.at)
    move(journal, requesterOf(journal), 'IN_REVIEW', appeal, { reason: appeal, reviewKind: 'TRIAGE' })
    pass(journal, 240)
    say(journal, actor, random.pick(journal.voice.appealAnswers))
    move(journal, technician, 'IN_PROGRESS', `${nameOf(technician)} started work.`)
    pass(journal, 300)
    solve(journal, scenario, technician)
  }
}
