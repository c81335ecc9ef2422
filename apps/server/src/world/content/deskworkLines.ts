import type { StateWords } from '@deskhand/contract'

/** What the desks of the demo world have written down once: checklists, canned responses and macros. */
type Item = { title: string; isMandatory?: boolean; isVisible?: boolean; dueInDays?: number }
type Said = [name: string, text: string]
type Steps = Record<string, unknown>

export const checklists: Record<string, [name: string, items: Item[]][]> = {
  IT: [
    [
      'Replace a laptop',
      [
        { title: 'Back up the old laptop', isMandatory: true, isVisible: true, dueInDays: 1 },
        { title: 'Set up the new one from the image', dueInDays: 2 },
        { title: 'Move the licences', dueInDays: 3 },
        { title: 'Wipe the old disk', isMandatory: true, dueInDays: 7 },
      ],
    ],
    [
      'Access to a system',
      [
        { title: 'The owner of the system agrees', isMandatory: true, isVisible: true },
        { title: 'Create the account' },
        { title: 'Test the first sign-in together', isVisible: true },
      ],
    ],
  ],
  HR: [
    [
      'New starter',
      [
        { title: 'Contract signed by both', isMandatory: true, dueInDays: 3 },
        { title: 'Payroll has the bank details', isMandatory: true, dueInDays: 10 },
        { title: 'Mentor named', isVisible: true, dueInDays: 5 },
        { title: 'First day planned', isVisible: true, dueInDays: 14 },
      ],
    ],
    [
      'Leaver',
      [
        { title: 'Last day confirmed in writing', isMandatory: true, isVisible: true },
        { title: 'Remaining leave counted', isMandatory: true },
        { title: 'Reference letter written', isVisible: true, dueInDays: 14 },
      ],
    ],
  ],
}

export const responses: Record<string, Said[]> = {
  IT: [
    [
      'Ask for a screenshot',
      'Hello {{requester.firstName}},\ncould you send us a screenshot of what you see? Then we know where to look.',
    ],
    [
      'Restart first',
      'Hello {{requester.firstName}},\nplease restart the computer once and try again. If it is still there, tell us the time at which it happens.',
    ],
    [
      'We have it',
      'Hello {{requester.firstName}},\nI have {{request.referenceNumber}} now and will look at it today.\n{{me.firstName}}',
    ],
    [
      'VPN: change the profile',
      'Please open the VPN client, choose the profile “{{company.name}} 2”, and connect again.',
    ],
    [
      'Password rules',
      'A password needs fifteen characters; a short sentence is easy to keep in mind. You can set a new one on the sign-in page under “Forgot password”.',
    ],
    [
      'Supplier is on it',
      'The supplier works on {{request.referenceNumber}}. We tell you as soon as we hear from them.',
    ],
    [
      'Does it work now?',
      'Hello {{requester.firstName}},\nwe have changed something. Does it work for you now?\n{{me.firstName}}',
    ],
  ],
  HR: [
    [
      'We have it',
      'Hello {{requester.firstName}},\nthank you, we have {{request.referenceNumber}} and answer within two days.\n{{me.firstName}}',
    ],
    ['Which month?', 'Hello {{requester.firstName}},\nwhich month of the payslip is it about?'],
    [
      'Leave: ask your manager',
      'Please let your manager agree in the request itself; then it comes to us by itself.',
    ],
    [
      'Certificate is ready',
      'Hello {{requester.firstName}},\nyour certificate is ready and attached.\n{{me.name}}',
    ],
    ['Meet in person', 'I would like to talk about this in person. When does it suit you this week?'],
    ['Bank details', 'For your safety we take bank details in the form alone, never by mail or in a reply.'],
  ],
}

const rest = {
  impact: null,
  urgency: null,
  removedTags: [],
  takes: false,
  assignedTeamId: null,
  priority: null,
  tags: [],
  note: null,
  reply: null,
  move: null,
}

export const macros: Record<string, [name: string, steps: Steps][]> = {
  IT: [
    [
      'Take it and say so',
      {
        ...rest,
        takes: true,
        reply: 'Hello {{requester.firstName}},\nI have this now and look at it today.\n{{me.firstName}}',
        move: { to: 'IN_PROGRESS' },
      },
    ],
    [
      'Ask for a screenshot',
      {
        ...rest,
        takes: true,
        move: {
          to: 'ACTION_REQUIRED',
          question: 'Hello {{requester.firstName}}, could you send us a screenshot of what you see?',
        },
      },
    ],
    [
      'Wait for the supplier',
      {
        ...rest,
        tags: ['supplier'],
        note: 'Ticket opened with the supplier for {{request.referenceNumber}}.',
        reply: 'We have asked the supplier and tell you when we hear from them.',
        move: { to: 'WAITING', waitReason: 'VENDOR', waitDays: 3 },
      },
    ],
    [
      'Solved by a restart',
      {
        ...rest,
        move: {
          to: 'RESOLVED',
          resolutionCode: 'FIXED',
          resolutionText: 'A restart brought it back, {{requester.firstName}}. Write here if it returns.',
        },
      },
    ],
  ],
  HR: [
    [
      'Take it and say so',
      {
        ...rest,
        takes: true,
        reply: 'Hello {{requester.firstName}},\nthank you. I look after this.\n{{me.firstName}}',
        move: { to: 'IN_PROGRESS' },
      },
    ],
    [
      'Ask for the month',
      {
        ...rest,
        move: { to: 'ACTION_REQUIRED', question: 'Which month of the payslip is it about?' },
      },
    ],
    ['Urgent for payroll', { ...rest, priority: 'HIGH', tags: ['payroll'], note: 'Before the payroll run.' }],
    [
      'Certificate sent',
      {
        ...rest,
        move: {
          to: 'RESOLVED',
          resolutionCode: 'FULFILLED',
          resolutionText: 'The certificate is attached, {{requester.firstName}}.',
        },
      },
    ],
  ],
}

export const timeNotes = [
  'Looked at it together',
  'Talked to the supplier',
  'Tried it on another machine',
  null,
]

/** What whoever asked reads of a state, by the name of the kind. */
export const stateWords: Record<string, StateWords> = {
  'A laptop or screen': { APPROVED: 'To be ordered', WAITING: 'On its way to us', RESOLVED: 'Handed over' },
  'Something for a new starter': {
    IN_PROGRESS: 'Getting the desk ready',
    RESOLVED: 'Ready for the first day',
  },
}

/** What stands under the replies of a technician in mails. */
export const signature = 'Luis Mora · IT support\nMadrid, 2nd floor · 4400, Monday to Friday from 8 to 20'
