import type { Answers, RequestKind } from '@deskhand/contract'

/** One request that a journey opens: at which desk, as which kind where the desk offers it, and what it asks. */
export type Task = {
  /** What it is called on the page of the journey. */
  title: string
  deskCode: string
  kind?: RequestKind
  summary: string
  description: string
  answers?: Answers
}

/** What a journey is made of, and by when it has to be done. */
type Plan = { dueOn: string; tasks: Task[] }

const text = (value: unknown) => (typeof value === 'string' ? value : '')
const list = (value: unknown) => (Array.isArray(value) ? value.map((one) => String(one).toLowerCase()) : [])
const capital = (word: string) => word.slice(0, 1).toUpperCase() + word.slice(1)

function onboarding(answers: Answers): Plan {
  const dueOn = text(answers['startDate'])
  const name = text(answers['newcomerName'])
  const site = text(answers['site'])
  const department = text(answers['department'])
  const equipment = list(answers['equipment']).filter((one) => one !== 'chair')
  const things = equipment.length > 0 ? capital(equipment.join(', ')) : 'Laptop'
  const systems = list(answers['systems'])
  const who = [name, text(answers['jobTitle']), department, site].filter((part) => part !== '').join(', ')
  const description = `${who}. Starts on ${dueOn}; it has to be done by then.`
  const tasks: Task[] = [
    {
      title: 'Equipment',
      deskCode: 'IT',
      kind: 'HARDWARE',
      summary: `${things} for ${name}`,
      description,
      answers: { hardwareName: things, businessJustification: description, neededBy: dueOn },
    },
    {
      title: 'Account and access',
      deskCode: 'IT',
      kind: 'ACCESS',
      summary: `Account for ${name}`,
      description: systems.length > 0 ? `${description} Also ${systems.join(', ')}.` : description,
      answers: {
        accessTarget: ['Account and mailbox', ...systems.map((one) => one.toUpperCase())]
          .join(', ')
          .slice(0, 200),
        accessLevel: 'WRITE',
      },
    },
    {
      title: 'Desk and chair',
      deskCode: 'FACILITIES',
      kind: 'MOVE',
      summary: `A desk for ${name}`,
      description,
      answers: {
        moveKind: 'NEW',
        site,
        toPlace: department || 'Where their team sits',
        deskCount: 1,
        moveDate: dueOn,
      },
    },
    {
      title: 'Payroll and budget',
      deskCode: 'FINANCE',
      summary: `Payroll entry and cost centre for ${name}`,
      description,
    },
    {
      title: 'Contract and papers',
      deskCode: 'HR',
      summary: `Contract and papers for ${name}`,
      description,
    },
  ]
  if (answers['needsBadge'] !== false) {
    tasks.splice(3, 0, {
      title: 'Badge and key',
      deskCode: 'FACILITIES',
      kind: 'KEY',
      summary: `A badge for ${name}`,
      description,
      answers: { keyKind: 'BADGE', opens: site || 'Their place of work', isLost: false },
    })
  }
  return { dueOn, tasks }
}

/** Which kinds begin a journey, and what it is made of. The desks come in the order in which numbers are drawn. */
const plans: Partial<Record<RequestKind, (answers: Answers) => Plan>> = { ONBOARDING: onboarding }

export const isJourney = (kind: RequestKind | null | undefined): boolean => Boolean(kind && plans[kind])

export const planOf = (kind: RequestKind | null, answers: Answers): Plan | null =>
  (kind && plans[kind]?.(answers)) ?? null
