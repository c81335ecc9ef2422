import { type StarterDesk, somethingElse } from './shape.ts'

export const hr: StarterDesk = {
  code: 'HR',
  prefix: 'HR',
  name: 'HR services',
  description: 'Leave, contracts, pay, starting and leaving, and anything between people.',
  promise: 'We usually answer within 1 working day',
  categories: [
    {
      name: 'Leave and time',
      description: 'Holidays, sick leave, hours',
      icon: 'calendar-days',
      types: [
        {
          name: 'A question about leave',
          description: 'How many days are left, which days count, special leave.',
          promise: 'usually 1 working day',
          icon: 'calendar-days',
          slaHours: 18,
          priority: 'LOW',
        },
        {
          name: 'Time sheet correction',
          description: 'A missing or wrong entry, shifts and overtime.',
          promise: 'usually 2 working days',
          icon: 'clock',
          slaHours: 18,
        },
      ],
    },
    {
      name: 'Contract, pay and documents',
      description: 'Payslips, certificates, personal details, changes of role',
      icon: 'file-text',
      types: [
        {
          name: 'Payroll question',
          description: 'Payslip, tax, bonus or bank account. Only HR case staff can read it.',
          promise: 'usually 2 working days',
          icon: 'wallet',
          slaHours: 18,
          isConfidential: true,
        },
        {
          name: 'Certificate or letter',
          description: 'Proof of employment, salary certificate, reference letter.',
          promise: 'usually 2 working days',
          icon: 'stamp',
          slaHours: 18,
          priority: 'LOW',
        },
        {
          name: 'Contract or change of role',
          description: 'Hours, job title, site, working from home.',
          promise: 'usually 5 working days',
          icon: 'file-signature',
          slaHours: 45,
          priority: 'LOW',
        },
        {
          name: 'A new colleague starts',
          description: 'Contract, first day, equipment and accounts.',
          promise: 'ask 3 weeks before the first day',
          icon: 'user-plus',
          slaHours: 72,
        },
      ],
    },
    {
      name: 'In confidence',
      description: 'Things between people',
      icon: 'lock',
      types: [
        {
          name: 'HR issue, in confidence',
          description: 'Only HR case staff can read this. Your manager and IT cannot.',
          promise: 'a person answers within 1 working day',
          icon: 'lock',
          slaHours: 18,
          isConfidential: true,
        },
      ],
    },
    somethingElse(18),
  ],
}
