import { actorOf, drawStaff, lineOf } from './cast.ts'
import { lateWords, putOff } from './content/deskLines.ts'
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
import type { WaitReason } from './shapes.ts'
import { dayName } from './slots.ts'

/** A question to the requester, and their answer unless they stay silent. */
export function ask(
  journal: Journal,
  scenario: Scenario,
  technician: Actor,
  then: 'answer' | 'silence',
): void {
  const { random, request, slots } = journal
  const [ask, answer] = scenario.exchange ?? random.pick(journal.voice.questions)
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
  { wait }: Scenario,
  technician: Actor,
  then: 'comes' | 'stays',
): void {
  const { random, calendar, slots } = journal
  if (!wait) return
  pass(journal, 80)
  const named = wait.day ? slots.dayOf(wait.day) : 0
  const days = random.int(wait.days[0], wait.days[1])
  let until = named > journal.at ? named : calendar.workdayAfter(journal.at, days, 12 * 60)
  hold(journal, technician, wait.reason, wait.says, until)
  if (then === 'comes') {
    passExactly(journal, calendar.workingBetween(journal.at, until) + random.int(5, 120))
    move(journal, technician, 'IN_PROGRESS', slots.fill(wait.done, journal.at, callBy(journal)))
    return
  }
  for (let more = days * 2; until < calendar.present - 24 * 3_600_000; more *= 2) {
    journal.at = until + random.int(10, 200) * 60_000
    move(journal, technician, 'IN_PROGRESS', random.pick(lateWords))
    until = calendar.workdayAfter(journal.at, more, 12 * 60)
    hold(journal, technician, wait.reason, putOff[wait.reason], until)
  }
}

function hold(
  journal: Journal,
  technician: Actor,
  waitReason: WaitReason,
  words: string,
  until: number,
): void {
  const day = dayName(journal.calendar, until)
  const reason = journal.slots.fill(words, journal.at, { ...callBy(journal), until: day })
  move(journal, technician, 'WAITING', reason, {
    reason,
    waitReason,
    waitUntil: new Date(until).toISOString(),
  })
}

export function noteSomething(journal: Journal, scenario: Scenario, technician: Actor): void {
  const { random } = journal
  pass(journal, 30)
  const isOwn = scenario.notes !== undefined && random.chance(0.75)
  note(
    journal,
    technician,
    lineOf(journal, isOwn && scenario.notes ? scenario.notes : journal.voice.technicianNotes),
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
  say(journal, requesterOf(journal), random.pick(journal.voice.chases))
  if (random.chance(0.25)) return
  pass(journal, 60)
  say(journal, technician, random.pick(journal.voice.chaseAnswers))
}

export function handOver(journal: Journal, from: Actor): Actor {
  let to = drawStaff(journal)
  for (let tries = 0; to.person === from.person && tries < 5; tries++) to = drawStaff(journal)
  if (!to.person || to.person === from.person) return from
  pass(journal, 100)
  assign(journal, from, to.person)
  note(journal, from, journal.random.pick(journal.voice.handovers))
  return actorOf(journal, to.person)
}
