import { catalogue, type DeskText, sharedCodes } from './content/catalogue.ts'
import type { KnownPerson } from './content/knownPeople.ts'
import type { Staff } from './people.ts'
import { priorityOf } from './priority.ts'
import { idAt, type Random } from './random.ts'
import type {
  Category,
  Company,
  Desk,
  DeskCode,
  DeskMember,
  Person,
  RequestType,
  ResolutionCode,
  Team,
  TeamMember,
} from './shapes.ts'

/** A desk with the people who work at it, as the stories need it. */
export type Office = {
  desk: Desk
  staff: { person: Person; team: Team; weight: number }[]
  supervisor: Person | null
  teams: Team[]
  types: Map<string, RequestType>
  typeTexts: Map<string, DeskText['categories'][number]['types'][number]>
}

export type OfficeRows = {
  offices: Office[]
  desks: Desk[]
  deskMembers: DeskMember[]
  teams: Team[]
  teamMembers: TeamMember[]
  categories: Category[]
  requestTypes: RequestType[]
  resolutionCodes: ResolutionCode[]
}

/** The desks of a company with their catalogue, codes, teams and members. */
export function makeOffices(
  random: Random,
  company: Company,
  staff: Staff,
  knownPeople: readonly KnownPerson[],
  codes: readonly DeskCode[],
): OfficeRows {
  const companyId = company.id
  const newId = () => idAt(random, company.createdAt.getTime())
  const rows: OfficeRows = {
    offices: [],
    desks: [],
    deskMembers: [],
    teams: [],
    teamMembers: [],
    categories: [],
    requestTypes: [],
    resolutionCodes: sharedCodes.map(([code, name]) => ({
      id: newId(),
      companyId,
      deskId: null,
      code,
      name,
    })),
  }
  const chosen = catalogue.filter(({ code }) => codes.includes(code))
  chosen.forEach((text, order) => {
    const desk: Desk = {
      id: newId(),
      companyId,
      code: text.code,
      name: text.name,
      prefix: text.prefix,
      description: text.description,
      promise: text.promise,
      isConfidential: false,
      order,
    }
    const office: Office = {
      desk,
      staff: [],
      supervisor: null,
      teams: text.teams.map((name) => ({ id: newId(), companyId, deskId: desk.id, name })),
      types: new Map(),
      typeTexts: new Map(),
    }
    rows.desks.push(desk)
    rows.teams.push(...office.teams)
    rows.offices.push(office)
    for (const [code, name] of text.codes)
      rows.resolutionCodes.push({ id: newId(), companyId, deskId: desk.id, code, name })
    seatMembers(rows, office, staff, knownPeople)
    fillShelves(rows, office, text, newId)
  })
  return rows
}

function seatMembers(rows: OfficeRows, office: Office, staff: Staff, knownPeople: readonly KnownPerson[]) {
  const { desk } = office
  for (const known of knownPeople) {
    const person = staff.byName.get(known.name.join(' '))
    if (!person || known.desk?.[0] !== desk.code) continue
    const [, role, teamIndex] = known.desk
    const team = office.teams[teamIndex]
    if (!team) throw new Error(`${known.name.join(' ')} sits in no team.`)
    rows.deskMembers.push({ companyId: desk.companyId, deskId: desk.id, personId: person.id, role })
    rows.teamMembers.push({ companyId: desk.companyId, teamId: team.id, personId: person.id })
    if (role === 'SUPERVISOR') office.supervisor = person
    // Those one can sign in as carry most of the work; a supervisor takes a little of it.
    const weight = role === 'SUPERVISOR' ? 0.8 : known.mailbox ? 3.4 : 1.5
    office.staff.push({ person, team, weight })
  }
}

function fillShelves(rows: OfficeRows, office: Office, text: DeskText, newId: () => string) {
  const { companyId, id: deskId } = office.desk
  text.categories.forEach(({ types, ...category }, order) => {
    const categoryId = newId()
    rows.categories.push({ id: categoryId, companyId, deskId, ...category, order })
    types.forEach((type, typeOrder) => {
      const requestType: RequestType = {
        id: newId(),
        companyId,
        deskId,
        categoryId,
        name: type.name,
        description: type.description,
        promise: type.promise,
        icon: type.icon,
        slaHours: type.slaHours,
        requiresApproval: false,
        isConfidential: type.isConfidential ?? false,
        defaultPriority: priorityOf(type.impact, type.urgency),
        kind: type.kind ?? null,
        formId: null,
        order: typeOrder,
      }
      rows.requestTypes.push(requestType)
      office.types.set(type.key, requestType)
      office.typeTexts.set(type.key, type)
    })
  })
}
