import * as z from 'zod'
import { command, event, instant, line, list, page, paging, read, uuid } from './kit.ts'
import { RuleActions, RuleCondition, RuleTrigger } from './ruleShapes.ts'

/** So many rules can follow from one another; then it ends. */
export const ruleDepth = 8
/** So many requests at most are tried in a dry run. */
export const dryRunLimit = 10_000

export const RuleMode = z.enum(['ALL', 'FIRST_MATCH'])
export type RuleMode = z.output<typeof RuleMode>

const body = {
  name: line(100),
  /** Null: every desk. */
  serviceDeskId: uuid.nullable(),
  isEnabled: z.boolean(),
  trigger: RuleTrigger,
  condition: RuleCondition,
  actions: RuleActions,
}
export const RuleBody = z.strictObject(body)
export type RuleBody = z.output<typeof RuleBody>

export const Rule = z.strictObject({
  ...body,
  id: uuid,
  deskName: z.string().nullable(),
  position: z.int(),
  /** When, if and what it does, as sentences. */
  sentences: z.strictObject({ when: z.string(), if: z.string().nullable(), does: z.array(z.string()) }),
  /** Of the last seven days. */
  recent: z.strictObject({ applied: z.int(), refused: z.int(), lastAt: instant.nullable() }),
  version: z.int(),
  updatedAt: instant,
})
export type Rule = z.output<typeof Rule>

/** `null` is the group of rules for every desk. */
const modes = z.array(z.strictObject({ serviceDeskId: uuid.nullable(), mode: RuleMode })).max(200)

export const RuleOutcome = z.enum(['APPLIED', 'UNCHANGED', 'REFUSED', 'STOPPED'])

/** One time that a rule matched a request. */
export const RuleRun = z.strictObject({
  id: uuid,
  ruleId: uuid,
  ruleName: z.string(),
  ruleVersion: z.int(),
  requestId: uuid,
  referenceNumber: z.string(),
  summary: z.string(),
  outcome: RuleOutcome,
  /** What it did, or why not. */
  detail: z.string(),
  /** `{field: [before, after]}` */
  changes: z.record(z.string(), z.tuple([z.unknown(), z.unknown()])),
  /** The event that it reacted to, as in the audit log; null for the clock. */
  eventId: z.string().nullable(),
  /** The rules that led to it, the first one first. */
  chain: z.array(z.string()),
  /** What `POST /undo/:operationId` takes back, while it can. */
  operationId: uuid.nullable(),
  undoableUntil: instant.nullable(),
  undoneByName: z.string().nullable(),
  at: instant,
})
export type RuleRun = z.output<typeof RuleRun>

export const RuleDryRun = z.strictObject({
  id: uuid,
  ruleId: uuid.nullable(),
  ruleName: z.string(),
  state: z.enum(['RUNNING', 'DONE', 'FAILED']),
  total: z.int(),
  done: z.int(),
  /** Requests that the rule would have touched. */
  matched: z.int(),
  differences: z.int(),
  /** Requests that it would have been refused on, or that lack nothing. */
  refused: z.int(),
  startedAt: instant,
  endedAt: instant.nullable(),
})
export type RuleDryRun = z.output<typeof RuleDryRun>

/** One thing that would have been otherwise. */
export const RuleDifference = z.strictObject({
  requestId: uuid,
  referenceNumber: z.string(),
  summary: z.string(),
  /** When the rule would have matched. */
  at: instant,
  field: z.string(),
  from: z.string().nullable(),
  to: z.string().nullable(),
  /** Why it would have been refused. */
  refusal: z.string().nullable(),
})

const may = 'company.manage'
const tried = {
  most: z.int().min(1).max(dryRunLimit).default(1_000),
  /** One request alone, by id or reference number. */
  requestId: z.union([uuid, line(40)]).optional(),
}

