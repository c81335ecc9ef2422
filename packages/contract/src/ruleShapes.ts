import * as z from 'zod'
import { FormComparisonWord } from './formShapes.ts'
import { line, text, uuid } from './kit.ts'
import { bulkFields } from './requestActions.ts'
import { RequestStatus, WaitReason } from './requestShapes.ts'

/** What a rule can ask of a request; the words are those of a line of filters, where that has them. */
export const RuleField = z.enum([
  'desk',
  'type',
  'category',
  'status',
  'priority',
  'impact',
  'urgency',
  'assignee',
  'team',
  'tag',
  'requester',
  'department',
  /** A site, region or business unit: whatever lies in it. */
  'place',
  'isVip',
  'summary',
  'description',
  /** Who did what happened. */
  'by',
])
export type RuleField = z.output<typeof RuleField>
/** Who did what happened: who asked, the desk, or Deskhand itself. */
export const RuleDoer = z.enum(['REQUESTER', 'DESK', 'DESKHAND'])

const comparing = {
  is: FormComparisonWord,
  value: z
    .union([z.string().max(500), z.number(), z.boolean(), z.array(z.string().max(500)).min(1).max(100)])
    .optional(),
}
/** "The priority is high": one field, or one answer of the form, against a value. */
export const RuleComparison = z.union([
  z.strictObject({ field: RuleField, ...comparing }),
  z.strictObject({ answer: line(60), ...comparing }),
])
export type RuleComparison = z.output<typeof RuleComparison>

const match = z.enum(['all', 'any'])
export const RuleGroup = z.strictObject({ match, parts: z.array(RuleComparison).min(1).max(20) })
export type RuleGroup = z.output<typeof RuleGroup>
/** All or any of some comparisons, or of groups of them; none is always true. */
export const RuleCondition = z.strictObject({
  match,
  parts: z.array(z.union([RuleComparison, RuleGroup])).max(20),
})
export type RuleCondition = z.output<typeof RuleCondition>

/** What can change in a request. */
export const RuleChange = z.enum([
  'status',
  'priority',
  'type',
  'assignee',
  'team',
  'tag',
  'summary',
  'description',
  'answers',
  'reply',
  'desk',
])
export type RuleChange = z.output<typeof RuleChange>

/** From when hours are counted; a reply is one that a person wrote. */
export const RuleMoment = z.enum(['CREATED', 'LAST_REPLY', 'STATUS', 'DUE'])

export const RuleTrigger = z.discriminatedUnion('on', [
  z.strictObject({ on: z.literal('CREATED') }),
  z.strictObject({ on: z.literal('CHANGED'), fields: z.array(RuleChange).min(1).max(20) }),
  z
    .strictObject({
      on: z.literal('TIME'),
      hours: z.int().min(1).max(2_160),
      side: z.enum(['AFTER', 'BEFORE']),
      moment: RuleMoment,
    })
    .refine(({ side, moment }) => side === 'AFTER' || moment === 'DUE', {
      message: 'Only what is due can be looked at beforehand.',
      path: ['side'],
    }),
])
export type RuleTrigger = z.output<typeof RuleTrigger>

/** How somebody of the desk is picked. */
export const AssignBy = z.enum(['ROUND_ROBIN', 'LOAD', 'SKILL', 'LAST_TECHNICIAN'])
export type AssignBy = z.output<typeof AssignBy>

/** As requests keep them: in small letters. */
const tag = line(40).toLowerCase()

const { priority, impact, urgency, requestTypeId, assignedToId, assignedTeamId } = bulkFields
/**
 * What a rule does, in the words of a bulk edit and of a macro, each by the rule of its own command and in this order.
 * All of it or nothing.
 */
export const RuleActions = z
  .strictObject({
    requestTypeId,
    priority,
    /** The priority follows from these, where it is not set as well. */
    impact,
    urgency,
    /** Answers of the form, by their keys; the others stay. */
    answers: z
      .record(line(60), z.union([z.string().max(500), z.number(), z.boolean()]))
      .refine((answers) => Object.keys(answers).length <= 20, 'At most 20 answers.'),
    tags: z
      .strictObject({ add: z.array(tag).max(20), remove: z.array(tag).max(20) })
      .partial()
      .refine(({ add, remove }) => add?.length || remove?.length, 'Say which tags come or go.'),
    assignedTeamId,
    assignedToId,
    /** Gives what nobody has to whoever this picks. */
    assign: z.strictObject({ by: AssignBy, skills: z.array(tag).max(10).default([]) }),
    note: text(4_000),
    reply: text(4_000),
    watcherIds: z.array(uuid).min(1).max(20),
    notify: z.strictObject({
      whom: z.enum(['ASSIGNEE', 'TEAM', 'SUPERVISORS']).nullable().default(null),
      personIds: z.array(uuid).max(20).default([]),
      message: line(200),
    }),
    /** Asks for approval by this policy, where none asks by itself. */
    approvalPolicyId: uuid,
    move: z.strictObject({
      to: RequestStatus,
      reason: text(4_000).optional(),
      question: text(4_000).optional(),
      waitReason: WaitReason.optional(),
      /** Until then, in days from when it happens. */
      waitDays: z.int().min(1).max(365).optional(),
      resolutionCode: line(40).optional(),
      resolutionText: text(4_000).optional(),
    }),
    /** Sets the things of a kit aside for whoever asked, out of what lies free in stock. */
    kitId: uuid,
    /** Sends what it is by then to this webhook. */
    webhookId: uuid,
  })
  .partial()
  .refine((actions) => Object.keys(actions).length > 0, 'A rule does at least one thing.')
export type RuleActions = z.output<typeof RuleActions>
