import type { Answers, RequestKind } from '@deskhand/contract'

type Template = { name: string; summary: string | null; description: string | null; answers: Answers }

const template = (name: string, answers: Answers): Template => ({
  name,
  summary: null,
  description: null,
  answers,
})

/** Prepared answers for what is asked most. */
export const templates: Partial<Record<RequestKind, readonly Template[]>> = {
  HARDWARE: [
    template('Standard laptop', {
      hardwareName: 'Laptop',
      hardwareModel: 'ThinkPad T14',
      estimatedPrice: { amount: '128900', currency: 'EUR' },
    }),
    template('Laptop for drawings', {
      hardwareName: 'Laptop for drawings',
      hardwareModel: 'MacBook Pro 16',
      estimatedPrice: { amount: '289900', currency: 'EUR' },
    }),
    template('Second screen', {
      hardwareName: '27-inch screen',
      hardwareModel: 'Dell U2724',
      estimatedPrice: { amount: '32900', currency: 'EUR' },
    }),
  ],
  ACCESS: [template('Read a folder of another team', { accessLevel: 'READ' })],
  EXPENSE: [
    template('Kilometres', {
      expenseCategory: 'TRAVEL',
      businessPurpose: 'Visits with my own car',
      lineItems: [
        {
          description: 'Kilometres with my own car',
          amount: { amount: '26', currency: 'EUR' },
          quantity: 100,
        },
      ],
    }),
  ],
}
