import type { DemoRequest } from '../approvals.ts'

const euros = (amount: number) => ({ amount: String(amount * 100), currency: 'EUR' })

/** A request that is told with the rounds of its approval. */
export type ApprovalTale = Pick<DemoRequest, 'policy' | 'rounds'> & {
  type: string
  /** Whose people ask. */
  manager: string
  summary: string
  description: string
}

const pending = (who: string) => ({ who, state: 'PENDING' as const })

/** What waits for somebody: for Marta, for who stands in, for two of three, and once more after a change. */
export const approvalTales: readonly ApprovalTale[] = [
  {
    policy: 'laptop',
    type: 'A laptop or screen',
    manager: 'Marta Gil',
    summary: 'Laptop for the month-end close',
    description: 'Mine needs ten minutes for each report, and we have forty of them.',
    rounds: [
      {
        fields: { hardwareName: 'Laptop, 32 GB', estimatedPrice: euros(1_450) },
        status: 'PENDING',
        steps: [{ status: 'ACTIVE', votes: [pending('Marta Gil')] }],
      },
    ],
  },
  {
    policy: 'expense',
    type: 'Expense claim',
    manager: 'Marta Gil',
    summary: 'Two nights at the trade fair in Porto',
    description: 'Hotel and train for the fair; the invoices are attached.',
    rounds: [
      {
        fields: { totalAmount: euros(640), businessPurpose: 'Trade fair, with two clients.' },
        status: 'PENDING',
        steps: [
          { status: 'ACTIVE', votes: [pending('Marta Gil')] },
          { status: 'APPROVED', votes: [{ who: 'Teresa Quintana', state: 'APPROVED', after: 3 }] },
        ],
      },
    ],
  },
  {
    policy: 'laptop',
    type: 'A laptop or screen',
    manager: 'Jorge Vidal',
    summary: 'Screen for colour proofs',
    description: 'The old one cannot show what the printer prints.',
    rounds: [
      {
        fields: { hardwareName: 'Calibrated screen, 27 inch', estimatedPrice: euros(1_180) },
        status: 'PENDING',
        steps: [
          {
            status: 'ACTIVE',
            votes: [
              { who: 'Jorge Vidal', state: 'DELEGATED' },
              { ...pending('Marta Gil'), for: 'Jorge Vidal', passedOn: 'ABSENT' },
            ],
          },
        ],
      },
    ],
  },
  {
    policy: 'requisition',
    type: 'Purchase requisition',
    manager: 'Marta Gil',
    summary: 'Forty licences for the ledger',
    description: 'The contract ends with the year.',
    rounds: [
      {
        fields: { totalAmount: euros(9_600), justification: 'Without them nobody can book in January.' },
        status: 'PENDING',
        steps: [
          {
            status: 'ACTIVE',
            votes: [
              pending('Marta Gil'),
              { who: 'Isabel Ferrer', state: 'APPROVED', after: 2, comment: 'Needed.' },
              pending('Teresa Quintana'),
            ],
          },
        ],
      },
    ],
  },
  {
    policy: 'laptop',
    type: 'A laptop or screen',
    manager: 'Marta Gil',
    summary: 'Laptop for the audit weeks',
    description: 'For the rooms of our auditors.',
    rounds: [
      {
        fields: { hardwareName: 'Laptop, 16 GB', estimatedPrice: euros(1_200) },
        status: 'VOID',
        steps: [
          { status: 'APPROVED', votes: [{ who: 'Marta Gil', state: 'APPROVED', after: 1 }] },
          { status: 'APPROVED', votes: [{ who: 'Sofía Prieto', state: 'APPROVED', after: 2 }] },
        ],
      },
      {
        fields: { hardwareName: 'Laptop, 64 GB', estimatedPrice: euros(1_900) },
        status: 'PENDING',
        steps: [{ status: 'ACTIVE', votes: [pending('Marta Gil')] }],
      },
    ],
  },
]