export const rules = {
  list: read('GET /management/automation-rules', {
    may,
    summary: 'Automation rules in their order, and how each group of them is gone through',
    reply: z.strictObject({ data: z.array(Rule), modes }),
  }),
  create: command('POST /management/automation-rules', {
    may,
    summary: 'Make a rule, the last in order; one that would set itself off is refused with the chain',
    body: RuleBody,
    reply: Rule,
    status: 201,
    errors: [422],
    events: ['rule.created'],
  }),
  get: read('GET /management/automation-rules/:id', { may, summary: 'One rule', reply: Rule }),
  update: command('PATCH /management/automation-rules/:id', {
    may,
    summary: 'Change a rule, or switch it on or off',
    body: RuleBody.partial().refine((given) => Object.keys(given).length > 0, 'Say what to change.'),
    reply: Rule,
    errors: [412, 422],
    events: ['rule.updated'],
  }),
  remove: command('DELETE /management/automation-rules/:id', {
    may,
    summary: 'Delete a rule; its log stays with the requests',
    status: 204,
    errors: [412],
    events: ['rule.deleted'],
  }),
  order: command('PUT /management/automation-rules/order', {
    may,
    summary: 'Set the order of all rules, and for each group whether only the first match counts',
    body: z.strictObject({ ruleIds: z.array(uuid).max(1_000), modes: modes.optional() }),
    reply: z.strictObject({ data: z.array(Rule), modes }),
    errors: [409, 422],
    events: ['rules.ordered'],
  }),
  preview: command('POST /management/automation-rules/dry-run', {
    may,
    summary: 'Try a rule on stored history before it is saved; changes nothing',
    body: z.strictObject({ rule: RuleBody, ...tried }),
    reply: RuleDryRun,
    status: 202,
    errors: [422],
    events: ['rule.dry_run_asked'],
  }),
  dryRun: command('POST /management/automation-rules/:id/dry-run', {
    may,
    summary: 'Try a rule on stored history, or on one request; changes nothing',
    description:
      'Each request is lived through again from its log, the newest first; where the rule would have matched for the first time, what it would have changed is listed. Runs as a job: look at the dry run for its progress.',
    body: z.strictObject(tried),
    reply: RuleDryRun,
    status: 202,
    errors: [422],
    events: ['rule.dry_run_asked'],
  }),
  getDryRun: read('GET /management/rule-dry-runs/:id', {
    may,
    summary: 'How far a dry run is',
    reply: RuleDryRun,
  }),
  differences: read('GET /management/rule-dry-runs/:id/differences', {
    may,
    summary: 'What a rule would have changed',
    query: z.strictObject(paging),
    reply: page(RuleDifference),
  }),
  runs: read('GET /management/automation-rules/:id/runs', {
    may,
    summary: 'When a rule matched, what it did and why not, newest first',
    query: z.strictObject(paging),
    reply: page(RuleRun),
  }),
  ofRequest: read('GET /requests/:id/rule-runs', {
    may: 'requests.work',
    summary: 'What rules did on a request, newest first; for who works on it',
    reply: list(RuleRun),
  }),
}

const named = z.strictObject({ name: z.string() })
const applied = { ruleId: uuid, name: z.string() }

export const ruleEvents = {
  'rule.created': event('staff', '{actor} made the rule “{name}”', named),
  'rule.updated': event(
    'staff',
    '{actor} changed the rule “{name}”',
    named.extend({ version: z.int(), fields: z.array(z.string()) }),
  ),
  'rule.deleted': event('staff', '{actor} deleted the rule “{name}”', named),
  'rules.ordered': event('staff', '{actor} ordered the rules', z.strictObject({ count: z.int() })),
  'rule.dry_run_asked': event('person', '{actor} tried the rule “{name}”', named),
  'rule.dry_run_progressed': event(
    'person',
    'The dry run of “{name}” goes on',
    named.extend({ total: z.int(), done: z.int() }),
  ),
  'rule.applied': event(
    'staff',
    'The rule “{name}” changed {ref}',
    z.strictObject({ ...applied, operationId: uuid }),
  ),
  'rule.notified': event(
    'staff',
    'The rule “{name}” told somebody of {ref}',
    z.strictObject({
      ...applied,
      whom: z.enum(['ASSIGNEE', 'TEAM', 'SUPERVISORS']).nullable(),
      personIds: z.array(uuid),
      message: z.string(),
    }),
  ),
  'rule.refused': event(
    'staff',
    'The rule “{name}” could not be carried out on {ref}',
    z.strictObject({ ...applied, reason: z.string(), isFirst: z.boolean() }),
  ),
  'rule.stopped': event(
    'staff',
    'The rule “{name}” was stopped on {ref}',
    // Of the last hour; whoever sees to rules is told once.
    z.strictObject({ ...applied, reason: z.string(), isFirst: z.boolean() }),
  ),
}
