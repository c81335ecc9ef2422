import * as z from 'zod'
import {
  Approval,
  ApprovalLink,
  ApprovalPage,
  ApprovalStatus,
  ListedApproval,
  PassedOn,
  VoteState,
} from './approvalShapes.ts'
import { command, event, line, oneOf, page, paging, read, text, uuid } from './kit.ts'

const Decision = z.enum(['APPROVED', 'REJECTED', 'INFO_REQUESTED'])
export type Decision = z.output<typeof Decision>

const decision = {
  decision: Decision,
  /** Why, which a refusal must say; with INFO_REQUESTED, the question. */
  comment: text(4000).optional(),
}

/** What one types to sign: the own name, and the password again. */
const Signature = z.strictObject({ name: line(200), password: z.string().min(1).max(1024) })

export const approvals = {
  mine: read('GET /users/me/approvals', {
    may: 'requests.read',
    summary: 'Decisions waiting for me, or those I gave, of leave with what it takes and who else is away',
    query: z.strictObject({ state: z.enum(['waiting', 'decided']).default('waiting'), ...paging }),
    reply: page(ListedApproval),
  }),
  list: read('GET /approvals', {
    may: 'requests.read',
    summary: 'Rounds of approval on requests that I may see, the newest first',
    query: z.strictObject({
      status: oneOf(ApprovalStatus).optional(),
      /** Id or reference number. */
      request: z.string().max(60).optional(),
      requester: z.union([uuid, z.literal('me')]).optional(),
      /** Who is or was asked. */
      approver: z.union([uuid, z.literal('me')]).optional(),
      ...paging,
    }),
    reply: page(ListedApproval),
  }),
  get: read('GET /approvals/:id', {
    may: 'requests.read',
    summary:
      'One round with its steps, votes and fingerprint, and of leave what it takes and who else is away',
    reply: ApprovalPage,
  }),
  decide: command('POST /approvals/:id/decisions', {
    may: 'requests.read',
    summary: 'Approve, reject, or ask for information',
    description:
      'Above the limit of the policy `signature` is needed: the typed name and the password again; without it 401 `step_up_required`.',
    body: z.strictObject({ ...decision, signature: Signature.optional() }),
    reply: Approval,
    errors: [409, 422],
    events: ['approval.decided', 'approval.ended', 'request.moved'],
    example: { body: { decision: 'APPROVED' } },
  }),
  delegate: command('POST /approvals/:id/delegate', {
    may: 'requests.read',
    summary: 'Hand my vote to somebody else',
    body: z.strictObject({ toId: uuid, comment: text(1000).optional() }),
    reply: Approval,
    errors: [409, 422],
    events: ['approval.passed_on'],
  }),
  remind: command('POST /approvals/:id/remind', {
    may: 'requests.read',
    summary: 'Remind those who have not decided: the requester or the desk',
    reply: Approval,
    errors: [409],
    events: ['approval.reminded'],
  }),
  cancel: command('POST /approvals/:id/cancel', {
    may: 'requests.work',
    summary: 'Stop the round, with a reason; it is asked anew when work begins or the request changes',
    body: z.strictObject({ reason: text(1000) }),
    reply: Approval,
    errors: [409],
    events: ['approval.ended'],
  }),
  seeLink: read('GET /approvals/by-link/:token', {
    may: 'anyone',
    summary: 'What a mail link is about; changes nothing, however often it is opened',
    reply: ApprovalLink,
    rate: 'sign-in',
  }),
  decideByLink: command('POST /approvals/by-link/:token', {
    may: 'anyone',
    summary: 'Decide by a single-use mail link',
    body: z.strictObject(decision),
    reply: ApprovalLink,
    errors: [409, 410, 422],
    events: ['approval.decided', 'approval.ended', 'request.moved'],
    rate: 'sign-in',
  }),
}

const people = z.array(uuid)

export const approvalEvents = {
  'approval.started': event(
    'everyone',
    '{actor} began the approval of {ref}',
    z.strictObject({ approvalId: uuid, round: z.int(), policyId: uuid, policyVersion: z.int() }),
  ),
  'approval.asked': event(
    'everyone',
    '{actor} asked for the approval of {ref}',
    z.strictObject({ approvalId: uuid, voteIds: z.array(uuid), personIds: people }),
  ),
  'approval.reminded': event(
    'everyone',
    '{actor} asked again for the approval of {ref}',
    z.strictObject({ approvalId: uuid, voteIds: z.array(uuid), personIds: people }),
  ),
  'approval.decided': event(
    'everyone',
    '{actor} decided on {ref}',
    z.strictObject({
      approvalId: uuid,
      voteId: uuid,
      decision: VoteState,
      personId: uuid,
      forPersonId: uuid.nullable(),
      via: z.enum(['APP', 'LINK']),
      isSigned: z.boolean(),
      comment: z.string().nullable(),
    }),
  ),
  'approval.answered': event(
    'everyone',
    '{actor} answered a question on {ref}',
    z.strictObject({ approvalId: uuid, voteIds: z.array(uuid), personIds: people }),
  ),
  'approval.passed_on': event(
    'everyone',
    '{actor} gave a decision on {ref} to somebody else',
    z.strictObject({ approvalId: uuid, voteId: uuid, fromId: uuid, toId: uuid, why: PassedOn }),
  ),
  'approval.ended': event(
    'everyone',
    '{actor} ended the approval of {ref}',
    z.strictObject({ approvalId: uuid, outcome: ApprovalStatus, reason: z.string().nullable() }),
  ),
  'approval.voided': event(
    'everyone',
    '{ref} changed after it was asked or agreed to',
    z.strictObject({
      approvalId: uuid,
      personIds: people,
      fields: z.array(z.string()),
      nextId: uuid.nullable(),
    }),
  ),
  'approval.stuck': event(
    'staff',
    '{actor} found nobody to ask for the approval of {ref}',
    z.strictObject({ approvalId: uuid.nullable(), reason: z.string() }),
  ),
}
