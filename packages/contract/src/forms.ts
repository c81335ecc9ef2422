import * as z from 'zod'
import { RequestType } from './deskShapes.ts'
import { AnswerSet, FieldKey, FormDefinition, FormThing, PersonFact } from './formShapes.ts'
import { command, day, event, instant, line, list, read, text, uuid } from './kit.ts'
import { PersonRef } from './personRef.ts'

export const formPermissions = {
  'forms.manage': 'Build and publish the forms of what can be asked for',
} as const

const versionState = z.enum(['DRAFT', 'PUBLISHED'])

export const FormVersion = z.strictObject({
  id: uuid,
  number: z.int(),
  state: versionState,
  note: z.string().nullable(),
  createdAt: instant,
  createdByName: z.string().nullable(),
  publishedAt: instant.nullable(),
  publishedByName: z.string().nullable(),
  /** How many requests keep their answers with it. */
  requestCount: z.int(),
})

const VersionRef = z.strictObject({ id: uuid, number: z.int(), at: instant })
const TypeRef = z.strictObject({ id: uuid, name: z.string(), deskCode: z.string() })

export const FormRow = z.strictObject({
  id: uuid,
  name: z.string(),
  description: z.string().nullable(),
  requestTypes: z.array(TypeRef),
  published: VersionRef.nullable(),
  draft: VersionRef.nullable(),
  updatedAt: instant,
  version: z.int(),
})

export const Form = FormRow.extend({
  versions: z.array(FormVersion),
  /** The draft, or what is published where there is none. */
  definition: FormDefinition,
})

/** Answers that somebody prepared for one kind of request: a named start. */
export const RequestTemplate = z.strictObject({
  id: uuid,
  requestTypeId: uuid,
  name: z.string(),
  summary: z.string().nullable(),
  description: z.string().nullable(),
  answers: AnswerSet,
  displayOrder: z.int(),
})

const templateFields = {
  name: line(120),
  summary: line(500).nullable().default(null),
  description: text(20_000).nullable().default(null),
  answers: AnswerSet.default({}),
}

const facts = z.partialRecord(PersonFact, z.union([z.string(), z.boolean(), z.null()]))

/** What a page needs to show a form to somebody: how it begins, and what one can choose from. */
export const FormStart = z.strictObject({
  versionId: uuid,
  definition: FormDefinition,
  prefilled: AnswerSet,
  facts,
  /** Today, where this person is. */
  today: day,
  sites: z.array(z.string()),
  departments: z.array(z.string()),
  /** What whoever it is for has, where the form asks for a thing. */
  things: z.array(FormThing),
})

const saved = { errors: [409, 412, 422] as (409 | 412 | 422)[] }

