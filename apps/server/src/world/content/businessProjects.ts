import type { Scenario } from './scenario.ts'

const pine = ['Madrid', 'Porto', 'Bilbao']
const slow = { isSlow: true, weight: 0.6, sites: pine } as const

/** Things of the other desks that take weeks by nature. */
export const facilitiesProjects: readonly Scenario[] = [
  {
    ...slow,
    type: 'fac-other',
    tags: ['blinds'],
    asks: [
      [
        'Blinds for the {floor}',
        'In the afternoon the sun stands on all screens of the {floor}. We work behind cardboard.',
      ],
    ],
    first: 'I’ll measure the windows and ask for two offers.',
    exchange: ['All windows, or only those to the west?', 'Those to the west are enough.'],
    wait: {
      chance: 0.8,
      reason: 'VENDOR',
      days: [6, 12],
      says: 'They are made to measure and hung on {until}.',
      done: 'The fitters are here today.',
    },
    ends: [['FULFILLED', 'The blinds hang, and each desk has its own cord.']],
  },
  {
    ...slow,
    type: 'parking',
    tags: ['bikes'],
    asks: [
      [
        'A roof for the bikes in {site}',
        'More than thirty of us come by bike now, and it rains into the stand.',
      ],
    ],
    first: 'I like it. The landlord has to agree, I’ll write to them.',
    update: 'The landlord agrees if it does not touch the wall. A free-standing one it is.',
    wait: {
      chance: 0.8,
      reason: 'OTHER',
      days: [6, 12],
      says: 'The landlord looks at the drawing and answers on {until}.',
      done: 'The landlord has signed.',
    },
    ends: [['FULFILLED', 'The roof stands, with place for thirty-six.']],
  },
  {
    ...slow,
    type: 'move',
    tags: ['lockers'],
    asks: [
      [
        'Lockers for the shared desks on the {floor}',
        'Since we share desks nobody knows where to leave their things. {nn} small lockers would do.',
      ],
    ],
    first: 'There is room next to the lift. Keys or codes, what do you prefer?',
    exchange: ['Keys or codes?', 'Codes, keys get lost.'],
    wait: {
      chance: 0.8,
      reason: 'DELIVERY',
      days: [6, 12],
      says: 'Ordered, the maker delivers on {until}.',
      done: 'They are being set up today.',
    },
    ends: [
      ['FULFILLED', '{nn} lockers stand next to the lift. How to set a code is on the inside of each door.'],
    ],
  },
]

export const financeProjects: readonly Scenario[] = [
  {
    ...slow,
    type: 'requisition',
    tags: ['purchase', 'contract'],
    departments: ['Operations', 'Purchasing'],
    asks: [
      [
        'Frame contract for packaging',
        'We buy corner protection and film from four suppliers at four prices. Could we bundle it with {vendor}?',
      ],
    ],
    first: 'Yes. I need the amounts of the last twelve months, then I’ll ask for three offers.',
    exchange: [
      'Do you have the amounts by month?',
      'They are in the folder now, with the peak before the summer.',
    ],
    wait: {
      chance: 0.8,
      reason: 'VENDOR',
      days: [6, 12],
      says: 'The offers are due on {until}.',
      done: 'All three offers are here.',
    },
    ends: [
      ['FULFILLED', 'The contract with {vendor} is signed for two years, about a tenth below what we paid.'],
    ],
  },
  {
    ...slow,
    type: 'budget',
    tags: ['budget', 'organisation'],
    asks: [
      [
        'New cost centre for the {client} project',
        'The {client} project will cost more than we thought, and we would like to see it apart from {cc}.',
      ],
    ],
    first: 'That works from the next month on. Who is responsible, and what moves over?',
    exchange: ['Who is responsible for the new cost centre?', '{manager}, {colleague} is the stand-in.'],
    wait: {
      chance: 0.6,
      reason: 'DATE',
      days: [5, 10],
      says: 'It opens with the new period on {until}.',
      done: 'The period is open, setting it up now.',
    },
    ends: [['POSTED', 'The cost centre is open, and the bookings since the first have moved over.']],
  },
  {
    ...slow,
    type: 'fin-other',
    tags: ['lease'],
    departments: ['Operations', 'Sales'],
    asks: [
      [
        'Lease or buy two vans',
        'The two vans of {site} are ten years old. What is better for us, lease or buy?',
      ],
    ],
    first: 'I’ll calculate both over five years, with what the workshop costs now.',
    update: 'A first look says lease. I wait for the offer with service included.',
    wait: {
      chance: 0.7,
      reason: 'VENDOR',
      days: [5, 10],
      says: 'The leasing company sends the offer on {until}.',
      done: 'The offer is here.',
    },
    ends: [
      ['ANSWERED', 'Leasing is cheaper by {bigAmount} over five years. The calculation is in your folder.'],
    ],
  },
]

export const hrProjects: readonly Scenario[] = [
  {
    ...slow,
    type: 'time-sheet',
    tags: ['time', 'shifts'],
    departments: ['Operations', 'Customer care'],
    asks: [
      [
        'Try another shift model in {dept}',
        'We would like to try four long days for three months, {nn} people have signed the list.',
      ],
    ],
    first: 'The works council has to agree, and so has the clock. I’ll prepare both.',
    exchange: ['Does it also hold for those in training?', 'No, they stay with five days.'],
    wait: {
      chance: 0.8,
      reason: 'OTHER',
      days: [6, 12],
      says: 'The works council talks about it on {until}.',
      done: 'The works council has agreed.',
    },
    ends: [['FULFILLED', 'The trial is agreed for three months and set up in the clock.']],
  },
  {
    ...slow,
    type: 'benefits',
    tags: ['benefits'],
    asks: [
      [
        'Transport pass for {site}',
        'Could the company offer the yearly pass? About {nn} of us would take it.',
      ],
    ],
    first: 'I’ll ask the transport company for their terms. From twenty people on there is a discount.',
    update: 'We are above twenty. The discount is twelve per cent.',
    wait: {
      chance: 0.7,
      reason: 'VENDOR',
      days: [5, 10],
      says: 'They send the contract on {until}.',
      done: 'The contract is here and with Legal.',
    },
    ends: [['FULFILLED', 'The pass can be ordered in the portal from the first of {nextMonth}.']],
  },
]
