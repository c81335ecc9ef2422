import type { FormDefinitionIn } from '@deskhand/contract'
import { choices, whenIs } from './fields.ts'

export const hardware: FormDefinitionIn = {
  title: '{hardwareName}',
  description: 'none',
  sections: [
    {
      key: 'main',
      fields: [
        {
          key: 'hardwareName',
          type: 'line',
          label: 'What do you need',
          help: 'Such as “Laptop for drawings” or “27-inch screen”.',
          maxLength: 255,
          isRequired: true,
        },
        {
          key: 'businessJustification',
          type: 'text',
          label: 'What for',
          help: 'One or two sentences. Whoever approves it reads this first.',
          isRequired: true,
        },
        { key: 'estimatedPrice', type: 'money', label: 'Price, as far as you know', orRated: true },
      ],
    },
    {
      key: 'details',
      title: 'A few details',
      fields: [
        { key: 'hardwareModel', type: 'line', label: 'A certain model', maxLength: 255 },
        { key: 'preferredVendor', type: 'line', label: 'Supplier', maxLength: 200 },
        {
          key: 'productUrl',
          type: 'line',
          label: 'Link to the product',
          pattern: 'https?://[^ ]+',
          patternHelp: 'An address that begins with https://',
          maxLength: 2000,
        },
        { key: 'neededBy', type: 'date', label: 'Needed by', notBefore: 'today' },
      ],
    },
  ],
}

export const software: FormDefinitionIn = {
  title: '{softwareName}',
  sections: [
    {
      key: 'main',
      fields: [
        { key: 'softwareName', type: 'line', label: 'Which program', maxLength: 200, isRequired: true },
        {
          key: 'licence',
          type: 'choice',
          label: 'Is there a licence',
          isRequired: true,
          options: choices(
            ['NEW', 'No, a new one is needed'],
            ['EXISTING', 'Yes, my team has one'],
            ['UNKNOWN', 'I do not know'],
          ),
        },
        {
          key: 'assetTag',
          type: 'line',
          label: 'On which computer',
          help: 'The tag on its label, such as LT-00231.',
          maxLength: 40,
        },
      ],
    },
    {
      key: 'details',
      title: 'A few details',
      fields: [
        {
          key: 'costCenter',
          type: 'line',
          label: 'Cost centre',
          maxLength: 50,
          showWhen: whenIs('licence', 'NEW'),
        },
        { key: 'seats', type: 'number', label: 'For how many people', min: 1, max: 1000, default: 1 },
        { key: 'neededBy', type: 'date', label: 'Needed by', notBefore: 'today' },
      ],
    },
  ],
}

export const problem: FormDefinitionIn = {
  sections: [
    {
      key: 'main',
      fields: [
        {
          key: 'workState',
          type: 'choice',
          label: 'Can you work',
          isRequired: true,
          options: choices(
            ['STOPPED', 'No, not at all'],
            ['LIMITED', 'Only with a detour'],
            ['ANNOYING', 'Yes, it is a nuisance'],
          ),
        },
        {
          key: 'deviceName',
          type: 'line',
          label: 'Which device',
          help: 'Its name or the tag on its label.',
          maxLength: 200,
        },
        { key: 'startedOn', type: 'date', label: 'Since when', notAfter: 'today' },
      ],
    },
    {
      key: 'details',
      title: 'A few details',
      fields: [
        {
          key: 'errorText',
          type: 'text',
          label: 'What does it say',
          help: 'The message, word by word. Leave out passwords.',
          maxLength: 4000,
        },
        {
          key: 'screenshots',
          type: 'file',
          label: 'Pictures of the screen',
          onlyPictures: true,
          maxFiles: 10,
        },
      ],
    },
  ],
}

export const access: FormDefinitionIn = {
  title: 'Access to {accessTarget}',
  sections: [
    {
      key: 'main',
      fields: [
        {
          key: 'accessTarget',
          type: 'line',
          label: 'To what',
          help: 'A folder, a program, a mailbox or a group.',
          maxLength: 200,
          isRequired: true,
        },
        {
          key: 'accessLevel',
          type: 'choice',
          label: 'To do what',
          isRequired: true,
          options: choices(['READ', 'Only read'], ['WRITE', 'Read and change'], ['ADMIN', 'Run it']),
        },
        {
          key: 'sameAs',
          type: 'person',
          label: 'Same as a colleague',
          help: 'Whose rights are the right ones.',
        },
      ],
    },
    {
      key: 'details',
      title: 'A few details',
      fields: [
        {
          key: 'accessUntil',
          type: 'date',
          label: 'Until when',
          help: 'Leave it open if it is for good.',
          notBefore: 'today',
        },
        {
          key: 'adminReason',
          type: 'text',
          label: 'Why it takes the rights of an administrator',
          isRequired: true,
          showWhen: whenIs('accessLevel', 'ADMIN'),
        },
      ],
    },
  ],
}
