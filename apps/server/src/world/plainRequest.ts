import type { Desk, Person } from './shapes.ts'

type Plain = {
  companyId: string
  id: string
  desk: Pick<Desk, 'id' | 'prefix'>
  number: number
  typeId: string | null
  requester: Person
  assignedToId: string | null
  summary: string
  description: string | null
  fields: object
  status: 'SUBMITTED' | 'IN_PROGRESS' | 'RESOLVED'
  at: Date
  /** When and with which words it was resolved. */
  resolved: { at: Date; text: string } | null
  dueAt: Date
}

/** A row of `app.requests` that nothing special happened to. */
export const plainRequest = ({ desk, requester, resolved, typeId, fields, at, dueAt, ...row }: Plain) => ({
  companyId: row.companyId,
  id: row.id,
  referenceNumber: `${desk.prefix}-${row.number}`,
  number: row.number,
  serviceDeskId: desk.id,
  requestTypeId: typeId,
  formVersionId: null,
  requesterId: requester.id,
  requesterEmail: requester.email,
  createdById: requester.id,
  assignedToId: row.assignedToId,
  summary: row.summary,
  description: row.description,
  priority: 'MEDIUM',
  impact: 'MEDIUM',
  urgency: 'MEDIUM',
  status: row.status,
  isConfidential: false,
  accessIncludesDesk: true,
  tags: [],
  customFields: fields,
  resolutionCode: resolved ? 'FULFILLED' : null,
  resolutionText: resolved?.text ?? null,
  resolvedAt: resolved?.at ?? null,
  reopenCount: 0,
  appealCount: 0,
  slaDueAt: resolved ? null : dueAt,
  statusChangedAt: resolved?.at ?? at,
  createdAt: at,
  updatedAt: resolved?.at ?? at,
  version: 1,
})
