import { actorOf, drawStaff, lineOf } from './cast.ts'
import { phrases } from './content/phrases.ts'
import type { Scenario } from './content/scenario.ts'
import {
  type Actor,
  assign,
  callBy,
  type Journal,
  move,
  note,
  pass,
  passExactly,
  requesterOf,
  say,
} from './journal.ts'
import { dayName } from './slots.ts'

/** A question to the requester, and their answer unless they stay silent. */
export function ask(
  journal: Journal,
  scenario: Scenario,
  technician: Actor,
  then: 'answer' | 'silence',
): void {
  const { random, request, slots } = journal
  const own = scenario.exchange
  const index = random.int(0, phrases.openQuestions.length - 1)
  const [ask, answer] = own ?? [phrases.openQuestions[index] ?? '', phrases.openAnswers[index] ?? '']
  pass(journal, 40)
  const question = slots.fill(ask, journal.at, callBy(journal))
  const before = request.status
  move(journal, technician, 'ACTION_REQUIRED', question, { question })
  if (then === 'silence') return
  pass(journal, 130)
  const requester = requesterOf(journal)
  say(journal, requester, answer)
  const isOwned = request.assignedToId !== null && before !== 'IN_REVIEW'
  if (isOwned) move(journal, requester, 'IN_PROGRESS', `${journal.requester.firstName} answered.`)
  else
    move(journal, requester, 'IN_REVIEW', `${journal.requester.firstName} answered.`, {
      reviewKind: 'TRIAGE',
    })
}

/** Waiting for somebody else; it comes back by itself, or stays on hold up to the present. */
export function putOnHold(
  journal: Journal,
  scenario: Scenario,
  technician: Actor,
  then: 'comes' | 'stays',
): void {
  const { random, calendar, slots } = journal
  const { wait } = scenario
  if (!wait) return
  const days = random.int(wait.days[0], wait.days[1])
  pass(journal, 80)
  const named = wait.day ? slots.dayOf(wait.day) : 0
  const floor = then === 'stays' ? calendar.present : journal.at
  const until = named > floor ? named : calendar.workdayAfter(floor, days, 12 * 60)
  const more = { ...callBy(journal), until: dayName(calendar, until) }
  const reason = slots.fill(wait.says, journal.at, more)
  move(journal, technician, 'WAITING', reason, {
    reason,
    waitReason: wait.reason,
    waitUntil: new Date(until).toISOString(),
  })
  if (then === 'stays') return
  passExactly(journal, calendar.workingBetween(journal.at, until) + random.int(5, 120))
  move(journal, technician, 'IN_PROGRESS', slots.fill(wait.done, journal.at, more))
}

export function noteSomething(journal: Journal, scenario: Scenario, technician: Actor): void {
  const { random } = journal
  pass(journal, 30)
  const isOwn = scenario.notes !== undefined && random.chance(0.75)
  note(
    journal,
    technician,
    lineOf(journal, isOwn && scenario.notes ? scenario.notes : phrases.technicianNotes),
  )
}

export function update(journal: Journal, scenario: Scenario, technician: Actor): void {
  if (!scenario.update) return
  pass(journal, 150)
  say(journal, technician, lineOf(journal, scenario.update))
}

/** The requester asks how it stands, and mostly hears something. */
export function chase(journal: Journal, technician: Actor): void {
  const { random } = journal
  pass(journal, 700)
  say(journal, requesterOf(journal), random.pick(phrases.chases))
  if (random.chance(0.25)) return
  pass(journal, 60)
  say(journal, technician, random.pick(phrases.chaseAnswers))
}

export function handOver(journal: Journal, from: Actor): Actor {
  let to = drawStaff(journal)
  for (let tries = 0; to.person === from.person && tries < 5; tries++) to = drawStaff(journal)
  if (!to.person || to.person === from.person) return from
  pass(journal, 100)
  assign(journal, from, to.person)
  note(journal, from, journal.random.pick(phrases.handovers))
  return actorOf(journal, to.person)
}
