import type { FormDefinitionIn } from '@deskhand/contract'
import { choices } from './fields.ts'

export const onboarding: FormDefinitionIn = {
  title: '{newcomerName} starts on {startDate}',
  sections: [
    {
      key: 'main',
      fields: [
        { key: 'newcomerName', type: 'line', label: 'Who starts', maxLength: 200, isRequired: true },
        { key: 'startDate', type: 'date', label: 'First day', isRequired: true },
        {
          key: 'department',
          type: 'department',
          label: 'Department',
          prefill: 'department',
          isRequired: true,
        },
      ],
    },
    {
      key: 'work',
      title: 'The work',
      fields: [
        { key: 'site', type: 'site', label: 'Site', prefill: 'site' },
        { key: 'jobTitle', type: 'line', label: 'Job', maxLength: 150 },
        { key: 'buddy', type: 'person', label: 'Who shows them around' },
        {
          key: 'salary',
          type: 'money',
          label: 'Yearly salary',
          help: 'Only HR reads this.',
          currencies: ['EUR'],
          isEncrypted: true,
        },
      ],
    },
    {
      key: 'needs',
      title: 'What they need',
      fields: [
        {
          key: 'equipment',
          type: 'choices',
          label: 'Equipment',
          options: choices(
            ['LAPTOP', 'Laptop'],
            ['SCREEN', 'Screen'],
            ['PHONE', 'Phone'],
            ['HEADSET', 'Headset'],
            ['CHAIR', 'Desk and chair'],
          ),
        },
        {
          key: 'systems',
          type: 'choices',
          label: 'Access',
          options: choices(
            ['ERP', 'ERP'],
            ['CRM', 'CRM'],
            ['DRAWINGS', 'Drawings'],
            ['FINANCE', 'Finance figures'],
          ),
        },
        { key: 'needsBadge', type: 'yesNo', label: 'Do they need a badge', default: true },
      ],
    },
  ],
}

export const offboarding: FormDefinitionIn = {
  title: '{leaver} leaves on {lastDay}',
  sections: [
    {
      key: 'main',
      fields: [
        { key: 'leaver', type: 'person', label: 'Who leaves', isRequired: true },
        { key: 'lastDay', type: 'date', label: 'Last day', isRequired: true },
        {
          key: 'leavingReason',
          type: 'text',
          label: 'Why',
          help: 'Kept encrypted. Only you and HR can have it shown.',
          maxLength: 2000,
          isEncrypted: true,
        },
      ],
    },
    {
      key: 'handover',
      title: 'What is handed over',
      fields: [
        { key: 'handoverTo', type: 'person', label: 'Who takes over mail and files' },
        {
          key: 'returns',
          type: 'choices',
          label: 'What has to come back',
          options: choices(
            ['LAPTOP', 'Laptop'],
            ['SCREEN', 'Screen'],
            ['PHONE', 'Phone'],
            ['HEADSET', 'Headset'],
            ['CARD', 'Company card'],
            ['CAR', 'Car'],
          ),
        },
        { key: 'hasBadge', type: 'yesNo', label: 'Do they have a badge or keys', default: true },
      ],
    },
  ],
}
