import type { FormDefinitionIn } from '@deskhand/contract'
import { choices, whenIs, whenYes } from './fields.ts'

export const facilityIssue: FormDefinitionIn = {
  sections: [
    {
      key: 'main',
      fields: [
        { key: 'site', type: 'site', label: 'Which site', prefill: 'site', isRequired: true },
        {
          key: 'place',
          type: 'line',
          label: 'Where exactly',
          prefill: 'place',
          help: 'Floor, room, or the number on the desk.',
          maxLength: 200,
          isRequired: true,
        },
        {
          key: 'pin',
          type: 'pin',
          label: 'On the plan',
          help: 'So that whoever comes finds it at once.',
        },
        { key: 'photo', type: 'file', label: 'A photo', onlyPictures: true, maxFiles: 5 },
      ],
    },
    {
      key: 'details',
      title: 'A few details',
      fields: [
        { key: 'isDangerous', type: 'yesNo', label: 'Can somebody get hurt', isRequired: true },
        {
          key: 'danger',
          type: 'text',
          label: 'How',
          help: 'If it is urgent, keep people away and call the front desk.',
          isRequired: true,
          maxLength: 1000,
          showWhen: whenYes('isDangerous'),
        },
      ],
    },
  ],
}

export const move: FormDefinitionIn = {
  sections: [
    {
      key: 'main',
      fields: [
        {
          key: 'moveKind',
          type: 'choice',
          label: 'What is it',
          isRequired: true,
          options: choices(
            ['MOVE', 'Move desks'],
            ['NEW', 'A new desk'],
            ['FURNITURE', 'Chair, cupboard or board'],
          ),
        },
        { key: 'site', type: 'site', label: 'Which site', prefill: 'site', isRequired: true },
        {
          key: 'toPlace',
          type: 'line',
          label: 'Where to',
          prefill: 'place',
          maxLength: 200,
          isRequired: true,
        },
      ],
    },
    {
      key: 'details',
      title: 'A few details',
      fields: [
        {
          key: 'fromPlace',
          type: 'line',
          label: 'Where from',
          maxLength: 200,
          showWhen: whenIs('moveKind', 'MOVE'),
        },
        {
          key: 'deskCount',
          type: 'number',
          label: 'How many desks',
          min: 1,
          max: 500,
          showWhen: whenIs('moveKind', 'MOVE', 'NEW'),
        },
        { key: 'moveDate', type: 'date', label: 'When' },
      ],
    },
  ],
}

export const key: FormDefinitionIn = {
  sections: [
    {
      key: 'main',
      fields: [
        {
          key: 'keyKind',
          type: 'choice',
          label: 'Key or badge',
          isRequired: true,
          options: choices(['KEY', 'A key'], ['BADGE', 'A badge']),
        },
        { key: 'opens', type: 'line', label: 'What it opens', maxLength: 200, isRequired: true },
        { key: 'isLost', type: 'yesNo', label: 'Is one lost', isRequired: true },
        { key: 'lostOn', type: 'date', label: 'Since when', notAfter: 'today', showWhen: whenYes('isLost') },
        { key: 'holder', type: 'person', label: 'For whom', help: 'Leave it open if it is for you.' },
      ],
    },
  ],
}
