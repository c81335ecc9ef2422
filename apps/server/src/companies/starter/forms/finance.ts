import type { FormDefinitionIn } from '@deskhand/contract'
import { choices, iban, whenIs } from './fields.ts'

const currencies = ['EUR', 'USD', 'GBP', 'CHF']

export const expense: FormDefinitionIn = {
  title: '{businessPurpose}',
  sections: [
    {
      key: 'main',
      fields: [
        { key: 'businessPurpose', type: 'text', label: 'What was it for', isRequired: true },
        { key: 'expenseDate', type: 'date', label: 'When', isRequired: true, notAfter: 'today' },
        {
          key: 'expenseCategory',
          type: 'choice',
          label: 'What kind',
          isRequired: true,
          options: choices(
            ['TRAVEL', 'Travel'],
            ['MEALS', 'Meals and guests'],
            ['SUPPLIES', 'Supplies'],
            ['TRAINING', 'Training'],
            ['OTHER', 'Something else'],
          ),
        },
      ],
    },
    {
      key: 'items',
      title: 'What you paid',
      fields: [
        {
          key: 'currency',
          type: 'choice',
          label: 'Currency',
          isRequired: true,
          default: 'EUR',
          options: currencies.map((value) => ({ value, label: value })),
        },
        {
          key: 'lineItems',
          type: 'lines',
          label: 'Receipts',
          rowName: 'receipt',
          isRequired: true,
          minRows: 1,
          maxRows: 100,
          columns: [
            { key: 'description', label: 'What', type: 'line', maxLength: 500, isRequired: true },
            { key: 'amount', label: 'Amount', type: 'money', currencies, isRequired: true },
            { key: 'quantity', label: 'How many', type: 'number', min: 1, max: 9999 },
            { key: 'receipt', label: 'Receipt', type: 'file', maxFiles: 1 },
          ],
          total: { amount: 'amount', quantity: 'quantity' },
        },
      ],
    },
    {
      key: 'details',
      title: 'A few details',
      fields: [
        { key: 'merchantName', type: 'line', label: 'Where', maxLength: 200 },
        {
          key: 'paymentMethod',
          type: 'choice',
          label: 'Paid with',
          options: choices(['PERSONAL_CARD', 'My own card'], ['CASH', 'Cash'], ['TRANSFER', 'A transfer']),
        },
        { key: 'projectCode', type: 'line', label: 'Project', maxLength: 50 },
        { key: 'costCenter', type: 'line', label: 'Cost centre', maxLength: 50 },
      ],
    },
  ],
}

export const requisition: FormDefinitionIn = {
  sections: [
    {
      key: 'main',
      fields: [
        { key: 'justification', type: 'text', label: 'What for', isRequired: true, maxLength: 4000 },
        {
          key: 'lineItems',
          type: 'lines',
          label: 'What to buy',
          rowName: 'item',
          isRequired: true,
          minRows: 1,
          maxRows: 100,
          columns: [
            { key: 'description', label: 'What', type: 'line', maxLength: 500, isRequired: true },
            { key: 'quantity', label: 'How many', type: 'number', min: 1, max: 100_000, isRequired: true },
            {
              key: 'unitPrice',
              label: 'Price each',
              type: 'money',
              currencies,
              orRated: true,
              isRequired: true,
            },
          ],
          total: { amount: 'unitPrice', quantity: 'quantity' },
        },
        {
          key: 'quote',
          type: 'file',
          label: 'Quote',
          help: 'Whoever approves more than 5,000 euro looks for it.',
        },
      ],
    },
    {
      key: 'details',
      title: 'A few details',
      fields: [
        { key: 'preferredVendor', type: 'line', label: 'Supplier', maxLength: 200 },
        { key: 'neededBy', type: 'date', label: 'Needed by' },
        { key: 'costCenter', type: 'line', label: 'Cost centre', maxLength: 50 },
      ],
    },
  ],
}

export const vendor: FormDefinitionIn = {
  sections: [
    {
      key: 'main',
      fields: [
        { key: 'vendorName', type: 'line', label: 'Supplier', maxLength: 200, isRequired: true },
        {
          key: 'vendorChange',
          type: 'choice',
          label: 'What is to be done',
          isRequired: true,
          options: choices(
            ['NEW', 'Set it up'],
            ['BANK', 'Change its bank details'],
            ['OTHER', 'Something else'],
          ),
        },
        {
          key: 'vendorPurpose',
          type: 'text',
          label: 'What do we buy there',
          showWhen: whenIs('vendorChange', 'NEW'),
          maxLength: 2000,
        },
      ],
    },
    {
      key: 'details',
      title: 'A few details',
      fields: [
        {
          key: 'contactEmail',
          type: 'line',
          label: 'Mail address there',
          pattern: '[^ @]+@[^ @]+',
          maxLength: 254,
        },
        { key: 'taxNumber', type: 'line', label: 'Tax number', maxLength: 40, isEncrypted: true },
        { ...iban, key: 'iban', label: 'Account (IBAN)', showWhen: whenIs('vendorChange', 'NEW', 'BANK') },
        {
          key: 'yearlyVolume',
          type: 'money',
          label: 'About how much a year',
          orRated: true,
          showWhen: whenIs('vendorChange', 'NEW'),
        },
        { key: 'vendorLetter', type: 'file', label: 'Letter or form' },
      ],
    },
  ],
}

export const budgetAccess: FormDefinitionIn = {
  sections: [
    {
      key: 'main',
      fields: [
        { key: 'costCenter', type: 'line', label: 'Cost centre', maxLength: 50, isRequired: true },
        {
          key: 'budgetNeed',
          type: 'choice',
          label: 'What do you need',
          isRequired: true,
          options: choices(
            ['READ', 'See its figures'],
            ['SPEND', 'Spend from it'],
            ['MOVE', 'Move money within it'],
            ['NEW', 'A new one'],
          ),
        },
        {
          key: 'budgetAmount',
          type: 'money',
          label: 'How much',
          orRated: true,
          showWhen: whenIs('budgetNeed', 'SPEND', 'MOVE'),
        },
      ],
    },
  ],
}
