import type { Calendar } from './calendar.ts'
import type { Department } from './content/company.ts'
import type { KnownPerson } from './content/knownPeople.ts'
import { firstNames, lastNames } from './content/names.ts'
import { idAt, type Random } from './random.ts'
import type { Account, Company, Person } from './shapes.ts'

type Draft = { known: KnownPerson; rank: 'head' | 'lead' | 'member' }
export type Staff = { people: Person[]; accounts: Account[]; byName: Map<string, Person> }

const plain = (name: string) =>
  name
    .normalize('NFD')
    .replace(/[\u0300-\u036f]/g, '')
    .toLowerCase()
    .replace(/[^a-z]/g, '')
const daysAgo = (calendar: Calendar, days: number) => calendar.days[calendar.days.length - days]

/** Everybody of one company: the known people at their places, the rest drawn around them. */
export function makeStaff(
  random: Random,
  calendar: Calendar,
  company: Company,
  departments: readonly Department[],
  knownPeople: readonly KnownPerson[],
  phoneOf: (index: number) => string,
): Staff {
  const taken = new Set(knownPeople.map(({ name }) => name.join(' ')))
  const drafts = departments.flatMap((department) => draftDepartment(random, department, knownPeople, taken))
  const people: Person[] = []
  const accounts: Account[] = []
  const byName = new Map<string, Person>()

  for (const { known } of drafts) {
    const [firstName, lastName] = known.name
    const isFirstDay = known.mailbox !== undefined || known.head || known.desk || random.chance(0.82)
    const createdAt = known.isInvited
      ? joinedAt(random, calendar, 3)
      : isFirstDay
        ? company.createdAt.getTime() + people.length * 20_000
        : joinedAt(random, calendar, random.int(25, 520))
    const email = `${known.mailbox ?? `${plain(firstName)}.${plain(lastName)}`}@${company.emailDomain}`
    const account = {
      id: idAt(random, createdAt),
      email,
      name: `${firstName} ${lastName}`,
      isSuperAdmin: false,
      createdAt: new Date(createdAt),
    }
    const person: Person = {
      id: idAt(random, createdAt),
      companyId: company.id,
      accountId: account.id,
      email,
      firstName,
      lastName,
      jobTitle: known.title,
      department: known.department,
      site: known.site,
      phone: phoneOf(people.length),
      managerId: null,
      isAdmin: known.isAdmin ?? false,
      state: known.isInvited ? 'INVITED' : 'ACTIVE',
      lastSignInAt: known.isInvited ? null : new Date(lastSeen(random, calendar)),
      createdAt: new Date(createdAt),
    }
    accounts.push(account)
    people.push(person)
    byName.set(account.name, person)
  }
  setManagers(drafts, people, byName)
  blockLeavers(random, calendar, drafts, people)
  inviteNewcomers(random, calendar, drafts, people, accounts)
  return { people, accounts, byName }
}

function draftDepartment(
  random: Random,
  department: Department,
  knownPeople: readonly KnownPerson[],
  taken: Set<string>,
): Draft[] {
  const drafts: Draft[] = knownPeople
    .filter((known) => known.department === department.name)
    .map((known) => ({
      known,
      rank: known.head ? 'head' : known.desk?.[1] === 'SUPERVISOR' ? 'lead' : 'member',
    }))
  const leads = Math.floor(department.size / 9)
  const sites = Object.keys(department.sites)
  while (drafts.length < department.size) {
    const hasHead = drafts.some(({ rank }) => rank === 'head')
    const rank = !hasHead
      ? 'head'
      : drafts.filter((draft) => draft.rank === 'lead').length < leads
        ? 'lead'
        : 'member'
    const title =
      rank === 'head' ? department.head : rank === 'lead' ? department.lead : random.pick(department.titles)
    let name: readonly [string, string]
    do name = [random.pick(firstNames), random.pick(lastNames)]
    while (taken.has(name.join(' ')))
    taken.add(name.join(' '))
    const site = random.weighted(sites, (one) => department.sites[one] ?? 0)
    drafts.push({ known: { name, department: department.name, title, site }, rank })
  }
  return drafts
}

function setManagers(drafts: Draft[], people: Person[], byName: Map<string, Person>) {
  const chief = people[0]
  const heads = new Map<string, Person>()
  const leads = new Map<string, Person[]>()
  drafts.forEach(({ known, rank }, index) => {
    const person = people[index]
    if (!person) return
    if (rank === 'head') heads.set(known.department, person)
    if (rank === 'lead') leads.set(known.department, [...(leads.get(known.department) ?? []), person])
  })
  drafts.forEach(({ known, rank }, index) => {
    const person = people[index]
    if (!person) return
    const head = heads.get(known.department)
    const near = (leads.get(known.department) ?? []).filter(({ site }) => site === known.site)
    const named = known.manager ? byName.get(known.manager) : undefined
    const lead = rank === 'member' ? near[index % Math.max(near.length, 1)] : undefined
    const manager = named ?? (rank === 'head' ? chief : (lead ?? head))
    person.managerId = manager && manager !== person ? manager.id : null
  })
}

/** A company of this size always has a few people who have just left. */
function blockLeavers(random: Random, calendar: Calendar, drafts: Draft[], people: Person[]) {
  const ordinary = drafts.flatMap(({ known, rank }, index) => {
    const person = people[index]
    const isOrdinary = person && rank === 'member' && !known.desk && !isKnown(known)
    return isOrdinary && person.createdAt.getTime() < calendar.present - 400 * 86_400_000 ? [person] : []
  })
  for (const person of random.shuffle(ordinary).slice(0, Math.floor(people.length / 35))) {
    person.state = 'BLOCKED'
    person.lastSignInAt = new Date(joinedAt(random, calendar, random.int(15, 330)))
  }
}

function inviteNewcomers(
  random: Random,
  calendar: Calendar,
  drafts: Draft[],
  people: Person[],
  accounts: Account[],
) {
  const late = drafts.flatMap(({ known, rank }, index) =>
    rank === 'member' && !isKnown(known) && people[index]?.state === 'ACTIVE' ? [index] : [],
  )
  for (const index of random.shuffle(late).slice(0, Math.floor(people.length / 60))) {
    const person = people[index]
    const account = accounts[index]
    if (!person || !account) continue
    const createdAt = new Date(joinedAt(random, calendar, random.int(1, 8)))
    Object.assign(person, {
      state: 'INVITED',
      lastSignInAt: null,
      createdAt,
      id: idAt(random, createdAt.getTime()),
    })
    Object.assign(account, { createdAt, id: idAt(random, createdAt.getTime()) })
    person.accountId = account.id
  }
}

const isKnown = (known: KnownPerson) => known.mailbox !== undefined || known.desk !== undefined

/** Some time of a morning, so many days before the present. */
function joinedAt(random: Random, calendar: Calendar, days: number): number {
  const day = daysAgo(calendar, days)
  return day ? calendar.on(day, 9 * 60 + random.int(0, 180)) : calendar.present
}

function lastSeen(random: Random, calendar: Calendar): number {
  const day = daysAgo(calendar, random.chance(0.8) ? random.int(1, 4) : random.int(5, 30))
  return day ? calendar.on(day, random.int(7 * 60, 20 * 60)) : calendar.present
}
