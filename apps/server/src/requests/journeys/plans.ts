import {
  type Answers,
  dayWords,
  fillTitle,
  isDayText,
  type JourneyKind,
  type JourneyStep,
  type JourneyVariable,
  JourneyKind as Kinds,
  type RequestKind,
} from '@deskhand/contract'

/** One request that a journey opens: at which desk, as which kind where the desk offers it, and what it asks. */
export type Task = {
  /** What it is called on the page of the journey. */
  title: string
  deskCode: string
  kind?: RequestKind
  summary: string
  description: string
  dueOn: string | null
  answers?: Answers
}

/** What the steps of a journey may name, in words. */
export type JourneyFacts = Record<JourneyVariable, string>

/** Somebody whom a form names by id. */
export type Named = {
  id: string
  name: string
  department: string | null
  site: string | null
  job: string | null
}

export const isJourney = (kind: RequestKind | null | undefined): kind is JourneyKind =>
  Kinds.options.some((one) => one === kind)

const text = (value: unknown) => (typeof value === 'string' ? value : '')
const list = (value: unknown) => (Array.isArray(value) ? value.map((one) => String(one).toLowerCase()) : [])
const capital = (word: string) => word.slice(0, 1).toUpperCase() + word.slice(1)

/** Whom the answers of a journey name by id. */
export const namedIn = (kind: JourneyKind, answers: Answers): string[] =>
  kind === 'OFFBOARDING' ? [text(answers['leaver']), text(answers['handoverTo'])] : []

/** Reads what the steps may name out of the journey's own answers, never out of encrypted ones. */
export function factsOf(kind: JourneyKind, answers: Answers, people: readonly Named[]): JourneyFacts {
  const person = (key: string) => people.find(({ id }) => id === text(answers[key]).toLowerCase())
  if (kind === 'ONBOARDING') {
    const equipment = list(answers['equipment']).filter((one) => one !== 'chair')
    return {
      name: text(answers['newcomerName']),
      day: text(answers['startDate']),
      department: text(answers['department']),
      site: text(answers['site']),
      job: text(answers['jobTitle']),
      equipment: equipment.length > 0 ? capital(equipment.join(', ')) : 'Laptop',
      systems: list(answers['systems']).join(', '),
      handover: '',
    }
  }
  const leaver = person('leaver')
  return {
    name: leaver?.name ?? 'somebody',
    day: text(answers['lastDay']),
    department: leaver?.department ?? '',
    site: leaver?.site ?? '',
    job: leaver?.job ?? '',
    equipment: list(answers['returns']).join(', '),
    systems: '',
    handover: person('handoverTo')?.name ?? '',
  }
}

const begins: Record<JourneyKind, (day: string) => string> = {
  ONBOARDING: (day) => `Starts on ${dayWords(day)}`,
  OFFBOARDING: (day) => `The last day is ${dayWords(day)}`,
}

/** The requests that these steps come to. */
export function tasksOf(
  kind: JourneyKind,
  steps: readonly JourneyStep[],
  answers: Answers,
  facts: JourneyFacts,
): Task[] {
  const { name, day, department, site, job } = facts
  const who = [name, job, department, site].filter((part) => part !== '').join(', ')
  return steps
    .filter(({ unlessNo }) => unlessNo === null || answers[unlessNo] !== false)
    .map((step) => {
      const dueOn = isDayText(day) ? shifted(day, step.dueInDays) : null
      const until = dueOn === null || dueOn === day ? 'then' : dayWords(dueOn)
      const lines = [`${who}. ${begins[kind](day)}; it has to be done by ${until}.`, ...notesOf(step, facts)]
      const description = lines.join('\n')
      return {
        title: step.title,
        deskCode: step.deskCode,
        summary: fill(step.summary, facts),
        description,
        dueOn,
        ...(step.kind
          ? { kind: step.kind, answers: answersTo[step.kind]({ facts, description, dueOn }) }
          : {}),
      }
    })
}

const shifted = (day: string, days: number) => Temporal.PlainDate.from(day).add({ days }).toString()

const fill = (words: string, facts: JourneyFacts) =>
  fillTitle(words, (key) =>
    key === 'day' ? dayWords(facts.day) : key in facts ? facts[key as JourneyVariable] : '',
  )

/** Its further lines; what would say nothing is left out. */
function notesOf({ note }: JourneyStep, facts: JourneyFacts): string[] {
  return (note ?? '').split('\n').flatMap((row) => {
    const named = [...row.matchAll(/\{(\w+)\}/g)].map(([, key = '']) => facts[key as JourneyVariable])
    return row.trim() === '' || (named.length > 0 && named.every((value) => !value)) ? [] : [fill(row, facts)]
  })
}

type Asked = { facts: JourneyFacts; description: string; dueOn: string | null }

/** How the forms of these kinds are filled in for a journey. */
const answersTo: Record<NonNullable<JourneyStep['kind']>, (asked: Asked) => Answers> = {
  HARDWARE: ({ facts, description, dueOn }) => ({
    hardwareName: facts.equipment || 'Laptop',
    businessJustification: description,
    neededBy: dueOn,
  }),
  ACCESS: ({ facts }) => ({
    accessTarget: [
      'Account and mailbox',
      ...facts.systems
        .split(', ')
        .filter(Boolean)
        .map((one) => one.toUpperCase()),
    ]
      .join(', ')
      .slice(0, 200),
    accessLevel: 'WRITE',
  }),
  MOVE: ({ facts, dueOn }) => ({
    moveKind: 'NEW',
    site: facts.site,
    toPlace: facts.department || 'Where their team sits',
    deskCount: 1,
    moveDate: dueOn,
  }),
  KEY: ({ facts }) => ({ keyKind: 'BADGE', opens: facts.site || 'Their place of work', isLost: false }),
}
