import type { Scenario } from './scenario.ts'

const move = { type: 'move', tags: ['move'] }
const key = { type: 'key', tags: ['badge'] }
const parking = { type: 'parking', tags: ['parking'] }
const event = { type: 'event', tags: ['visitors'] }

export const facilitiesPlaces: readonly Scenario[] = [
  {
    ...move,
    weight: 1.5,
    asks: [
      [
        'Move {n} desks to the {floor}',
        '{dept} moves together. {n} desks go to the {floor}, best on a Friday afternoon.',
      ],
      [
        'Desk for {newcomer} from {startDate}',
        '{newcomer} starts on {startDate} and needs a desk near {desk}.',
      ],
    ],
    first: 'I draw it on the plan and send it to you {soon}. IT gets a copy because of the sockets.',
    exchange: [
      'Should everything move, or do the cabinets stay?',
      'The cabinets stay, only desks and chairs.',
    ],
    wait: {
      chance: 0.5,
      reason: 'DATE',
      days: [3, 8],
      says: 'Planned for {until}. Pack small things into the box the evening before.',
      done: 'Moving today.',
    },
    ends: [['FULFILLED', 'Everything stands where the plan has it, and the sockets work.']],
  },
  {
    ...move,
    weight: 1.3,
    tags: ['chair'],
    asks: [
      ['Chair at {desk} sinks', 'My chair goes down by itself during the day.'],
      [
        'Standing desk on advice of the doctor',
        'My doctor recommends a desk that one can raise. I have a paper.',
      ],
    ],
    first: 'I look what we have in the store and come by {soon}.',
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
    first: 'There is a good one in the archive. I hang it up at lunch.',
    ends: [['FULFILLED', 'Hung up, with new pens.']],
  },
  {
    ...key,
    weight: 2,
    asks: [
      ['Badge does not open {door}', 'My badge opens the front door but not {door}. It did until {pastDay}.'],
      ['Badge for {door}', 'I work late on {weekday}s now and need {door} to open with my badge.'],
    ],
    first: 'I see your badge in the list. That door has its own group, I check who decides on it.',
    notes: 'Door controller lost 40 cards with the update of the weekend. Restoring the list.',
    exchange: ['Does the reader blink red or stay dark?', 'It blinks red twice.'],
    ends: [
      ['FIXED', 'Your badge is in the group of that door again. Hold it for two seconds the first time.'],
      ['FULFILLED', 'Added until the end of the year.'],
    ],
  },
  {
    ...key,
    weight: 1.3,
    asks: [
      ['Lost my badge', 'I lost my badge somewhere between the station and the office.'],
      ['Badge for {newcomer}', '{newcomer} starts on {startDate} and needs a badge with photo.'],
    ],
    first: 'The new one is printed {soon}. Reception has a day badge until then.',
    ends: [['FULFILLED', 'Handed over at reception. The old number is blocked.']],
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
  {
    ...parking,
    weight: 1.4,
    asks: [
      [
        'Parking for a visitor on {weekday}',
        '{client} comes on {weekday} with two cars. Can we have places near the entrance?',
      ],
      [
        'Place in the garage for two weeks',
        'I have a foot in plaster and come by car. Is there a place for two weeks?',
      ],
    ],
    first: 'Reserved, with a sign on it. Send me the number plates and the gate opens by itself.',
    exchange: [
      'Which number plates?',
      'I have them from the assistant and wrote them into the calendar entry.',
    ],
    ends: [['FULFILLED', 'Places were reserved and the gate knew the plates.']],
  },
  {
    ...parking,
    weight: 0.9,
    tags: ['parking', 'charging'],
    asks: [
      [
        'Charging point {n} does not charge',
        'Charging point {n} in the garage goes red when I plug in. The one next to it works.',
      ],
    ],
    first: 'I reset it. If it goes red again, it is a case for the maker.',
    wait: {
      chance: 0.4,
      reason: 'VENDOR',
      days: [2, 6],
      says: 'The maker comes on {until}. It is covered until then.',
      done: 'The maker is here.',
    },
    ends: [['REPAIRED', 'The fuse behind it was tired. Point {n} charges.']],
  },
  {
    ...parking,
    weight: 0.8,
    tags: ['bikes'],
    asks: [
      ['No room in the bike store', 'In the bike store stand four bikes that nobody has moved since spring.'],
      ['Place for my bike', 'I come by bike now. How do I get into the bike store?'],
    ],
    first: 'I look at the list of the bike store and come back {soon}.',
    ends: [
      [
        'FULFILLED',
        'Old bikes are marked and move to the cellar after two weeks. There is room, and your badge opens.',
      ],
    ],
  },
  {
    ...event,
    weight: 1.9,
    tags: ['catering'],
    asks: [
      [
        'Lunch for {nn} people on {weekday}',
        'Workshop with {client} in {room} on {weekday}. Lunch at one for {nn}, {n} of them vegetarian.',
      ],
      [
        'Coffee in {room} at {hour}',
        'We have guests on {weekday} at {hour} in {room}, {n} people. Coffee, water, something small.',
      ],
    ],
    first: 'Noted and ordered. It stands there a quarter of an hour before.',
    exchange: ['Any allergies I should know of?', 'One person without gluten, the rest eat everything.'],
    ends: [['FULFILLED', 'Delivered and cleared away. The bill goes to your cost centre.']],
  },
  {
    ...event,
    weight: 1.2,
    asks: [
      [
        'Visitors from {client} on {weekday}',
        '{n} people come at {hour}. They would like to see the showroom and the workshop.',
      ],
      ['School class on {weekday}', 'A class of {nn} comes on {weekday} morning to see how chairs are made.'],
    ],
    first: 'Names to reception the day before and badges are ready. Closed shoes for the workshop.',
    ends: [['FULFILLED', 'All were welcomed and are out again by the list.']],
  },
  {
    ...event,
    weight: 0.8,
    tags: ['post'],
    asks: [
      [
        'Parcel to {client} by courier',
        'A sample chair has to be at {client} by {weekday}. It is packed and stands at reception.',
      ],
      ['Letter did not arrive', 'A registered letter from {vendor} should be here since {pastDay}.'],
    ],
    first: 'I call the courier and follow it.',
    ends: [['FULFILLED', 'Arrived, with signature. The number is in the book at reception.']],
  },
  {
    type: 'fac-other',
    weight: 1.2,
    asks: [
      ['Wasps at the window of the {floor}', 'There is a nest outside at the window near {desk}.'],
      ['Plants need a friend', 'The plants near the lift have had no water for weeks.'],
      ['First aid box is empty', 'The first aid box on the {floor} has no plasters left.'],
    ],
    first: 'Thank you for telling, I take care of it {soon}.',
    ends: [['FULFILLED', 'Done. Write again if it comes back.']],
  },
  {
    type: 'fac-other',
    weight: 0.7,
    asks: [
      [
        'Found a scarf in {room}',
        'Somebody left a grey scarf and an umbrella in {room}. They hang at reception now.',
      ],
    ],
    first: 'Put on the board in the canteen. We keep it for three months.',
    ends: [['ANSWERED', 'The owner came for it and says thank you.']],
  },
]
