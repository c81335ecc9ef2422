import * as z from 'zod'
import { command, event, instant, line, list, read, text, uuid } from './kit.ts'

/** Something to be done for a request: a task of its own, or an item of a checklist. */
export const Task = z.strictObject({
  id: uuid,
  title: z.string(),
  note: z.string().nullable(),
  /** The name of the checklist that it came with. */
  checklist: z.string().nullable(),
  /** While it is open the request cannot be resolved. */
  isMandatory: z.boolean(),
  /** Whoever asked sees it. */
  isVisible: z.boolean(),
  assignedToId: uuid.nullable(),
  assigneeName: z.string().nullable(),
  dueAt: instant.nullable(),
  position: z.int(),
  doneAt: instant.nullable(),
  doneByName: z.string().nullable(),
})
export type Task = z.output<typeof Task>

/** A task as whoever has it finds it: with what it is for. */
export const OwnTask = Task.extend({
  requestId: uuid,
  referenceNumber: z.string(),
  summary: z.string(),
  deskCode: z.string(),
})

/** The most tasks of one request. */
export const taskLimit = 200

const fields = {
  title: line(300),
  note: text(4_000).nullable(),
  isMandatory: z.boolean(),
  isVisible: z.boolean(),
  assignedToId: uuid.nullable(),
  dueAt: instant.nullable(),
  /** The place among the request's tasks, from 0; the others make room. */
  position: z.int().min(0).max(taskLimit),
}

const TemplateItem = z.strictObject({
  title: fields.title,
  isMandatory: z.boolean().default(false),
  isVisible: z.boolean().default(false),
  /** Days from the moment that the checklist is added. */
  dueInDays: z.int().min(0).max(365).nullable().default(null),
  /** Who gets it, as long as they work at the desk. */
  assignedToId: uuid.nullable().default(null),
})

const templateFields = { name: line(100), items: z.array(TemplateItem).min(1).max(50) }

export const ChecklistTemplate = z.strictObject({
  id: uuid,
  serviceDeskId: uuid,
  deskName: z.string(),
  ...templateFields,
  version: z.int(),
})

export const tasks = {
  list: read('GET /requests/:id/tasks', {
    may: 'requests.read',
    summary: 'What is to be done for a request; who asked reads what is marked visible',
    reply: list(Task),
  }),
  mine: read('GET /users/me/tasks', {
    may: 'requests.work',
    summary: 'What the caller has to do for open requests, what is due first',
    reply: list(OwnTask),
  }),
  add: command('POST /requests/:id/tasks', {
    may: 'requests.work',
    summary: 'Add a task, or all items of a checklist template',
    body: z.union([
      z.strictObject({ templateId: uuid }),
      z.strictObject({
        title: fields.title,
        note: fields.note.default(null),
        checklist: line(100).nullable().default(null),
        isMandatory: fields.isMandatory.default(false),
        isVisible: fields.isVisible.default(false),
        assignedToId: fields.assignedToId.default(null),
        dueAt: fields.dueAt.default(null),
        position: fields.position.optional(),
      }),
    ]),
    example: { body: { title: 'Order a spare battery', isMandatory: true } },
    reply: list(Task),
    status: 201,
    errors: [409, 422],
    events: ['task.added', 'task.given', 'task.shown'],
  }),
  change: command('PATCH /requests/:id/tasks/:taskId', {
    may: 'requests.work',
    summary: 'Change a task, move it to another place, tick or untick it',
    body: z
      .strictObject({ ...fields, isDone: z.boolean() })
      .partial()
      .refine((body) => Object.keys(body).length > 0, 'Say what to change.'),
    example: { body: { isDone: true } },
    reply: Task,
    errors: [409, 422],
    events: ['task.changed', 'task.given', 'task.done', 'task.undone', 'task.shown'],
  }),
  remove: command('DELETE /requests/:id/tasks/:taskId', {
    may: 'requests.work',
    summary: 'Delete a task',
    status: 204,
    errors: [409],
    events: ['task.deleted', 'task.shown'],
  }),
  restore: command('POST /requests/:id/tasks/:taskId/restore', {
    may: 'requests.work',
    summary: 'Bring back a deleted task as it was',
    reply: Task,
    errors: [409],
    events: ['task.restored', 'task.shown'],
  }),
  templates: read('GET /support/checklist-templates', {
    may: 'requests.work',
    summary: 'The checklist templates of the desks one works at',
    query: z.strictObject({ serviceDeskId: uuid.optional() }),
    reply: list(ChecklistTemplate),
  }),
  addTemplate: command('POST /support/checklist-templates', {
    may: 'requests.supervise',
    summary: 'Make a checklist template for a desk',
    body: z.strictObject({ serviceDeskId: uuid, ...templateFields }),
    reply: ChecklistTemplate,
    status: 201,
    errors: [409, 422],
    events: ['checklist_template.saved'],
  }),
  changeTemplate: command('PATCH /support/checklist-templates/:id', {
    may: 'requests.supervise',
    summary: 'Change a checklist template; what was added from it before stays as it is',
    body: z
      .strictObject(templateFields)
      .partial()
      .refine((body) => Object.keys(body).length > 0, 'Say what to change.'),
    reply: ChecklistTemplate,
    errors: [409, 412, 422],
    events: ['checklist_template.saved'],
  }),
  removeTemplate: command('DELETE /support/checklist-templates/:id', {
    may: 'requests.supervise',
    summary: 'Delete a checklist template; what was added from it stays',
    status: 204,
    errors: [412],
    events: ['checklist_template.deleted'],
  }),
}

const about = z.strictObject({ taskId: uuid, name: z.string() })
const named = z.strictObject({ name: z.string() })

export const taskEvents = {
  'task.added': event(
    'staff',
    '{actor} added tasks to {ref}',
    z.strictObject({ titles: z.array(z.string()), checklist: z.string().nullable() }),
  ),
  'task.changed': event('staff', '{actor} changed the task “{name}” of {ref}', about),
  /** Beside the others where somebody gets one. */
  'task.given': event(
    'staff',
    '{actor} gave the task “{name}” of {ref} to somebody',
    z.strictObject({ taskId: uuid, name: z.string(), assignedToId: uuid }),
  ),
  /** A day before it is due, or at once where that is past. */
  'task.due': event(
    'staff',
    'The task “{name}” of {ref} is due',
    about.extend({ assignedToId: uuid, dueAt: instant, isLate: z.boolean() }),
  ),
  'task.done': event('staff', '{actor} ticked “{name}” of {ref}', about),
  'task.undone': event('staff', '{actor} unticked “{name}” of {ref}', about),
  'task.deleted': event('staff', '{actor} deleted the task “{name}” of {ref}', about),
  'task.restored': event('staff', '{actor} brought back the task “{name}” of {ref}', about),
  /** Beside the others where whoever asked sees the task. */
  'task.shown': event('everyone', 'The visible tasks of {ref} changed', z.strictObject({})),
  'checklist_template.saved': event('nobody', '{actor} saved the checklist template “{name}”', named),
  'checklist_template.deleted': event('nobody', '{actor} deleted the checklist template “{name}”', named),
}
