import type { Priority } from '@deskhand/contract'
import { drawStaff, lineOf } from './cast.ts'
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
  passExactly,
  requesterOf,
  say,
  skip,
} from './journal.ts'

export type OpenState = 'SUBMITTED' | 'IN_REVIEW' | 'IN_PROGRESS' | 'ACTION_REQUIRED' | 'WAITING'
export type Fate = { kind: 'open'; state: OpenState } | { kind: 'done'; ending: Ending }

const minutesToAnswer: Record<Priority, number> = { CRITICAL: 8, HIGH: 22, MEDIUM: 65, LOW: 150 }
/** The part of the promised time that the work mostly takes. */
const shareOfPromise: Record<Priority, number> = { CRITICAL: 0.1, HIGH: 0.15, MEDIUM: 0.2, LOW: 0.28 }

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
  if (!random.chance(Math.min(0.1 + days * 0.08, 0.85))) return
  skip(journal, 0.3 + random.next() * 0.6)
  chase(journal, technician)
}

function review(journal: Journal, technician: Actor): void {
  const { random, office } = journal
  pass(journal, 50)
  move(journal, technician, 'IN_REVIEW', `${nameOf(technician)} is checking this.`, { reviewKind: 'TRIAGE' })
  if (random.chance(0.6)) note(journal, technician, random.pick(journal.voice.triage))
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
      note(journal, { person: supervisor, role: 'supervisor' }, random.pick(journal.voice.supervisorNotes))
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
    const isUrgent = request.priority === 'CRITICAL' || request.priority === 'HIGH'
    const { urgentPickUps, pickUps } = journal.voice
    say(journal, technician, greet(journal, random.pick(isUrgent ? urgentPickUps : pickUps)))
    pass(journal, isUrgent ? 10 : 90)
    start(journal, technician)
    pass(journal, answerIn / 2)
    say(journal, technician, lineOf(journal, scenario.first))
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
  const { random } = journal
  let technician = beginner
  if (random.chance(scenario.adds ? 0.25 : 0.1)) {
    pass(journal, 45)
    say(journal, requesterOf(journal), lineOf(journal, scenario.adds ?? journal.voice.additions))
    pass(journal, 30)
    if (random.chance(0.6)) say(journal, technician, random.pick(journal.voice.acknowledgements))
  }
  if (random.chance(0.34)) noteSomething(journal, scenario, technician)
  if (scenario.exchange && random.chance(0.3)) ask(journal, scenario, technician, 'answer')
  if (random.chance(0.05)) technician = handOver(journal, technician)
  if (random.chance(0.32)) update(journal, scenario, technician)
  if (scenario.wait && (scenario.wait.day || random.chance(scenario.wait.chance)))
    putOnHold(journal, scenario, technician, 'comes')
  else if (random.chance(0.07)) {
    pass(journal, 700)
    chase(journal, technician)
  }
  finishWork(journal, scenario)
  return technician
}

/** The last stretch: on the day itself when the request waited for one, else a part of the promised time. */
function finishWork(journal: Journal, { wait, type, isSlow }: Scenario): void {
  const { random, office, request } = journal
  if (wait?.day === 'weekday') passExactly(journal, random.int(440, 620))
  else if (wait?.day === 'startDate') passExactly(journal, random.int(90, 400))
  else
    pass(
      journal,
      (office.types.get(type)?.slaHours ?? 16) * 60 * shareOfPromise[request.priority] * (isSlow ? 3 : 1),
    )
}
