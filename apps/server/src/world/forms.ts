import { type Answers, type FormDefinition, isEncrypted, type RequestKind } from '@deskhand/contract'
import { starterForms } from '../companies/starter/forms/forms.ts'
import { answerers } from './content/answerTexts.ts'
import { templates } from './content/templates.ts'
import { idAt, makeRandom } from './random.ts'
import type { Company, Person, Request, RequestType } from './shapes.ts'

const day = 86_400_000
/** Since when forms are asked, and since when the newer version of one of them. */
const began = 200
const renewed = 40

export type FormRows = {
  forms: object[]
  versions: object[]
  templates: object[]
  /** Encrypted answers by the id of their request. */
  secrets: Map<string, Answers>
}

type Given = {
  company: Pick<Company, 'id' | 'slug' | 'createdAt'>
  now: Date
  requestTypes: RequestType[]
  requests: Request[]
  people: readonly Person[]
}

/** The forms of a company, hung on its kinds of request, and what people answered since there are some. */
export function addForms({ company, now, requestTypes, requests, people }: Given): FormRows {
  const random = makeRandom(`${company.slug} forms`)
  const admin = people.find(({ isAdmin }) => isAdmin)
  const midnight = Math.floor(now.getTime() / day) * day
  const asked = new Map<string, { kind: RequestKind; versionAt: (at: Date) => Version | null }>()
  const rows: FormRows = { forms: [], versions: [], templates: [], secrets: new Map() }
  for (const type of requestTypes) {
    const form = type.kind ? starterForms[type.kind] : undefined
    if (!type.kind || !form) continue
    const formId = idAt(random, company.createdAt.getTime())
    const versions = versionsOf(type.kind, form.definition).map(({ daysAgo, ...version }, at) => ({
      ...version,
      id: idAt(random, midnight - daysAgo * day),
      number: at + 1,
      at: new Date(midnight - daysAgo * day),
    }))
    const latest = versions.at(-1)
    if (!latest) continue
    type.formId = formId
    rows.forms.push({
      companyId: company.id,
      id: formId,
      name: form.name,
      createdAt: versions[0]?.at,
      updatedAt: latest.at,
      version: versions.length,
    })
    rows.versions.push(
      ...versions.map((version) => ({
        companyId: company.id,
        id: version.id,
        formId,
        number: version.number,
        state: 'PUBLISHED',
        definition: version.definition,
        note: version.note,
        createdById: admin?.id ?? null,
        createdAt: version.at,
        savedAt: version.at,
        publishedById: admin?.id ?? null,
        publishedAt: version.at,
      })),
    )
    rows.templates.push(
      ...(templates[type.kind] ?? []).map((template, displayOrder) => ({
        companyId: company.id,
        id: idAt(random, latest.at.getTime()),
        requestTypeId: type.id,
        ...template,
        displayOrder,
        createdAt: latest.at,
      })),
    )
    asked.set(type.id, {
      kind: type.kind,
      versionAt: (at) => versions.findLast((version) => version.at <= at) ?? null,
    })
  }
  answer(requests, asked, people, rows)
  return rows
}

type Version = { id: string; definition: FormDefinition }

/** The form for equipment got a question more some weeks ago, so that old answers show the words of then. */
function versionsOf(kind: RequestKind, definition: FormDefinition) {
  if (kind !== 'HARDWARE') return [{ definition, note: null, daysAgo: began }]
  const before: FormDefinition = {
    ...definition,
    sections: definition.sections.map((section) => ({
      ...section,
      fields: section.fields.filter(({ key }) => key !== 'neededBy'),
    })),
  }
  return [
    { definition: before, note: null, daysAgo: began },
    { definition, note: 'Asks by when it is needed', daysAgo: renewed },
  ]
}

function answer(
  requests: readonly Request[],
  asked: ReadonlyMap<string, { kind: RequestKind; versionAt: (at: Date) => Version | null }>,
  people: readonly Person[],
  rows: FormRows,
): void {
  const byId = new Map(people.map((person) => [person.id, person]))
  const byName = new Map(people.map((person) => [`${person.firstName} ${person.lastName}`, person.id]))
  for (const request of requests) {
    const form = asked.get(request.requestTypeId)
    const version = form?.versionAt(request.createdAt)
    const requester = byId.get(request.requesterId)
    if (!form || !version || !requester) continue
    const answers = answerers[form.kind]?.({
      summary: request.summary,
      description: request.description,
      urgency: request.urgency,
      createdAt: request.createdAt,
      site: requester.site,
      department: requester.department,
      random: makeRandom(request.id),
      personId: (name) => byName.get(name) ?? null,
    })
    if (!answers) continue
    const fields = new Map(
      version.definition.sections.flatMap((one) => one.fields).map((one) => [one.key, one]),
    )
    const entries = Object.entries(answers).filter(([key]) => fields.has(key))
    const isSealed = ([key]: [string, unknown]) => {
      const field = fields.get(key)
      return field !== undefined && isEncrypted(field)
    }
    request.customFields = Object.fromEntries(entries.filter((entry) => !isSealed(entry)))
    request.formVersionId = version.id
    const sealed = entries.filter(isSealed)
    if (sealed.length > 0) rows.secrets.set(request.id, Object.fromEntries(sealed))
  }
}
