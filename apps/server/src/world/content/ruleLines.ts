import type { RuleBody } from '@deskhand/contract'

type Line = Omit<RuleBody, 'serviceDeskId'> & {
  /** The code of its desk, or every desk. */
  desk: string | null
  /** The name of the approval policy by which it asks. */
  asksBy?: string
  /** Which requests it met, as a condition on `r`, and the events that it reacted to; null: a moment. */
  met: {
    where: string
    event: string | null
    outcome: 'APPLIED' | 'UNCHANGED' | 'REFUSED'
    detail: string
    changes?: object
  } | null
}

/** Narrow on purpose: whoever tries Deskhand, or tests it, is not to be surprised by them. */
export const ruleLines: readonly Line[] = [
  {
    name: 'A swollen battery cannot wait',
    desk: 'IT',
    isEnabled: true,
    trigger: { on: 'CREATED' },
    condition: {
      match: 'any',
      parts: [
        { field: 'summary', is: 'contains', value: 'swollen' },
        { field: 'description', is: 'contains', value: 'swollen' },
      ],
    },
    actions: {
      priority: 'CRITICAL',
      tags: { add: ['battery'] },
      note: 'Do not let them charge it. Take a replacement along and put the old one into the metal box.',
      notify: { whom: 'SUPERVISORS', personIds: [], message: 'A swollen battery: somebody should go now.' },
    },
    met: {
      where: `d.code = 'IT' and (r.summary ilike '%swollen%' or r.description ilike '%swollen%')`,
      event: `e.name = 'request.created'`,
      outcome: 'APPLIED',
      detail:
        'Set the priority to critical, tag it battery, write a note and tell the supervisors: “A swollen battery: somebody should go now.”',
      changes: { tags: [[], ['battery']] },
    },
  },
  {
    name: 'Water first',
    desk: 'FACILITIES',
    isEnabled: true,
    trigger: { on: 'CREATED' },
    condition: {
      match: 'any',
      parts: [
        { field: 'summary', is: 'contains', value: 'leak' },
        { field: 'summary', is: 'contains', value: 'water' },
        { field: 'description', is: 'contains', value: 'dripping' },
      ],
    },
    actions: { priority: 'HIGH', tags: { add: ['water'] } },
    met: {
      where: `d.code = 'FACILITIES' and (r.summary ilike '%leak%' or r.summary ilike '%water%')`,
      event: `e.name = 'request.created'`,
      outcome: 'APPLIED',
      detail: 'Set the priority to high and tag it water.',
      changes: { tags: [[], ['water']] },
    },
  },
  {
    name: 'Urgent, and nobody has it for a day',
    desk: null,
    isEnabled: true,
    trigger: { on: 'TIME', hours: 24, side: 'AFTER', moment: 'CREATED' },
    condition: {
      match: 'all',
      parts: [
        { field: 'assignee', is: 'notAnswered' },
        { field: 'priority', is: 'oneOf', value: ['HIGH', 'CRITICAL'] },
        {
          match: 'any',
          parts: [
            { field: 'status', is: 'is', value: 'SUBMITTED' },
            { field: 'status', is: 'is', value: 'IN_REVIEW' },
          ],
        },
      ],
    },
    actions: {
      notify: { whom: 'SUPERVISORS', personIds: [], message: 'Urgent, and nobody has it for a day.' },
    },
    met: {
      where: `r.priority in ('HIGH', 'CRITICAL')`,
      event: null,
      outcome: 'APPLIED',
      detail: 'Tell the supervisors: “Urgent, and nobody has it for a day.”',
    },
  },
  {
    name: 'They came back with it',
    desk: 'FINANCE',
    isEnabled: true,
    trigger: { on: 'CHANGED', fields: ['status'] },
    condition: {
      match: 'all',
      parts: [
        { field: 'status', is: 'is', value: 'IN_PROGRESS' },
        { field: 'by', is: 'is', value: 'REQUESTER' },
      ],
    },
    actions: {
      tags: { add: ['came-back'] },
      notify: {
        whom: 'ASSIGNEE',
        personIds: [],
        message: 'They came back with it. Ring them before you write.',
      },
    },
    met: {
      where: `d.code = 'FINANCE'`,
      event: `e.name = 'request.moved' and e.data ->> 'to' = 'IN_PROGRESS' and e.data ->> 'from' = 'ACTION_REQUIRED'`,
      outcome: 'APPLIED',
      detail: 'Tag it came-back and tell who has it: “They came back with it. Ring them before you write.”',
      changes: { tags: [[], ['came-back']] },
    },
  },
  {
    name: 'Give out what comes to IT',
    desk: 'IT',
    isEnabled: false,
    trigger: { on: 'CREATED' },
    condition: { match: 'all', parts: [{ field: 'assignee', is: 'notAnswered' }] },
    actions: { assign: { by: 'ROUND_ROBIN', skills: [] } },
    met: {
      where: `d.code = 'IT' and r.number % 97 = 5`,
      event: `e.name = 'request.created'`,
      outcome: 'REFUSED',
      detail: 'Nobody could be given it: all are away, have as much as they can, or lack a skill.',
    },
  },
  {
    name: 'No laptop without a yes',
    desk: 'IT',
    // Off, because everything that costs less would be asked about as well.
    isEnabled: false,
    trigger: { on: 'CREATED' },
    condition: { match: 'all', parts: [{ field: 'summary', is: 'contains', value: 'laptop' }] },
    actions: {},
    asksBy: 'Equipment over 1,000 EUR',
    met: {
      where: `d.code = 'IT' and r.summary ilike '%laptop%' and exists (select from app.approvals a
        where a.company_id = r.company_id and a.request_id = r.id)`,
      event: `e.name = 'request.created'`,
      outcome: 'UNCHANGED',
      detail: 'Everything was so already.',
    },
  },
]
