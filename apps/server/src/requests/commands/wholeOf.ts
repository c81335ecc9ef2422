import type { FormDefinition, Request } from '@deskhand/contract'
import { type DeskFact, periodsOf, type TypeFact } from '../../desks/access.ts'
import type { Actor } from '../../platform/actor.ts'
import { showAnswers } from '../answers/showAnswers.ts'
import type { Taken } from '../answers/takeAnswers.ts'
import { begun, canDo, isStaff, snippetOf } from '../rules.ts'
import type { Inserted, insertRequest } from './insertRequest.ts'

/** What it was asked with, where there is a form. */
export type Form = { versionId: string; definition: FormDefinition; taken: Taken }

/** What `get` would answer of a request that was made just now. */
export function wholeOf(
  actor: Actor,
  { clocks, ...row }: Parameters<typeof insertRequest>[1],
  desk: DeskFact,
  type: TypeFact | undefined,
  { referenceNumber, requester, requesterEmail, requesterPhone, createdBy }: Inserted,
  form: Form | null,
  isVip: boolean,
): Request {
  const at = row.createdAt.toISOString()
  return {
    ...row,
    referenceNumber,
    deskCode: desk.code,
    deskName: desk.name,
    requester,
    requesterIsVip: isVip && isStaff(actor, row),
    isAnonymous: false,
    requesterEmail,
    requesterPhone,
    requestTypeName: type?.name ?? null,
    requestKind: type?.kind ?? null,
    categoryName: type?.categoryName ?? null,
    status: 'SUBMITTED',
    stateWord: type?.stateWords.SUBMITTED ?? null,
    assignedToId: null,
    assignee: null,
    assignedTeam: null,
    assignedTeamId: null,
    waitReason: null,
    waitUntil: null,
    waitFor: null,
    slaDueAt: clocks.columns.slaDueAt?.toISOString() ?? null,
    sla: JSON.parse(clocks.columns.sla).ring,
    firstResponseAt: null,
    resolvedAt: null,
    closedAt: null,
    createdAt: at,
    createdBy,
    updatedAt: at,
    updatedById: null,
    deletedAt: null,
    version: 1,
    // Who asked is not told their own words again.
    snippet: row.requesterId === actor.id ? null : snippetOf(row.description),
    awaits: [],
    isUnread: false,
    snooze: null,
    openTasks: [],
    woke: null,
    isMerged: false,
    mergedInto: null,
    mergedFrom: [],
    readAt: null,
    reviewKind: null,
    question: null,
    rejectionReason: null,
    resolutionCode: null,
    resolutionText: null,
    reopenCount: 0,
    reopenUntil: null,
    appealUntil: null,
    access: row.isConfidential
      ? { includesDesk: true, people: row.createdById === row.requesterId ? [] : [createdBy] }
      : null,
    answers: form
      ? showAnswers(
          form.definition,
          form.taken.plain,
          form.taken.references,
          new Set(Object.keys(form.taken.sealed)),
        )
      : [],
    can: canDo(actor, begun({ ...row, ...periodsOf(desk) }), row.createdAt),
  }
}
