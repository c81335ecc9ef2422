import { actorOf } from './cast.ts'
import type { Step, Story } from './content/story.ts'
import {
  type Actor,
  assign,
  callBy,
  type Journal,
  move,
  nameOf,
  note,
  open,
  passExactly,
  requesterOf,
  say,
} from './journal.ts'
import type { Person } from './shapes.ts'
import { dayName } from './slots.ts'

/** Plays a hand-told request, step by step, as far as the time up to the present goes. */
export function playStory(journal: Journal, story: Story, personOf: (mailbox: string) => Person): void {
  open(journal, requesterOf(journal))
  for (const step of story.steps) {
    passExactly(journal, step.after)
    const person = personOf(step.who)
    const isAtDesk = journal.office.staff.some((member) => member.person === person)
    const actor = isAtDesk ? actorOf(journal, person) : requesterOf(journal)
    playStep(journal, actor, step, personOf)
  }
}

function playStep(journal: Journal, actor: Actor, step: Step, personOf: (mailbox: string) => Person): void {
  const { slots, at } = journal
  if (step.does === 'say' || step.does === 'answer') say(journal, actor, step.text)
  if (step.does === 'note') note(journal, actor, step.text)
  if (step.does === 'take' && actor.person) assign(journal, actor, actor.person)
  if (step.does === 'give') assign(journal, actor, personOf(step.to))
  if (step.does === 'start') move(journal, actor, 'IN_PROGRESS', `${nameOf(actor)} started work.`)
  if (step.does === 'answer') move(journal, actor, 'IN_PROGRESS', `${nameOf(actor)} answered.`)
  if (step.does === 'wait') hold(journal, actor, step)
  if (step.does === 'ask') {
    const question = slots.fill(step.text, at, callBy(journal))
    move(journal, actor, 'ACTION_REQUIRED', question, { question })
  }
}

function hold(journal: Journal, actor: Actor, step: Extract<Step, { does: 'wait' }>): void {
  const { calendar, slots, at } = journal
  const until = calendar.workdayAfter(calendar.present, step.days, 12 * 60)
  const reason = slots.fill(step.text, at, { ...callBy(journal), until: dayName(calendar, until) })
  move(journal, actor, 'WAITING', reason, {
    reason,
    waitReason: step.reason,
    waitUntil: new Date(until).toISOString(),
  })
}
