import { newId } from '../platform/ids.ts'

/** A body that each route with a record in its path accepts, so that what refuses is the door and not the shape. */
export const bodies: Record<string, object> = {
  'PUT /requests/:id': { summary: 'Changed by a stranger' },
  'POST /requests/:id/transitions': { to: 'IN_PROGRESS' },
  'POST /requests/:id/reopen': { reason: 'Again' },
  'PUT /requests/:id/assignee': { assignedToId: null },
  'PUT /requests/:id/priority': { priority: 'HIGH' },
  'PUT /requests/:id/confidentiality': { isConfidential: false },
  'PUT /requests/:id/tags': { tags: ['stranger'] },
  'POST /requests/:id/snooze': { untilReply: true },
  'POST /requests/:id/activities': { message: 'A stranger was here' },
  'PATCH /requests/:id/activities/:activityId': { message: 'Changed by a stranger' },
  'POST /requests/:id/watchers': { email: 'stranger@elsewhere.example' },
  'PUT /requests/:id/reply-draft': { text: 'A stranger began' },
  'PUT /requests/:id/reply-draft/sharing': { isShared: true },
  'POST /chat/sessions/:id/messages': { message: 'A stranger was here' },
  'PATCH /chat/sessions/:id/messages/:messageId': { message: 'Changed by a stranger' },
  'PUT /requests/:id/presence': { doing: 'looking' },
  'PATCH /management/service-desks/:id': { name: 'Changed by a stranger' },
  'PUT /management/service-desks/:id/members': { members: [] },
  'POST /approvals/:id/decisions': { decision: 'APPROVED' },
  'POST /approvals/:id/delegate': { toId: '0190a000-0000-7000-8000-000000000001' },
  'POST /approvals/:id/cancel': { reason: 'A stranger was here' },
  'PATCH /management/cost-centers/:id': { name: 'Changed by a stranger' },
  'PATCH /management/approval-policies/:id': { name: 'Changed by a stranger' },
  'PATCH /management/forms/:id': { name: 'Changed by a stranger' },
  'POST /requests/:id/merge': { requestIds: [newId()] },
  'POST /requests/:id/unmerge': { requestIds: [newId()] },
  'POST /requests/:id/split': { activityIds: [newId()], summary: 'Taken by a stranger' },
  'POST /requests/:id/links': { type: 'relates', requestId: newId() },
  'POST /requests/:id/transfer': { serviceDeskCode: 'IT' },
  'PATCH /users/:id': { jobTitle: 'Changed by a stranger' },
  'PUT /management/users/:id/roles': { roles: [{ role: 'admin', serviceDeskId: null }] },
  'PATCH /views/:id': { name: 'Changed by a stranger' },
  'PATCH /support/tags/:id': { name: 'stranger' },
  'PATCH /management/business-units/:id': { name: 'Changed by a stranger' },
  'PUT /management/users/:id/scope': { scopes: [] },
}

/** Ids that look like any other and belong to nothing. */
export const nothingThere = () => newId()
