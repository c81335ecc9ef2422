import type { Level } from '@deskhand/contract'
import { makeCasting } from './casting.ts'
import { type Voice, voices } from './content/phrases.ts'
import type { Scenario } from './content/scenario.ts'
import type { Story } from './content/story.ts'
import type { HistoryPlan } from './history.ts'
import type { Actor, Journal } from './journal.ts'
import { live } from './life.ts'
import type { Place } from './plan.ts'
import { priorityOf } from './priority.ts'
import { idAt, makeRandom, type Random } from './random.ts'
import type { Person, Request } from './shapes.ts'
import { makeSlots } from './slots.ts'
import { playStory } from './stories.ts'

const levels: readonly Level[] = ['LOW', 'MEDIUM', 'HIGH']

type Text = { type: string; summary: string; description: string; tags: readonly string[] }
type Opening = {
  place: Place
  random: Random
  requester: Person
  creator: Actor
  text: Text
  voice: Voice
  twin: string
}

/** Writes requests: drawn ones from the scenarios, told ones from the stories. */
export function makeScribe(plan: HistoryPlan) {
  const casting = makeCasting(plan)
  const byId = new Map(plan.staff.people.map((person) => [person.id, person]))
  const departments = [...new Set(plan.staff.people.map(({ department }) => department))]
  const latest = new Map<Scenario, { reference: string; at: number }>()

  function begin({ place, random, requester, creator, text, voice, twin }: Opening): Journal {
    const { office, at } = place
    const type = office.types.get(text.type)
    const typeText = office.typeTexts.get(text.type)
    if (!type || !typeText) throw new Error(`${office.desk.name} has no type ${text.type}.`)
    const slots = makeSlots({
      random,
      calendar: plan.calendar,
      words: { ...plan.words, twin: [twin] },
      sites: plan.sites,
      requester,
      manager: byId.get(requester.managerId ?? ''),
      colleagues: casting.colleagues(requester, at),
      departments,
      createdAt: at,
    })
    const [impact, urgency] = drift(random, typeText.impact, typeText.urgency)
    const createdAt = new Date(at)
    const request: Request = {
      id: idAt(random, at),
      companyId: plan.company.id,
      serviceDeskId: office.desk.id,
      requestTypeId: type.id,
      number: place.number,
      requesterId: requester.id,
      createdById: creator.person?.id ?? requester.id,
      onBehalf: creator.person?.id !== requester.id,
      summary: slots.fill(text.summary, at),
      description: slots.fill(text.description, at),
      priority: priorityOf(impact, urgency),
      impact,
      urgency,
      status: 'SUBMITTED',
      assignedToId: null,
      assignedTeamId: null,
      isConfidential: type.isConfidential,
      tags: [...text.tags],
      customFields: {},
      formVersionId: null,
      slaDueAt: new Date(plan.calendar.due(at, type.slaHours)),
      firstResponseAt: null,
      resolvedAt: null,
      closedAt: null,
      waitReason: null,
      waitUntil: null,
      reviewKind: null,
      question: null,
      rejectionReason: null,
      resolutionCode: null,
      resolutionText: null,
      reopenCount: 0,
      appealCount: 0,
      statusChangedAt: createdAt,
      createdAt,
      updatedAt: createdAt,
      updatedById: null,
      deletedAt: null,
    }
    return { request, activities: [], office, requester, calendar: plan.calendar, random, slots, voice, at }
  }

  const randomFor = ({ office, number }: Place) =>
    makeRandom(`${plan.company.slug} ${office.desk.prefix}-${number}`)

  return {
    draw(place: Place): Journal {
      const random = randomFor(place)
      const { scenario, requester } = casting.cast(random, place)
      const before = latest.get(scenario)
      const twin = before && place.at - before.at < 4 * 86_400_000 ? before.reference : null
      const { fate } = place
      const isLonely = fate.kind === 'done' && fate.ending === 'duplicate' && !twin
      const [summary, description] = random.pick(scenario.asks)
      const voice = voices[place.isCase ? 'confidence' : voiceOf(scenario)]
      const extra = place.isCase ? '' : drawExtra(random, place, scenario, description)
      const creator = drawCreator(random, place, requester, byId)
      const text = {
        type: scenario.type,
        summary,
        description: description + extra,
        tags: scenario.tags ?? [],
      }
      const journal = begin({ place, random, requester, creator, text, voice, twin: twin ?? '' })
      if (!twin)
        latest.set(scenario, { reference: `${place.office.desk.prefix}-${place.number}`, at: place.at })
      live(journal, scenario, creator, isLonely ? { kind: 'done', ending: 'resolved' } : fate)
      return journal
    },

    tell(place: Place, story: Story): Journal {
      const requester = casting.person(story.requester)
      const random = randomFor(place)
      const creator: Actor = { person: requester, role: 'requester' }
      const journal = begin({ place, random, requester, creator, text: story, voice: voices.wish, twin: '' })
      Object.assign(journal.request, {
        impact: story.impact,
        urgency: story.urgency,
        priority: priorityOf(story.impact, story.urgency),
      })
      playStory(journal, story, casting.person)
      return journal
    },
  }
}

/** Most ask for themselves; some call a technician, or have it asked by their manager. */
function drawCreator(random: Random, place: Place, requester: Person, byId: Map<string, Person>): Actor {
  const own: Actor = { person: requester, role: 'requester' }
  if (place.isCase || random.chance(0.94)) return own
  const manager = byId.get(requester.managerId ?? '')
  if (manager && random.chance(0.35)) return { person: manager, role: 'requester' }
  const near = place.office.staff.filter(({ person }) => person.site === requester.site)
  const { person } = random.pick(near.length > 0 ? near : place.office.staff)
  return { person, role: person.id === place.office.supervisor?.id ? 'supervisor' : 'technician' }
}

/** A quarter of all are a step more or less pressing than their type. */
function drift(random: Random, impact: Level, urgency: Level): [impact: Level, urgency: Level] {
  const step = random.chance(0.6) ? 1 : -1
  const way = random.next()
  const moved = (level: Level) => levels[levels.indexOf(level) + step] ?? level
  return [way < 0.12 ? moved(impact) : impact, way > 0.87 ? moved(urgency) : urgency]
}

const repairs = new Set(['FIXED', 'REPAIRED', 'REPLACED', 'NOT_REPRODUCIBLE', 'WORKAROUND', 'NO_FAULT'])
const voiceOf = ({ ends }: Scenario) => (repairs.has(ends[0]?.[0] ?? '') ? 'trouble' : 'wish')

/** A sentence more now and then, unless it is urgent or the text has named the same thing already. */
function drawExtra(random: Random, { office }: Place, scenario: Scenario, description: string): string {
  const extra = random.pick(voices[voiceOf(scenario)].extras)
  const isRepeated = [...extra.matchAll(/\{\w+\}/g)].some(([slot]) => description.includes(slot))
  const isUrgent = office.typeTexts.get(scenario.type)?.urgency === 'HIGH'
  return random.chance(0.3) && !isUrgent && !isRepeated ? ` ${extra}` : ''
}
