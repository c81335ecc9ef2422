import type { Scenario } from './scenario.ts'

const pine = ['Madrid', 'Porto', 'Bilbao']
const slow = { isSlow: true, tags: ['project'], weight: 0.34, sites: pine } as const

/** Equipment for many, or for the whole building. */
export const itRollouts: readonly Scenario[] = [
  {
    ...slow,
    type: 'new-device',
    departments: ['Operations'],
    asks: [
      [
        'New handheld scanners for {nn} people',
        'The old handhelds fall apart one after the other. Could we have the new model for the whole shift, {nn} pieces?',
      ],
    ],
    first: 'I have two of the new ones here for a test. Try them for a week before we order so many.',
    exchange: [
      'How was the week with the two test scanners?',
      'Good. Lighter, and the battery lasts the whole shift. The strap could be longer.',
    ],
    update: 'The quote is here and with Purchasing. Straps come in two lengths.',
    wait: {
      chance: 0.8,
      reason: 'DELIVERY',
      days: [6, 12],
      says: 'Ordered. The first half is announced for {until}.',
      done: 'The first box is here, we set them up in two evenings.',
    },
    ends: [['FULFILLED', 'All handhelds are in use, the old ones are counted and gone.']],
  },
  {
    ...slow,
    type: 'network',
    asks: [
      [
        'Second internet line for {site}',
        'When the line is down nobody in {site} can work, last time for three hours. What would a second one take?',
      ],
    ],
    first: 'A second provider with another cable into the building. I’ll ask two of them.',
    update: 'Two offers are here. One needs a new duct to the street, the other comes by radio.',
    wait: {
      chance: 0.8,
      reason: 'VENDOR',
      days: [5, 12],
      says: 'The provider looks at the building on {until}.',
      done: 'The provider has measured and confirmed.',
    },
    ends: [
      [
        'FULFILLED',
        'The second line is in use and takes over within a minute. Tested after six on two evenings.',
      ],
    ],
  },
  {
    ...slow,
    type: 'room',
    asks: [
      [
        'Room {room} needs a camera for the long table',
        'In {room} those at the far end are dots in the picture. Could there be a second camera or a better one?',
      ],
    ],
    first: 'I’ll bring a camera that follows the voice for a trial, then you can compare.',
    exchange: [
      'How did the trial camera do?',
      'Much better. Only when two people talk it does not know where to look.',
    ],
    wait: {
      chance: 0.7,
      reason: 'DELIVERY',
      days: [5, 10],
      says: 'The camera is ordered and comes on {until}. The trial one stays until then.',
      done: 'The camera is here, mounting it before the first meeting.',
    },
    ends: [['FULFILLED', 'The camera hangs in {room} and knows the long table.']],
  },
  {
    ...slow,
    type: 'printer',
    departments: ['Operations'],
    tags: ['printer', 'project'],
    asks: [
      [
        'Label printers for the new packing tables',
        'The {n} new packing tables each need a label printer, otherwise everybody walks to the old one.',
      ],
    ],
    first: 'Makes sense. I need the place of the sockets on the plan, then I can order.',
    exchange: [
      'Do the tables stay where they are on the plan of {month}?',
      'Yes, only table two has turned around.',
    ],
    wait: {
      chance: 0.8,
      reason: 'DELIVERY',
      days: [5, 11],
      says: 'The printers are ordered and come on {until}.',
      done: 'The printers are here, one table after the other.',
    },
    ends: [['FULFILLED', 'Each table has its printer, and the spare one is in the cage.']],
  },
  {
    ...slow,
    type: 'phone',
    departments: ['Sales', 'Customer care'],
    asks: [
      [
        'Call queue for the showroom',
        'Calls to the showroom ring at one desk. When {colleagueFirst} is at lunch nobody hears them.',
      ],
    ],
    first: 'A small queue over three desks does that. I need the opening hours and a text for the greeting.',
    exchange: [
      'Who speaks the greeting, and in which languages?',
      '{colleague} does it, in Spanish, Portuguese and English.',
    ],
    wait: {
      chance: 0.6,
      reason: 'VENDOR',
      days: [4, 9],
      says: 'The operator sets up the queue on {until}.',
      done: 'The operator is ready, trying it with three phones.',
    },
    ends: [['CONFIGURED', 'The queue rings at three desks, with the greeting and the opening hours.']],
  },
  {
    ...slow,
    type: 'device-problem',
    tags: ['laptop', 'graphics'],
    departments: ['Design', 'Marketing'],
    asks: [
      [
        'Workstation crashes when rendering',
        'About once a day the workstation at {desk} goes black while rendering, always with large scenes.',
      ],
    ],
    first: 'I’ll let a test run overnight. It tells memory from graphics.',
    notes: 'Memory is clean. Graphics card goes down at 92 degrees, fan one is slow.',
    update: 'It is the graphics card. With half the load it holds, so you can go on with small scenes.',
    wait: {
      chance: 0.8,
      reason: 'PART',
      days: [4, 9],
      says: 'A new graphics card is ordered under warranty and comes on {until}.',
      done: 'The card is here, changing it at lunch.',
    },
    ends: [['REPLACED', 'New graphics card. Four large scenes in a row without a crash.']],
  },
]
