import type { Scenario } from './scenario.ts'

const expense = { type: 'expense', tags: ['expenses'] }
const card = { type: 'card', tags: ['card'] }
const budget = { type: 'budget', tags: ['budget'] }

export const finance: readonly Scenario[] = [
  {
    ...expense,
    weight: 3,
    asks: [
      [
        'Expenses for the trip to {city}',
        'Two nights and the train for {client}, {amount} in total. Receipts are complete.',
      ],
      [
        'Taxi and dinner with {client}',
        'Dinner with {n} people from {client} on {pastDate}, and two taxis. {amount}, paid with my own card.',
      ],
      ['Kilometres in {month}', 'I drove {nn}0 km to customers in {month} with my own car.'],
    ],
    first: 'Received. I’ll check it against the rules for travel and it goes into the run of {later}.',
    notes: 'Within the limits for the city. Cost centre {cc}.',
    exchange: [
      'The receipt of the second evening is cut off. Can you send it once more, with the date on it?',
      'Of course. The new photo has everything on it.',
    ],
    ends: [
      ['PAID', '{amount} is in the payment run and should be on your account within two days.'],
      ['PAID', 'Paid, less the minibar.'],
    ],
    reject: 'These receipts are older than six months, and we can no longer book them in the closed year.',
  },
  {
    ...expense,
    weight: 1.2,
    asks: [
      ['Claim came back, why?', 'My claim of {pastDate} came back without a word. What is missing?'],
      ['When is my claim paid?', 'I handed in {amount} on {pastDate} and have not seen it yet.'],
    ],
    first: 'I’ll find out where it is. One moment.',
    ends: [
      ['ANSWERED', 'It waited for your manager’s approval, which has come today. It is in the next run.'],
    ],
  },
  {
    ...expense,
    weight: 0.9,
    asks: [
      ['Lost the receipt of a taxi', 'I lost the receipt for a taxi in {city}, {n}4 euro. Is there a way?'],
    ],
    first:
      'Once or twice a year that is all right. Write one line with day, way and price, I’ll book it as own receipt.',
    ends: [['PAID', 'Booked as own receipt and paid.']],
  },
  {
    ...expense,
    weight: 0.8,
    tags: ['expenses', 'advance'],
    asks: [
      [
        'Advance for {farCity}',
        'I go to {farCity} for {n} days from {startDate} and need about {advance} in advance, cards are rarely taken there.',
      ],
    ],
    first: 'Possible. I need the dates and the cost centre, then it is on your account a week before.',
    exchange: ['Which cost centre carries the trip?', '{cc}, {managerFirst} has agreed.'],
    ends: [['PAID', 'The advance is on your account. Bring the receipts within two weeks after the trip.']],
  },
  {
    ...card,
    weight: 1.8,
    asks: [
      [
        'Company card refused in {city}',
        'The card was refused twice at the hotel in {city}. I paid with my own.',
      ],
      ['Card blocked after an online payment', 'Since I paid {vendor} online the card is blocked.'],
    ],
    first: 'The bank has stopped it because the place was unusual. I’ll call them now.',
    ends: [['FIXED', 'The bank has opened it again. Tell us before you travel and it does not happen.']],
  },
  {
    ...card,
    weight: 1.3,
    asks: [
      [
        'Higher limit for the fair in {city}',
        'For the fair in {city} the limit of my card is too low, the stand alone is {bigAmount}.',
      ],
      [
        'Card limit for the trip to {city}',
        'The hotel for {n} people goes over my card. Could the limit be {bigAmount} until the end of {nextMonth}?',
      ],
    ],
    first: 'I can raise it for a time. The bank usually needs a day for it.',
    exchange: ['From when to when do you need the higher limit?', 'From {startDate} for two weeks.'],
    wait: {
      chance: 0.35,
      reason: 'VENDOR',
      days: [1, 4],
      says: 'The bank sets it on {until}.',
      done: 'The bank has confirmed the limit.',
    },
    ends: [['FULFILLED', 'The limit is raised for the trip and goes back by itself.']],
    reject:
      'The cost centre has nothing left this quarter. Please talk with {managerFirst} about moving budget first.',
  },
  {
    ...card,
    weight: 0.8,
    tags: ['card', 'lost'],
    asks: [
      [
        'Lost my company card',
        'I cannot find my company card since {pastDay}. Last used at the petrol station.',
      ],
    ],
    first: 'Blocked this minute. No payment since then. A new one takes five working days.',
    wait: {
      chance: 0.7,
      reason: 'DELIVERY',
      days: [3, 6],
      says: 'The new card is ordered and comes to reception {until}.',
      done: 'The card has arrived.',
    },
    ends: [['FULFILLED', 'The new card is handed over. The PIN comes in a separate letter.']],
  },
  {
    ...budget,
    weight: 1.8,
    asks: [
      [
        'What is left on {cc}?',
        'Before I order for {client} I would like to know what is left on {cc} this year.',
      ],
      ['Report for cost centre {cc}', 'I need the list of bookings on {cc} for {month}, with the suppliers.'],
    ],
    first: 'I’ll send you the list with what is booked and what is ordered but not yet invoiced.',
    ends: [
      ['ANSWERED', 'The report is in your mailbox. {bigAmount} is free, orders under way already taken off.'],
    ],
  },
  {
    ...budget,
    weight: 1.1,
    asks: [
      [
        'Move budget from travel to equipment',
        'We travel less and need two workstations. Can {bigAmount} move within {cc}?',
      ],
    ],
    first: 'Within one cost centre that works with the word of its owner. I have asked {managerFirst}.',
    ends: [['POSTED', 'Moved. You see it in the report from tomorrow on.']],
    reject: 'After the forecast of this quarter nothing moves any more. It can be planned for the next one.',
  },
  {
    ...budget,
    weight: 0.9,
    asks: [
      [
        'Booking on the wrong cost centre',
        '{invoice} of {vendor} is booked on ours, but it belongs to {otherDept}.',
      ],
    ],
    first: 'You are right, the order had the other cost centre. I’ll correct it.',
    ends: [['POSTED', 'Moved to the right cost centre, with the date of the original booking.']],
  },
  {
    type: 'fin-other',
    weight: 1.2,
    asks: [
      [
        'Which form for a gift to a customer?',
        '{client} celebrates ten years. What may a gift cost, and how do I book it?',
      ],
      ['Deadline for the monthly closing', 'Until when do you need our invoices of {thisMonth}?'],
    ],
    first: 'Good that you ask before. I’ll send you the page and the short answer.',
    ends: [
      [
        'ANSWERED',
        'Both are on the Finance page now, with an example: fifty euro per person, and the third working day at noon.',
      ],
    ],
  },
  {
    type: 'fin-other',
    weight: 0.8,
    departments: ['Sales', 'Customer care'],
    asks: [
      [
        'Credit check for {client}',
        '{client} wants to pay after 60 days. Is that all right with the limit they have?',
      ],
    ],
    first: 'I’ll ask our insurer for a current limit. Usually the same day.',
    ends: [['ANSWERED', 'Sixty days are fine up to {bigAmount}. Above that, half in advance.']],
  },
]
