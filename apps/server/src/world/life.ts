import type { Priority } from '@deskhand/contract'
import { drawStaff, lineOf } from './cast.ts'
import { phrases } from './content/phrases.ts'
import type { Scenario } from './content/scenario.ts'
import { type Ending, end } from './endings.ts'
import { ask, chase, handOver, noteSomething, putOnHold, update } from './episodes.ts'
import {
  type Actor,
  assign,
  assignTeam,
  type Journal,
  move,
  nameOf,
  note,
  open,
  pass,
  requesterOf,
  say,
} from './journal.ts'

export type OpenState = 'SUBMITTED' | 'IN_REVIEW' | 'IN_PROGRESS' | 'ACTION_REQUIRED' | 'WAITING'
export type Fate = { kind: 'open'; state: OpenState } | { kind: 'done'; ending: Ending }

const minutesToAnswer: Record<Priority, number> = { CRITICAL: 8, HIGH: 22, MEDIUM: 65, LOW: 150 }
const minutesToWork: Record<Priority, number> = { CRITICAL: 70, HIGH: 160, MEDIUM: 340, LOW: 620 }

/** Writes the whole life of one request, from its opening to the state that fate has for it. */
export function live(journal: Journal, scenario: Scenario, creator: Actor, fate: Fate): void {
  open(journal, creator)
  if (fate.kind === 'open') stay(journal, scenario, fate.state)
  else finish(journal, scenario, fate.ending)
}

function finish(journal: Journal, scenario: Scenario, ending: Ending): void {
  const isShort = ending === 'withdrawn' || ending === 'duplicate'
  const isUntouched = ending === 'duplicate' || (isShort && journal.random.chance(0.6))
  let technician = isUntouched ? drawStaff(journal) : begin(journal, scenario)
  if (ending === 'noResponse') {
    pass(journal, 120)
    ask(journal, scenario, technician, 'silence')
  }
  if (ending === 'resolved' || ending === 'reopened') technician = goOn(journal, scenario, technician)
  end(journal, scenario, ending, technician)
}

function stay(journal: Journal, scenario: Scenario, state: OpenState): void {
  const { random, office } = journal
  if (state === 'SUBMITTED') {
    if (random.chance(0.2) && office.supervisor) {
      pass(journal, 60)
      assign(
        journal,
        { person: office.supervisor, role: 'supervisor' },
        drawStaff(journal).person ?? office.supervisor,
      )
    }
    return
  }
  if (state === 'IN_REVIEW') {
    review(journal, drawStaff(journal))
    return
  }
  if (state === 'ACTION_REQUIRED' && random.chance(0.25)) {
    const technician = drawStaff(journal)
    pass(journal, 60)
    if (technician.person) assign(journal, technician, technician.person)
    ask(journal, scenario, technician, 'silence')
    return
  }
  const technician = begin(journal, scenario)
  if (random.chance(0.4)) noteSomething(journal, scenario, technician)
  if (state === 'WAITING') {
    pass(journal, 120)
    putOnHold(journal, scenario, technician, 'stays')
    checkBack(journal, technician)
  }
  if (state === 'ACTION_REQUIRED') {
    pass(journal, 150)
    ask(journal, scenario, technician, 'silence')
  }
  if (state === 'IN_PROGRESS') {
    if (random.chance(0.35) && scenario.exchange) ask(journal, scenario, technician, 'answer')
    if (random.chance(0.5)) update(journal, scenario, technician)
    checkBack(journal, technician)
  }
}

/** What has been open for long is asked about now and then. */
function checkBack(journal: Journal, technician: Actor): void {
  const { random, calendar } = journal
  const days = calendar.workingBetween(journal.at, calendar.present) / 540
  if (random.chance(Math.min(0.1 + days * 0.07, 0.8))) chase(journal, technician)
}

function review(journal: Journal, technician: Actor): void {
  const { random, office } = journal
  pass(journal, 50)
  move(journal, technician, 'IN_REVIEW', `${nameOf(technician)} is checking this.`, { reviewKind: 'TRIAGE' })
  if (random.chance(0.6)) note(journal, technician, random.pick(phrases.triage))
  if (random.chance(0.6)) assignTeam(journal, technician, random.pick(office.teams))
}

/** From the opening to the first answer, in one of the ways a desk takes things on. */
function begin(journal: Journal, scenario: Scenario): Actor {
  const { random, office, request } = journal
  const technician = drawStaff(journal)
  const person = technician.person
  if (!person) return technician
  const { supervisor } = office
  const way = random.next()
  const answerIn = minutesToAnswer[request.priority]

  if (way < 0.2 && supervisor && supervisor !== person) {
    pass(journal, answerIn * 0.6)
    assign(journal, { person: supervisor, role: 'supervisor' }, person)
    if (random.chance(0.25))
      note(journal, { person: supervisor, role: 'supervisor' }, random.pick(phrases.supervisorNotes))
    pass(journal, answerIn * 0.6)
  } else if (way < 0.29) {
    review(journal, drawStaff(journal))
    pass(journal, answerIn)
    assign(journal, technician, person)
  } else {
    pass(journal, answerIn)
    assign(journal, technician, person)
  }
  if (way > 0.9) {
    say(journal, technician, greet(journal, random.pick(phrases.pickUps)))
    pass(journal, 90)
    start(journal, technician)
    return technician
  }
  start(journal, technician)
  pass(journal, 4)
  say(journal, technician, greet(journal, lineOf(journal, scenario.first)))
  return technician
}

function start(journal: Journal, technician: Actor): void {
  move(journal, technician, 'IN_PROGRESS', `${nameOf(technician)} started work.`)
}

function greet(journal: Journal, text: string): string {
  const { random, calendar, at } = journal
  const way = random.next()
  if (way < 0.22) return `Hi {first}. ${text}`
  if (way < 0.3) return `Hello {first}. ${text}`
  if (way < 0.38 && calendar.minuteOf(at) < 12 * 60) return `Good morning, {first}. ${text}`
  return text
}

/** What happens between the first answer and the solution; returns who has it in the end. */
function goOn(journal: Journal, scenario: Scenario, beginner: Actor): Actor {
  const { random, request } = journal
  let technician = beginner
  if (random.chance(0.1)) {
    pass(journal, 45)
    say(journal, requesterOf(journal), random.pick(phrases.additions))
    pass(journal, 30)
    if (random.chance(0.6)) say(journal, technician, random.pick(phrases.acknowledgements))
  }
  if (random.chance(0.34)) noteSomething(journal, scenario, technician)
  if (scenario.exchange && random.chance(0.3)) ask(journal, scenario, technician, 'answer')
  if (random.chance(0.05)) technician = handOver(journal, technician)
  if (random.chance(0.32)) update(journal, scenario, technician)
  const isDated = scenario.wait?.day !== undefined
  if (scenario.wait && (isDated || random.chance(scenario.wait.chance)))
    putOnHold(journal, scenario, technician, 'comes')
  else if (random.chance(0.07)) chase(journal, technician)
  pass(journal, minutesToWork[request.priority] * (isDated ? 0.1 : 1))
  return technician
}