export const forms = {
  item: read('GET /catalog/items/:id', {
    may: 'desks.read',
    summary: 'What can be asked for, with its current form, filled in for the caller as far as is known',
    query: z.strictObject({
      /** For whom, where it is not the caller. */
      onBehalfOfId: uuid.optional(),
      /** Where its code was scanned; fields for a site or a place begin with it. */
      placeId: uuid.optional(),
    }),
    reply: z.strictObject({
      requestType: RequestType,
      deskCode: z.string(),
      deskName: z.string(),
      categoryName: z.string(),
      form: FormStart.nullable(),
      templates: z.array(RequestTemplate),
    }),
  }),
  colleagues: read('GET /catalog/people', {
    may: 'desks.read',
    summary: 'People whom an answer can name: by their names, or one by id',
    query: z.strictObject({ q: line(100).optional(), id: uuid.optional() }),
    reply: list(PersonRef),
  }),
  list: read('GET /management/forms', {
    may: 'forms.manage',
    summary: 'Forms, with what they ask for and their versions in use',
    reply: list(FormRow),
  }),
  create: command('POST /management/forms', {
    may: 'forms.manage',
    summary: 'Create a form, or import one; its first version is a draft',
    body: z.strictObject({
      name: line(120),
      description: text(1000).optional(),
      definition: FormDefinition.optional(),
      requestTypeIds: z.array(uuid).max(50).optional(),
    }),
    reply: Form,
    status: 201,
    errors: [409, 422],
    events: ['form.created'],
  }),
  get: read('GET /management/forms/:id', { may: 'forms.manage', summary: 'Form with versions', reply: Form }),
  getVersion: read('GET /management/forms/:id/versions/:versionId', {
    may: 'forms.manage',
    summary: 'One version of a form, also an old one',
    reply: FormVersion.extend({ definition: FormDefinition }),
  }),
  update: command('PATCH /management/forms/:id', {
    may: 'forms.manage',
    summary: 'Change the name of a form and what it is asked for',
    body: z
      .strictObject({
        name: line(120),
        description: text(1000).nullable(),
        requestTypeIds: z.array(uuid).max(50),
      })
      .partial()
      .refine((body) => Object.keys(body).length > 0, 'Say what to change.'),
    reply: Form,
    ...saved,
    events: ['form.changed'],
  }),
  remove: command('DELETE /management/forms/:id', {
    may: 'forms.manage',
    summary: 'Retire a form; what was answered with it stays readable',
    status: 204,
    errors: [409, 412],
    events: ['form.retired'],
  }),
  saveVersion: command('POST /management/forms/:id/versions', {
    may: 'forms.manage',
    summary: 'Save the draft: the next version, until it is published',
    description: 'Refused with 422 where conditions go in a circle or read what is not there.',
    body: z.strictObject({ definition: FormDefinition, note: line(200).optional() }),
    reply: Form,
    ...saved,
    events: ['form.draft_saved'],
  }),
  publish: command('POST /management/forms/:id/publish', {
    may: 'forms.manage',
    summary: 'Publish the draft; requests from now on are asked with it, older ones keep their version',
    body: z.strictObject({ versionId: uuid.optional() }),
    reply: Form,
    ...saved,
    events: ['form.published'],
  }),
  preview: command('POST /management/forms/:id/preview', {
    may: 'forms.manage',
    summary: 'What a form would show and require for these answers and this person; stores nothing',
    body: z.strictObject({
      definition: FormDefinition.optional(),
      answers: AnswerSet.default({}),
      personId: uuid.optional(),
    }),
    reply: z.strictObject({
      visible: z.array(FieldKey),
      required: z.array(FieldKey),
      faults: z.array(z.strictObject({ pointer: z.string(), message: z.string() })),
      prefilled: AnswerSet,
      facts,
      today: day,
    }),
    log: false,
    errors: [422],
  }),
  listTemplates: read('GET /management/request-types/:id/templates', {
    may: 'forms.manage',
    summary: 'Prepared answers for one kind of request',
    reply: list(RequestTemplate),
  }),
  createTemplate: command('POST /management/request-types/:id/templates', {
    may: 'forms.manage',
    summary: 'Prepare answers under a name',
    body: z.strictObject(templateFields),
    reply: RequestTemplate,
    status: 201,
    errors: [409, 422],
    events: ['form.template_saved'],
  }),
  updateTemplate: command('PUT /management/request-templates/:id', {
    may: 'forms.manage',
    summary: 'Change prepared answers',
    body: z.strictObject(templateFields),
    reply: RequestTemplate,
    errors: [409, 422],
    events: ['form.template_saved'],
  }),
  removeTemplate: command('DELETE /management/request-templates/:id', {
    may: 'forms.manage',
    summary: 'Remove prepared answers',
    status: 204,
    events: ['form.template_removed'],
  }),
}

const named = z.strictObject({ name: z.string() })

export const formEvents = {
  'form.created': event('nobody', '{actor} created the form {ref}', named),
  'form.changed': event('nobody', '{actor} changed the form {ref}', named),
  'form.draft_saved': event(
    'nobody',
    '{actor} saved a draft of the form {ref}',
    z.strictObject({ versionId: uuid, number: z.int() }),
  ),
  'form.published': event(
    'nobody',
    '{actor} published the form {ref}',
    z.strictObject({ versionId: uuid, number: z.int() }),
  ),
  'form.retired': event('nobody', '{actor} retired the form {ref}', named),
  'form.template_saved': event('nobody', '{actor} prepared answers for {ref}', named),
  'form.template_removed': event('nobody', '{actor} removed prepared answers of {ref}', named),
}
