import type { Scenario } from './scenario.ts'

const move = { type: 'move', tags: ['move'] }
const key = { type: 'key', tags: ['badge'] }

export const facilitiesPlaces: readonly Scenario[] = [
  {
    ...move,
    isSlow: true,
    weight: 0.8,
    asks: [
      [
        'Move {n} desks to the {floor}',
        '{dept} moves together. {n} desks go to the {floor}, best on a Friday afternoon.',
      ],
    ],
    first: 'I’ll draw it on the plan and send it to you {soon}. IT gets a copy because of the sockets.',
    exchange: [
      'Should everything move, or do the cabinets stay?',
      'The cabinets stay, only desks and chairs.',
    ],
    wait: {
      chance: 0.6,
      reason: 'DATE',
      days: [3, 8],
      says: 'Planned for {until}. Pack small things into the box the evening before.',
      done: 'Moving today.',
    },
    ends: [['FULFILLED', 'Everything stands where the plan has it, and the sockets work.']],
  },
  {
    ...move,
    weight: 0.9,
    tags: ['move', 'onboarding'],
    asks: [
      [
        'Desk for {newcomer} from {startDate}',
        '{newcomer} starts on {startDate} and needs a desk near {desk}.',
      ],
    ],
    first: 'There is one free next to it. I’ll put a chair and a lamp there before the first day.',
    ends: [['FULFILLED', 'The desk is ready, with chair, lamp and a drawer unit.']],
  },
  {
    ...move,
    isSlow: true,
    weight: 1.3,
    tags: ['chair'],
    asks: [
      ['Chair at {desk} sinks', 'My chair goes down by itself during the day.'],
      [
        'Standing desk on advice of the doctor',
        'My doctor recommends a desk that can be raised. I have a paper.',
      ],
    ],
    first: 'I’ll see what we have in the store and come by {soon}.',
    wait: {
      chance: 0.35,
      reason: 'DELIVERY',
      days: [4, 9],
      says: 'It is ordered and comes on {until}.',
      done: 'It has been delivered.',
    },
    ends: [['FULFILLED', 'Set up at {desk} and adjusted together.']],
  },
  {
    ...move,
    weight: 0.7,
    asks: [
      [
        'Whiteboard for {room}',
        'The whiteboard in {room} does not wipe clean any more. We use the room every day.',
      ],
    ],
    first: 'There is a good one in the archive. I’ll hang it up at lunch.',
    ends: [['FULFILLED', 'Hung up, with new pens.']],
  },
  {
    ...key,
    weight: 2,
    asks: [
      ['Badge does not open {door}', 'My badge opens the front door but not {door}. It did until {pastDay}.'],
    ],
    first: 'I see your badge in the list. That door has its own group, I’ll check who decides on it.',
    notes: 'Door controller lost 40 cards with the update of the weekend. Restoring the list.',
    exchange: ['Does the reader blink red or stay dark?', 'It blinks red twice.'],
    ends: [
      ['FIXED', 'Your badge is in the group of that door again. Hold it for two seconds the first time.'],
    ],
  },
  {
    ...key,
    weight: 0.8,
    asks: [['Badge for {door}', 'I work late on {weekday}s now and need {door} to open with my badge.']],
    first: 'That door has its own group. I’ll ask who decides on it and come back {soon}.',
    ends: [
      [
        'FULFILLED',
        'Your badge opens it now, until the end of the year. Hold it for two seconds the first time.',
      ],
    ],
    reject:
      'After eight that door stays closed for everybody, because of the insurance. The front door is open until ten.',
  },
  {
    ...key,
    weight: 1.3,
    asks: [
      ['Lost my badge', 'I lost my badge somewhere between the station and the office.'],
      ['Badge for {newcomer}', '{newcomer} starts on {startDate} and needs a badge with photo.'],
    ],
    first: 'The new one is printed {soon}. Reception has a day badge until then.',
    ends: [['FULFILLED', 'Handed over at reception and tried at the front door.']],
  },
  {
    ...key,
    weight: 0.9,
    tags: ['key'],
    asks: [
      [
        'Second key for a cabinet',
        'We are three at this cabinet and have one key. It stands next to {desk}.',
      ],
      [
        'Key broke in the lock',
        'The key of my drawer unit broke, half of it is in the lock. My glasses are inside.',
      ],
    ],
    first: 'The number of the lock is enough for me. I have the tool for it.',
    wait: {
      chance: 0.4,
      reason: 'DELIVERY',
      days: [2, 5],
      says: 'The key is cut by number and comes on {until}.',
      done: 'The key is here.',
    },
    ends: [['FULFILLED', 'Key handed over, and the number is on our list.']],
  },
]
