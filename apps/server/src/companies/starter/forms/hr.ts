import type { FormDefinitionIn } from '@deskhand/contract'
import { choices, iban, whenIs } from './fields.ts'

export const leave: FormDefinitionIn = {
  title: '{leaveType}, {startDate}–{endDate}',
  description: 'none',
  sections: [
    {
      key: 'main',
      fields: [
        {
          key: 'leaveType',
          type: 'choice',
          label: 'What kind of leave',
          isRequired: true,
          options: choices(
            ['ANNUAL', 'Holiday'],
            ['SICK', 'Sick leave'],
            ['PARENTAL', 'Parental leave'],
            ['UNPAID', 'Unpaid leave'],
            ['SPECIAL', 'Special leave'],
          ),
        },
        { key: 'startDate', type: 'date', label: 'First day', isRequired: true },
        {
          key: 'endDate',
          type: 'date',
          label: 'Last day',
          isRequired: true,
          notBefore: { answer: 'startDate' },
        },
      ],
    },
    {
      key: 'details',
      title: 'A few details',
      fields: [
        {
          key: 'reason',
          type: 'text',
          label: 'Reason',
          help: 'Your manager reads this. Leave out what is private.',
          requireWhen: whenIs('leaveType', 'SPECIAL'),
        },
        { key: 'cover', type: 'person', label: 'Who covers for you' },
        { key: 'emergencyContact', type: 'line', label: 'Whom we may call', maxLength: 200 },
        { key: 'emergencyPhone', type: 'line', label: 'Their phone', maxLength: 20 },
      ],
    },
  ],
}

export const payroll: FormDefinitionIn = {
  sections: [
    {
      key: 'main',
      fields: [
        {
          key: 'topic',
          type: 'choice',
          label: 'What is it about',
          isRequired: true,
          options: choices(
            ['PAYSLIP', 'A payslip'],
            ['BANK', 'My bank account'],
            ['BONUS', 'A bonus'],
            ['TAX', 'Tax'],
            ['OTHER', 'Something else'],
          ),
        },
        {
          key: 'payMonth',
          type: 'line',
          label: 'Which month',
          pattern: '20[0-9]{2}-(0[1-9]|1[0-2])',
          patternHelp: 'A month such as 2026-11.',
          showWhen: whenIs('topic', 'PAYSLIP', 'BONUS', 'TAX'),
        },
        {
          ...iban,
          key: 'iban',
          label: 'New account (IBAN)',
          help: 'Kept encrypted. Only you and HR can have it shown, and the log keeps who did.',
          isRequired: true,
          showWhen: whenIs('topic', 'BANK'),
        },
        {
          key: 'difference',
          type: 'money',
          label: 'How much is missing',
          currencies: ['EUR'],
          isEncrypted: true,
          showWhen: whenIs('topic', 'PAYSLIP', 'BONUS'),
        },
        { key: 'documents', type: 'file', label: 'Payslip or letter' },
      ],
    },
  ],
}

export const personalDetails: FormDefinitionIn = {
  sections: [
    {
      key: 'main',
      fields: [
        {
          key: 'change',
          type: 'choice',
          label: 'What changes',
          isRequired: true,
          options: choices(
            ['ADDRESS', 'My address'],
            ['NAME', 'My name'],
            ['EMERGENCY', 'My emergency contact'],
            ['BANK', 'My bank account'],
            ['IDENTITY', 'My identity document'],
          ),
        },
        { key: 'validFrom', type: 'date', label: 'From when' },
        {
          key: 'newAddress',
          type: 'text',
          label: 'New address',
          isEncrypted: true,
          maxLength: 500,
          showWhen: whenIs('change', 'ADDRESS'),
        },
        {
          key: 'newName',
          type: 'line',
          label: 'New name',
          maxLength: 200,
          showWhen: whenIs('change', 'NAME'),
        },
        {
          key: 'emergencyContact',
          type: 'line',
          label: 'Emergency contact',
          maxLength: 200,
          showWhen: whenIs('change', 'EMERGENCY'),
        },
        {
          key: 'emergencyPhone',
          type: 'line',
          label: 'Their phone',
          maxLength: 20,
          showWhen: whenIs('change', 'EMERGENCY'),
        },
        { ...iban, key: 'iban', label: 'New account (IBAN)', showWhen: whenIs('change', 'BANK') },
        {
          key: 'identityNumber',
          type: 'line',
          label: 'Number of the document',
          isEncrypted: true,
          maxLength: 40,
          showWhen: whenIs('change', 'IDENTITY'),
        },
        { key: 'proof', type: 'file', label: 'Proof' },
      ],
    },
  ],
}
