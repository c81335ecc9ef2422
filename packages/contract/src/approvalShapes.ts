import * as z from 'zod'
import { ApproverSource, StepRule } from './approvalPolicyShapes.ts'
import { ShownAnswer } from './formAnswers.ts'
import { instant, uuid } from './kit.ts'
import { LeaveStanding } from './leaveShapes.ts'
import { Money } from './money.ts'
import { PersonRef } from './requestShapes.ts'

export const ApprovalStatus = z.enum(['PENDING', 'APPROVED', 'REJECTED', 'CANCELLED', 'EXPIRED', 'VOID'])
export type ApprovalStatus = z.output<typeof ApprovalStatus>
export const StepStatus = z.enum(['WAITING', 'ACTIVE', 'APPROVED', 'REJECTED', 'SKIPPED'])
export type StepStatus = z.output<typeof StepStatus>
export const VoteState = z.enum([
  'PENDING',
  'APPROVED',
  'REJECTED',
  'INFO_REQUESTED',
  'DELEGATED',
  'ABSTAINED',
  'EXPIRED',
])
export type VoteState = z.output<typeof VoteState>
/** Why a vote lies with somebody else: they are away, handed it over, or ran out of time. */
export const PassedOn = z.enum(['ABSENT', 'DELEGATED', 'EXPIRED'])
export type PassedOn = z.output<typeof PassedOn>

export const ApprovalVote = z.strictObject({
  id: uuid,
  person: PersonRef,
  /** Whose vote it was at first, where it is not their own. */
  forPerson: PersonRef.nullable(),
  passedOn: PassedOn.nullable(),
  state: VoteState,
  comment: z.string().nullable(),
  question: z.string().nullable(),
  askedAt: instant,
  /** By the working hours of the company; stands still while a question is open. */
  dueAt: instant,
  isPaused: z.boolean(),
  decidedAt: instant.nullable(),
  via: z.enum(['APP', 'LINK']).nullable(),
  /** The name as it was typed. */
  signedAs: z.string().nullable(),
})

export const ApprovalStep = z.strictObject({
  id: uuid,
  name: z.string(),
  position: z.int(),
  isParallel: z.boolean(),
  rule: StepRule,
  approvers: z.array(ApproverSource),
  status: StepStatus,
  /** Why it was skipped, or why nobody could be asked. */
  reason: z.string().nullable(),
  /** Nobody could be asked: an admin knows, the request stays where it is. */
  isStuck: z.boolean(),
  activatedAt: instant.nullable(),
  endedAt: instant.nullable(),
  votes: z.array(ApprovalVote),
})

export const ApprovalCan = z.enum(['decide', 'delegate', 'remind', 'cancel'])

export const ApprovalChange = z.strictObject({
  field: z.string(),
  /** What the form calls it; null for what stands on no form. */
  label: z.string().nullable(),
  before: z.unknown(),
  after: z.unknown(),
})

/** One round of asking, with its steps and votes. */
export const Approval = z.strictObject({
  id: uuid,
  requestId: uuid,
  referenceNumber: z.string(),
  summary: z.string(),
  requestStatus: z.string(),
  deskCode: z.string(),
  isConfidential: z.boolean(),
  requester: PersonRef,
  round: z.int(),
  status: ApprovalStatus,
  policyName: z.string(),
  policyVersion: z.int(),
  amount: Money.nullable(),
  /** The amount in the company's own currency, where it is another. */
  ownAmount: Money.nullable(),
  costCenter: z.string().nullable(),
  justification: z.string().nullable(),
  /** SHA-256 of what is agreed to. */
  fingerprint: z.string(),
  needsSignature: z.boolean(),
  startedAt: instant,
  endedAt: instant.nullable(),
  endReason: z.string().nullable(),
  endComment: z.string().nullable(),
  /** What differs from the round before. */
  changes: z.array(ApprovalChange),
  steps: z.array(ApprovalStep),
  /** The reader's own vote that waits, or the last one they gave. */
  myVote: ApprovalVote.nullable(),
  can: z.array(ApprovalCan),
})
export type Approval = z.output<typeof Approval>

/** A round in a list, with what whoever decides on leave has to know. */
export const ListedApproval = Approval.extend({
  /** Of leave: its days, what is left of them, and who else is away. For whoever is asked, HR, who leads them, and who asked. */
  leave: LeaveStanding.nullable(),
})
export type ListedApproval = z.output<typeof ListedApproval>

/** What else the form asked; never what is encrypted, and files by name alone. */
const AnswersBeside = z.array(ShownAnswer.pick({ key: true, label: true, text: true, table: true }))

/** A round on its own page, with what whoever decides on its kind has to know. */
export const ApprovalPage = ListedApproval.extend({
  /** For whoever is or was asked, as the mail link shows them; empty for others, who read them on the request. */
  answers: AnswersBeside,
})
export type ApprovalVote = z.output<typeof ApprovalVote>
export type ApprovalStep = z.output<typeof ApprovalStep>
export type ApprovalCan = z.output<typeof ApprovalCan>

/** What a mail link shows. Only an open one tells what it is about. */
export const ApprovalLink = z.strictObject({
  state: z.enum(['OPEN', 'USED', 'EXPIRED', 'SUPERSEDED', 'OVER', 'OTHER_PERSON', 'SIGN_IN']),
  /** What that means, for the person. */
  sentence: z.string(),
  /** Whom the link was sent to. */
  personName: z.string(),
  /** Where to decide after signing in; null when there is nothing to decide. */
  approvalId: uuid.nullable(),
  about: Approval.pick({
    referenceNumber: true,
    summary: true,
    requester: true,
    amount: true,
    ownAmount: true,
    costCenter: true,
    justification: true,
    startedAt: true,
    changes: true,
  })
    .extend({
      stepName: z.string(),
      dueAt: instant,
      forPerson: PersonRef.nullable(),
      answers: AnswersBeside,
      leave: LeaveStanding.nullable(),
    })
    .nullable(),
})
export type ApprovalLink = z.output<typeof ApprovalLink>
