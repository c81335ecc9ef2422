import { type JourneyKind, JourneyStep } from './journeys.ts'

/** What a journey opens where the company says nothing else. The desks come in the order in which numbers are drawn. */
export const standardJourneys: Record<JourneyKind, { name: string; steps: JourneyStep[] }> = {
  ONBOARDING: {
    name: 'A new colleague',
    steps: [
      { title: 'Equipment', deskCode: 'IT', kind: 'HARDWARE' as const, summary: '{equipment} for {name}' },
      {
        title: 'Account and access',
        deskCode: 'IT',
        kind: 'ACCESS' as const,
        summary: 'Account for {name}',
        note: 'Also {systems}.',
      },
      {
        title: 'Desk and chair',
        deskCode: 'FACILITIES',
        kind: 'MOVE' as const,
        summary: 'A desk for {name}',
      },
      {
        title: 'Badge and key',
        deskCode: 'FACILITIES',
        kind: 'KEY' as const,
        summary: 'A badge for {name}',
        unlessNo: 'needsBadge',
      },
      {
        title: 'Payroll and budget',
        deskCode: 'FINANCE',
        summary: 'Payroll entry and cost centre for {name}',
      },
      { title: 'Contract and papers', deskCode: 'HR', summary: 'Contract and papers for {name}' },
    ].map((step) => JourneyStep.parse(step)),
  },
  OFFBOARDING: {
    name: 'A colleague who leaves',
    steps: [
      {
        title: 'Account and access',
        deskCode: 'IT',
        summary: 'Close the account of {name}',
        note: 'Not before the evening of {day}.\nMail and files go to {handover}.',
      },
      {
        title: 'Equipment',
        deskCode: 'IT',
        summary: 'Take back the equipment of {name}',
        note: 'They have: {equipment}.',
      },
      {
        title: 'Badge and key',
        deskCode: 'FACILITIES',
        summary: 'Take back the badge of {name}',
        unlessNo: 'hasBadge',
      },
      {
        title: 'Desk',
        deskCode: 'FACILITIES',
        summary: 'Clear the desk of {name}',
        dueInDays: 5,
      },
      {
        title: 'Last pay and expenses',
        deskCode: 'FINANCE',
        summary: 'Settle pay, advances and company cards of {name}',
      },
      {
        title: 'Papers and reference',
        deskCode: 'HR',
        summary: 'Reference and leaving papers for {name}',
        dueInDays: 14,
      },
    ].map((step) => JourneyStep.parse(step)),
  },
}
