import type { Scenario } from './scenario.ts'

const parking = { type: 'parking', tags: ['parking'] }
const event = { type: 'event', tags: ['visitors'] }

export const facilitiesGuests: readonly Scenario[] = [
  {
    ...parking,
    weight: 1.4,
    asks: [
      [
        'Parking for a visitor on {weekday}',
        '{client} comes on {weekday} with two cars. Can we have places near the entrance?',
      ],
    ],
    wait: {
      chance: 1,
      reason: 'DATE',
      day: 'weekday',
      days: [2, 4],
      says: 'The places are kept for {until}.',
      done: 'The signs are out since this morning.',
    },
    first: 'Reserved, with a sign on it. Send me the number plates and the gate opens by itself.',
    exchange: [
      'Which number plates?',
      'I have them from the assistant and wrote them into the calendar entry.',
    ],
    ends: [['FULFILLED', 'Places were reserved and the gate knew the plates.']],
  },
  {
    ...parking,
    weight: 0.7,
    asks: [
      [
        'Place in the garage for two weeks',
        'I have a foot in plaster and come by car. Is there a place for two weeks?',
      ],
      [
        'Parking for a week',
        'My car has to stay in {site} for a week while I am in {city}. Is that possible?',
      ],
    ],
    first: 'There is one on the lower level. Send me the number plate, then the gate opens by itself.',
    ends: [
      [
        'FULFILLED',
        'The gate knows your plate until the end of the time you asked for. It is the place next to the stairs.',
      ],
    ],
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
    first: 'I’ll reset it. If it goes red again, it is a case for the maker.',
    wait: {
      chance: 0.4,
      reason: 'VENDOR',
      days: [2, 6],
      says: 'The maker comes on {until}. It is covered until then.',
      done: 'The maker is here.',
    },
    ends: [['REPAIRED', 'The fuse behind it was worn out. Point {n} charges.']],
  },
  {
    ...parking,
    weight: 0.8,
    tags: ['bikes'],
    asks: [
      ['No room in the bike store', 'In the bike store stand four bikes that nobody has moved since spring.'],
      ['Place for my bike', 'I come by bike now. How do I get into the bike store?'],
    ],
    first: 'I’ll look at the list of the bike store and come back {soon}.',
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
    wait: {
      chance: 1,
      reason: 'DATE',
      day: 'weekday',
      days: [2, 4],
      says: 'Ordered for {until}.',
      done: 'The kitchen is setting it up.',
    },
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
    departments: ['Sales', 'Marketing', 'Design', 'Management', 'Purchasing'],
    sites: ['Madrid', 'Porto', 'Bilbao'],
    wait: {
      chance: 1,
      reason: 'DATE',
      day: 'weekday',
      days: [2, 4],
      says: 'Badges are printed for {until}.',
      done: 'They are expected today.',
    },
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
        'A sample has to be at {client} by {weekday}. It is packed and stands at reception.',
      ],
      ['Letter did not arrive', 'A registered letter from {vendor} should be here since {pastDay}.'],
    ],
    first: 'I’ll call the courier and follow it.',
    ends: [['FULFILLED', 'Arrived, with signature. The number is in the book at reception.']],
  },
  {
    type: 'fac-other',
    weight: 1.2,
    asks: [
      ['Wasps at the window of the {floor}', 'There is a nest outside at the window near {desk}.'],
      [
        'Plants by the lift need water',
        'Nobody seems to water the plants near the lift, they hang their heads.',
      ],
      ['First aid box is empty', 'The first aid box on the {floor} has no plasters left.'],
    ],
    first: 'Thank you for telling us, I’ll take care of it {soon}.',
    ends: [['FULFILLED', 'Done. Write again when it is needed.']],
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
