import * as z from 'zod'
import { command, day, event, line, read, text, uuid } from './kit.ts'
import { RequestStatus } from './requestShapes.ts'

/** Kinds of request that begin a journey. */
export const JourneyKind = z.enum(['ONBOARDING', 'OFFBOARDING'])
export type JourneyKind = z.output<typeof JourneyKind>

/** One request that a journey opened at a desk. */
export const JourneyTask = z.strictObject({
  id: uuid,
  referenceNumber: z.string(),
  deskCode: z.string(),
  deskName: z.string(),
  /** What the journey calls it; its own title shows only to whom may open it. */
  title: z.string(),
  status: RequestStatus,
  /** What the company calls that state for whoever asked. */
  stateWord: z.string().nullable(),
  isDone: z.boolean(),
  /** By when it has to be done; null where the journey names no day. */
  dueOn: day.nullable(),
  /** Whether the reader may see the request itself. */
  canOpen: z.boolean(),
})
export type JourneyTask = z.output<typeof JourneyTask>

/** What every journey tells of itself beside its own fields. */
export const journeyFields = {
  tasks: z.array(JourneyTask),
  progress: z.strictObject({
    done: z.int(),
    total: z.int(),
    dueOn: day.nullable(),
    isLate: z.boolean(),
  }),
}

/** What a step may name in braces; each journey works them out of its form. */
export const journeyVariables = [
  'name',
  'day',
  'department',
  'site',
  'job',
  'equipment',
  'systems',
  'handover',
] as const
export type JourneyVariable = (typeof journeyVariables)[number]

/** One request that a journey opens. */
export const JourneyStep = z.strictObject({
  title: line(100),
  deskCode: line(20),
  /** As which kind it asks, where the desk offers it: Deskhand fills in its form. Otherwise in plain words. */
  kind: z.enum(['HARDWARE', 'ACCESS', 'MOVE', 'KEY']).nullable().default(null),
  /** Its title, such as `A desk for {name}`. */
  summary: line(300),
  /** Further lines of its description; one whose variables are all empty is left out. */
  note: text(2000).nullable().default(null),
  /** A yes-or-no question of the journey's form: answered with no, this step is left out. */
  unlessNo: z
    .string()
    .regex(/^[a-z][a-zA-Z0-9]{0,39}$/, 'The name of a field.')
    .nullable()
    .default(null),
  /** Days from the day of the journey; before it is less than nothing. */
  dueInDays: z.int().min(-180).max(180).default(0),
})
export type JourneyStep = z.output<typeof JourneyStep>

const fields = {
  name: line(100),
  /** For whom: people of this department, or everybody whom no other plan is for. */
  department: line(100).nullable(),
  steps: z.array(JourneyStep).min(1).max(30),
}

export const JourneyTemplate = z.strictObject({
  /** Null for what Deskhand brings along; it holds where the company has none of its own. */
  id: uuid.nullable(),
  kind: JourneyKind,
  ...fields,
  version: z.int(),
})
export type JourneyTemplate = z.output<typeof JourneyTemplate>

/** Which requests a journey opens, as data that admins keep. */
export const journeys = {
  templates: read('GET /management/journey-templates', {
    may: 'desks.manage',
    summary: 'Which requests onboardings and offboardings open, and by when each has to be done',
    reply: z.strictObject({
      data: z.array(JourneyTemplate),
      /** Yes-or-no questions of the forms in use, for steps that depend on them. */
      questions: z.array(z.strictObject({ kind: JourneyKind, key: z.string(), label: z.string() })),
    }),
  }),
  addTemplate: command('POST /management/journey-templates', {
    may: 'desks.manage',
    summary: 'Say which requests a journey opens: for everybody, or for a department',
    body: z.strictObject({ kind: JourneyKind, ...fields, department: fields.department.default(null) }),
    reply: JourneyTemplate,
    status: 201,
    errors: [409, 422],
    events: ['journey_template.saved'],
    example: {
      body: {
        kind: 'ONBOARDING',
        name: 'Workshop',
        department: 'Workshop',
        steps: [
          { title: 'Tools', deskCode: 'FACILITIES', summary: 'Tools for {name}', dueInDays: -5 },
          { title: 'Account', deskCode: 'IT', kind: 'ACCESS', summary: 'Account for {name}', dueInDays: -1 },
        ],
      },
    },
  }),
  changeTemplate: command('PATCH /management/journey-templates/:id', {
    may: 'desks.manage',
    summary: 'Change what a journey opens; journeys under way stay as they are',
    body: z
      .strictObject(fields)
      .partial()
      .refine((body) => Object.keys(body).length > 0, 'Say what to change.'),
    reply: JourneyTemplate,
    errors: [409, 412, 422],
    events: ['journey_template.saved'],
  }),
  removeTemplate: command('DELETE /management/journey-templates/:id', {
    may: 'desks.manage',
    summary: 'Delete a plan; the one for everybody, or the one that Deskhand brings along, holds again',
    status: 204,
    errors: [412],
    events: ['journey_template.deleted'],
  }),
}

const named = z.strictObject({ name: z.string() })
export const journeyEvents = {
  'journey_template.saved': event('nobody', '{actor} saved the journey “{name}”', named),
  'journey_template.deleted': event('nobody', '{actor} deleted the journey “{name}”', named),
}
