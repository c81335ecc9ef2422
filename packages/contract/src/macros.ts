import * as z from 'zod'
import { command, event, line, list, read, text, uuid } from './kit.ts'
import { CustomFields, Level, Priority, Request, RequestStatus, Tag, WaitReason } from './requestShapes.ts'

/** What stands between `{{` and `}}` in canned responses and macros, with an example of each. */
export const textVariables = {
  'requester.firstName': 'Marta',
  'requester.name': 'Marta Soler',
  'requester.department': 'Marketing',
  'requester.site': 'Madrid',
  'request.referenceNumber': 'IT-4921',
  'request.summary': 'VPN drops every 20 minutes',
  'request.deskName': 'IT service desk',
  'request.typeName': 'Network problem',
  'request.assigneeName': 'Ana Ruiz',
  'me.firstName': 'Ana',
  'me.name': 'Ana Ruiz',
  'company.name': 'Harbour & Pine',
} as const
export type TextVariable = keyof typeof textVariables

const language = z
  .string()
  .trim()
  .regex(/^[a-z]{2,3}(-[A-Z]{2})?$/, 'A language such as en or pt-BR.')
const deskOrMe = { serviceDeskId: uuid.nullable() }
const responseFields = { language, name: line(100), text: text(10_000) }

export const CannedResponse = z.strictObject({
  id: uuid,
  /** Null: it is mine alone, for every desk. */
  ...deskOrMe,
  deskName: z.string().nullable(),
  ...responseFields,
  mayChange: z.boolean(),
  version: z.int(),
})

/** The parts of a macro, in the order in which they are done. */
export const MacroSteps = z
  .strictObject({
    /** Whoever runs it takes the request. */
    takes: z.boolean().default(false),
    assignedTeamId: uuid.nullable().default(null),
    priority: Priority.nullable().default(null),
    /** The priority follows from these, where it is not set as well. */
    impact: Level.nullable().default(null),
    urgency: Level.nullable().default(null),
    /** Added to those that it has. */
    tags: z.array(Tag).max(20).default([]),
    /** Taken off, where it has them. */
    removedTags: z.array(Tag).max(20).default([]),
    /** Fields of the company’s own, by their keys; null empties one. */
    customFields: CustomFields.default({}),
    note: text(10_000).nullable().default(null),
    reply: text(10_000).nullable().default(null),
    move: z
      .strictObject({
        to: RequestStatus,
        reason: text(4_000).optional(),
        question: text(4_000).optional(),
        waitReason: WaitReason.optional(),
        /** Until then, in days from when it is run. */
        waitDays: z.int().min(1).max(365).optional(),
        resolutionCode: line(40).optional(),
        resolutionText: text(10_000).optional(),
      })
      .nullable()
      .default(null),
  })
  .refine(
    ({ takes, tags, removedTags, customFields, ...parts }) =>
      takes ||
      tags.length + removedTags.length + Object.keys(customFields).length > 0 ||
      Object.values(parts).some((part) => part !== null),
    'A macro does at least one thing.',
  )
export type MacroSteps = z.output<typeof MacroSteps>

/** A figure that one macro of a desk has, or none. */
const macroKey = z.int().min(1).max(9).nullable()

export const Macro = z.strictObject({
  id: uuid,
  serviceDeskId: uuid,
  deskName: z.string(),
  name: z.string(),
  steps: MacroSteps,
  /** On a request, Q and then this figure runs it. */
  key: z.int().nullable(),
  mayChange: z.boolean(),
  version: z.int(),
})

const exampleSteps = MacroSteps.parse({
  takes: true,
  reply: 'I have this now, {{requester.firstName}}.',
  move: { to: 'IN_PROGRESS' },
})
const exampleMacro = {
  id: '0197a1c4-52f0-7c3b-9d1e-3f2a6b8c4d5e',
  serviceDeskId: '0197a1c4-52f0-7c3b-9d1e-3f2a6b8c4d5f',
  deskName: 'IT support',
  name: 'Take it and say so',
  steps: exampleSteps,
  key: 1,
  mayChange: true,
  version: 1,
}

const changed = (body: object) => Object.keys(body).length > 0

