import { type StarterDesk, somethingElse } from './shape.ts'

export const finance: StarterDesk = {
  code: 'FINANCE',
  prefix: 'FIN',
  name: 'Finance',
  description: 'Expenses, invoices, purchases and budgets.',
  promise: 'We usually answer within 1 working day',
  categories: [
    {
      name: 'Money I spent',
      description: 'Expenses and company cards',
      icon: 'receipt',
      types: [
        {
          kind: 'EXPENSE',
          name: 'Expense claim',
          description: 'What you paid yourself, with its receipts.',
          promise: 'usually 5 working days',
          icon: 'receipt-text',
          slaHours: 45,
        },
        {
          name: 'Expense question',
          description: 'What is paid back, when, and what is missing.',
          promise: 'usually 2 working days',
          icon: 'receipt',
          slaHours: 18,
        },
        {
          name: 'Company card',
          description: 'A new one, a limit, a payment that was refused.',
          promise: 'usually 1 working day',
          icon: 'credit-card',
          slaHours: 9,
        },
      ],
    },
    {
      name: 'Suppliers and purchases',
      description: 'Orders, invoices, new suppliers',
      icon: 'shopping-cart',
      types: [
        {
          kind: 'REQUISITION',
          name: 'Purchase',
          description: 'Something that costs money and is not in the catalogue.',
          promise: 'usually 3 working days',
          icon: 'shopping-cart',
          slaHours: 27,
          priority: 'LOW',
        },
        {
          name: 'Supplier invoice',
          description: 'Where it is, when it is paid, what is wrong with it.',
          promise: 'usually 2 working days',
          icon: 'file-text',
          slaHours: 18,
        },
        {
          kind: 'VENDOR',
          name: 'New supplier',
          description: 'Name, tax number and bank details of who is to be paid.',
          promise: 'usually 5 working days',
          icon: 'building',
          slaHours: 45,
          priority: 'LOW',
        },
      ],
    },
    {
      name: 'Budgets and figures',
      description: 'Cost centres and reports',
      icon: 'chart-pie',
      types: [
        {
          kind: 'BUDGET_ACCESS',
          name: 'Budget or report',
          description: 'Figures of your cost centre, or access to them.',
          promise: 'usually 3 working days',
          icon: 'chart-pie',
          slaHours: 27,
          priority: 'LOW',
        },
      ],
    },
    somethingElse(18),
  ],
}
