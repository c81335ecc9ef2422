import type { Scenario } from './scenario.ts'

const device = { type: 'new-device' }
const accessory = { type: 'accessory' }
const phone = { type: 'phone', tags: ['phone'] }

export const itEquipment: readonly Scenario[] = [
  {
    ...device,
    isSlow: true,
    weight: 2.6,
    tags: ['laptop'],
    asks: [
      [
        'New laptop, mine is from {oldYear}',
        'My {laptop} is from {oldYear} and too slow for the drawings. {managerFirst} agrees to a new one.',
      ],
    ],
    first: [
      'Noted. The standard is a {laptop}; say if you need more memory for your work.',
      'There is one in stock that fits. I’ll prepare it and write to you {soon}.',
    ],
    notes: [
      'Two left in stock after this one. Reorder is on its way with {po}.',
      'Cost centre confirmed by {managerFirst} by mail.',
    ],
    exchange: [
      'Which programs do you use beside the usual ones, and do you work more at the desk or on the road?',
      '{tool} every day, and about two days a week at customers.',
    ],
    wait: {
      chance: 0.4,
      reason: 'DELIVERY',
      days: [3, 9],
      says: 'Out of stock at the moment. The next delivery is announced for {until}.',
      done: 'The delivery is here. I’ll prepare yours first.',
    },
    ends: [
      [
        'FULFILLED',
        'Handed over and signed in together. The old one stays in the drawer for two weeks, then it is wiped.',
      ],
      ['FULFILLED', 'Prepared and handed over with dock and charger.'],
    ],
    reject:
      'Your laptop is two years old and passes the check. We replace after four years or when it fails; the slow drawings come from the share, and that is being worked on.',
  },
  {
    ...device,
    weight: 1.1,
    tags: ['laptop'],
    asks: [
      [
        'Laptop for {newcomer}',
        '{newcomer} joins our team for the {client} project and needs a laptop from {startDate}.',
      ],
    ],
    first: 'Noted. The standard is a {laptop}; say if the project needs more than that.',
    notes: 'Cost centre confirmed by {managerFirst} by mail.',
    exchange: [
      'Is it for the time of the project, or for good?',
      'For the project, until the end of {nextMonth}.',
    ],
    wait: {
      chance: 0.3,
      reason: 'DELIVERY',
      days: [2, 6],
      says: 'None in stock at the moment. The next delivery is announced for {until}.',
      done: 'The delivery is here.',
    },
    ends: [['FULFILLED', 'The laptop for {newcomerFirst} is ready at the IT desk, with dock and charger.']],
  },
  {
    ...device,
    weight: 2,
    tags: ['screen'],
    asks: [
      [
        'Second screen for {desk}',
        'I work with two spreadsheets side by side all day and would like a second screen at {desk}.',
      ],
      [
        'Larger screen for {desk}',
        'The old 22 inch screen at {desk} is hard on my eyes. The others in the team have 27 inch.',
      ],
    ],
    first: 'We have {screen} in stock. Does the arm or a foot suit your desk better?',
    ends: [['FULFILLED', '{screen} set up at {desk} and aligned with the other one.']],
    reject:
      'This desk is shared, and all shared desks keep one screen. The focus desks on the {floor} have two.',
  },
  {
    ...device,
    weight: 0.9,
    tags: ['loan'],
    asks: [
      [
        'Loan laptop for the fair in {city}',
        'For the fair in {city} I need {n} loan laptops from {startDate} for a week, with the catalogue on them.',
      ],
    ],
    first:
      'Reserved. They are ready the day before, with the catalogue offline in case the hall has no network.',
    ends: [['FULFILLED', 'All of them came back complete and are wiped for the next loan.']],
  },
  {
    ...accessory,
    weight: 2.6,
    asks: [
      [
        'Headset, the old one crackles',
        'My headset crackles and people ask me to repeat. I spend four hours a day in calls.',
      ],
      [
        'Keyboard with another layout for {desk}',
        'The keyboard that came with the desk has the wrong layout for me. Could I have another one?',
      ],
      ['Mouse does not click any more', 'The left button needs three tries.'],
    ],
    first: [
      'In stock. I’ll bring it to {desk} {soon}.',
      'You can collect it at the IT desk any time, I’ll put your name on it.',
    ],
    ends: [['FULFILLED', 'Handed over. The old one went into the box for recycling.']],
  },
  {
    ...accessory,
    weight: 1.7,
    tags: ['dock'],
    asks: [
      ['Dock at {desk} does not charge', 'The dock at {desk} gives a picture but does not charge my laptop.'],
      ['Second charger for home', 'I carry the charger home and back every day. Could I have a second one?'],
    ],
    first: 'I’ll look in the store and bring what is needed {soon}.',
    ends: [
      ['FULFILLED', 'There is a new one at your place. Write again if it does not charge within a day.'],
    ],
  },
  {
    ...accessory,
    weight: 0.8,
    asks: [
      [
        'Adapter for the customer’s projector',
        'At {client} they only have VGA. I need an adapter for {weekday}.',
      ],
    ],
    first: 'We have two left from the old days. One is at the IT desk with your name.',
    ends: [['FULFILLED', 'Collected. Please bring it back, they are no longer made.']],
  },
  {
    ...phone,
    weight: 1.8,
    asks: [
      [
        'Screen of my {phone} is cracked',
        'My {phone} fell, the glass is broken in one corner. It still works.',
      ],
      ['{phone} does not hold its charge', 'The {phone} is empty by noon although I hardly use it.'],
    ],
    first: 'I’ll order the repair. You’ll get a loan phone for that time, your number moves with the SIM.',
    wait: {
      chance: 0.4,
      reason: 'VENDOR',
      days: [3, 7],
      says: 'It is in repair, back on {until}.',
      done: 'The phone is back from repair.',
    },
    ends: [['FIXED', 'Repaired. SIM is back in it and the loan phone is wiped.']],
  },
  {
    ...phone,
    weight: 1.4,
    tags: ['phone', 'roaming'],
    asks: [
      [
        'Roaming for a trip to {farCity}',
        'I travel to {farCity} from {startDate} for {n} days and need data there. Last time it was off.',
      ],
    ],
    first: 'Booked from the day before until the day after. You’ll get a text message when it is active.',
    ends: [['CONFIGURED', 'Travel option is on, with 5 GB. It ends by itself.']],
  },
  {
    ...phone,
    weight: 1.1,
    tags: ['phone', 'sim'],
    asks: [
      ['SIM card for {newcomer}', '{newcomer} is on call from {startDate} and needs a company number.'],
      [
        'Keep my number when I change contract',
        'I would like to take my private number into the company contract. Is that possible?',
      ],
    ],
    first: 'Yes. I’ll start it with the operator today, they usually need three working days.',
    wait: {
      chance: 0.5,
      reason: 'VENDOR',
      days: [2, 5],
      says: 'Ordered with the operator, they say on {until}.',
      done: 'The operator has confirmed.',
    },
    ends: [['FULFILLED', 'The number is active. PIN and PUK are in the sealed letter on the desk.']],
  },
]