export const macros = {
  responses: read('GET /support/canned-responses', {
    may: 'requests.work',
    summary: 'Canned responses: those of the desks one works at, and one’s own',
    query: z.strictObject({ serviceDeskId: uuid.optional(), language: language.optional() }),
    reply: list(CannedResponse),
  }),
  addResponse: command('POST /support/canned-responses', {
    may: 'requests.work',
    summary: 'Make a canned response: for a desk as its supervisor, for oneself as anybody who works at one',
    body: z.strictObject({ serviceDeskId: deskOrMe.serviceDeskId.default(null), ...responseFields }),
    example: { body: { language: 'en', name: 'Thanks', text: 'Thank you, {{requester.firstName}}.' } },
    reply: CannedResponse,
    status: 201,
    errors: [409, 422],
    events: ['canned_response.saved'],
  }),
  changeResponse: command('PATCH /support/canned-responses/:id', {
    may: 'requests.work',
    summary: 'Change a canned response',
    body: z.strictObject(responseFields).partial().refine(changed, 'Say what to change.'),
    reply: CannedResponse,
    errors: [409, 412, 422],
    events: ['canned_response.saved'],
  }),
  removeResponse: command('DELETE /support/canned-responses/:id', {
    may: 'requests.work',
    summary: 'Delete a canned response',
    status: 204,
    errors: [412],
    events: ['canned_response.deleted'],
  }),
  list: read('GET /support/macros', {
    may: 'requests.work',
    summary: 'The macros of the desks one works at',
    query: z.strictObject({ serviceDeskId: uuid.optional() }),
    reply: list(Macro),
    example: { reply: { data: [exampleMacro] } },
  }),
  add: command('POST /support/macros', {
    may: 'requests.supervise',
    summary: 'Make a macro for a desk',
    body: z.strictObject({
      serviceDeskId: uuid,
      name: line(100),
      steps: MacroSteps,
      key: macroKey.optional(),
    }),
    reply: Macro,
    example: {
      body: { serviceDeskId: exampleMacro.serviceDeskId, name: exampleMacro.name, steps: exampleSteps },
      reply: exampleMacro,
    },
    status: 201,
    errors: [409, 422],
    events: ['macro.saved'],
  }),
  change: command('PATCH /support/macros/:id', {
    may: 'requests.supervise',
    summary: 'Change a macro',
    body: z
      .strictObject({ name: line(100), steps: MacroSteps, key: macroKey })
      .partial()
      .refine(changed, 'Say what to change.'),
    reply: Macro,
    example: { body: { name: 'Take it' }, reply: exampleMacro },
    errors: [409, 412, 422],
    events: ['macro.saved'],
  }),
  remove: command('DELETE /support/macros/:id', {
    may: 'requests.supervise',
    summary: 'Delete a macro',
    status: 204,
    errors: [412],
    events: ['macro.deleted'],
  }),
  offers: read('GET /requests/:id/macros', {
    may: 'requests.work',
    summary: 'What can be run and said on this request, with its words filled in',
    reply: z.strictObject({
      macros: z.array(
        z.strictObject({
          id: uuid,
          name: z.string(),
          steps: MacroSteps,
          teamName: z.string().nullable(),
          /** Why it cannot be run now. */
          refusal: z.string().nullable(),
        }),
      ),
      responses: z.array(
        z.strictObject({
          id: uuid,
          name: z.string(),
          language: z.string(),
          text: z.string(),
          /** Why its words cannot be filled in on this request; the text is then as it was written. */
          refusal: z.string().nullable(),
        }),
      ),
    }),
    example: {
      reply: {
        macros: [
          {
            id: exampleMacro.id,
            name: exampleMacro.name,
            steps: exampleSteps,
            teamName: null,
            refusal: null,
          },
        ],
        responses: [],
      },
    },
  }),
  run: command('POST /requests/:id/macros/:macroId', {
    may: 'requests.work',
    summary: 'Run a macro: all of its parts, or none where one is refused',
    description: '`POST /undo/:operationId` takes all of them back at once.',
    reply: Request.extend({ operationId: uuid }),
    errors: [409, 412, 422],
    events: [
      'macro.run',
      'request.assigned',
      'request.prioritised',
      'request.tagged',
      'custom_field.filled_in',
      'custom_field.shown',
      'request.noted',
      'request.replied',
      'request.moved',
    ],
  }),
}

const named = z.strictObject({ name: z.string() })

export const macroEvents = {
  'macro.run': event(
    'staff',
    '{actor} ran “{name}” on {ref}',
    z.strictObject({ macroId: uuid, name: z.string() }),
  ),
  'macro.saved': event('nobody', '{actor} saved the macro “{name}”', named),
  'macro.deleted': event('nobody', '{actor} deleted the macro “{name}”', named),
  'canned_response.saved': event('nobody', '{actor} saved the canned response “{name}”', named),
  'canned_response.deleted': event('nobody', '{actor} deleted the canned response “{name}”', named),
}
