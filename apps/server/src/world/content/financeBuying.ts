import type { Scenario } from './scenario.ts'

const buy = { type: 'requisition', tags: ['purchase'] }
const vendor = { type: 'vendor', tags: ['supplier'] }
const invoice = { type: 'invoice', tags: ['invoice'] }

export const financeBuying: readonly Scenario[] = [
  {
    ...buy,
    isSlow: true,
    weight: 2.2,
    asks: [
      [
        'Order samples from {vendor}',
        'For the {client} collection we need fabric samples from {vendor}, {amount}. Quote is with me.',
      ],
      [
        'Packaging material from {vendor}',
        'We run out of corner protection by {weekday}. The usual amount from {vendor}, {bigAmount}.',
      ],
    ],
    first: [
      'Thank you, I’ll order it {soon} and send you the number.',
      'The quote is fine. I’ll ask for their usual discount and then it goes out.',
    ],
    notes: 'Last order with them was 8 % cheaper. Asked.',
    exchange: [
      'Where should it be delivered, and who takes it?',
      'To the dock in Bilbao, Leo Brandt takes it.',
    ],
    wait: {
      chance: 0.5,
      reason: 'DELIVERY',
      days: [4, 12],
      says: 'Ordered with {po}. {vendor} delivers on {until}.',
      done: '{vendor} has delivered, goods are checked.',
    },
    ends: [
      ['FULFILLED', 'Delivered complete, {po} is closed.'],
      ['FULFILLED', 'Ordered and delivered. The invoice came with it and matches.'],
    ],
    reject: 'We have a frame contract for this with another supplier. Rui will order the same from there.',
  },
  {
    ...buy,
    weight: 1.1,
    departments: ['Design', 'Marketing', 'Sales'],
    asks: [
      [
        'Stand for the fair in {city}',
        'The fair in {city} needs our order for the stand by {weekday}. {bigAmount} with furniture and power.',
      ],
    ],
    first: 'I have the papers of last year and compare. You have my word before the deadline.',
    ends: [['FULFILLED', 'The stand is booked, same place as last year. First half is paid.']],
  },
  {
    ...buy,
    weight: 0.5,
    departments: ['Marketing', 'Design'],
    asks: [
      [
        'Photo shoot for the new catalogue',
        'The studio in {city} asks {bigAmount} for two days. {managerFirst} agrees, cost centre {cc}.',
      ],
    ],
    first: 'The quote is fine. I’ll ask for the price with two days in a row, then it goes out.',
    exchange: [
      'On which days should it be, and is the travel of the samples in the price?',
      'The two days after {startDate}. The samples travel with our own van.',
    ],
    ends: [['FULFILLED', 'The studio is booked, an eighth below the first price.']],
  },
  {
    ...buy,
    weight: 0.9,
    asks: [
      [
        'Subscription of a trade magazine',
        'Could we subscribe to the hotel trade magazine, {amount} a year? Three of us would read it.',
      ],
    ],
    first: 'I’ll check whether we have it already in another department.',
    ends: [
      ['ANSWERED', 'Marketing has it, with five online seats of which two are free. They are yours now.'],
      ['FULFILLED', 'Subscribed for a year, access is in your mailbox.'],
    ],
  },
  {
    ...vendor,
    isSlow: true,
    weight: 1.8,
    asks: [
      [
        'New supplier {vendor}',
        'We would like to work with {vendor} for upholstery. They need to be in the system before the first order.',
      ],
    ],
    first: 'Welcome to them. I’ll send you the form; we call them once before the first payment.',
    notes: 'Not on any of the lists, register entry looks sound.',
    exchange: [
      'Who is your contact there, so that I ask for the right person?',
      'I wrote you the name and the direct number by mail.',
    ],
    wait: {
      chance: 0.45,
      reason: 'VENDOR',
      days: [2, 6],
      says: '{vendor} sends the tax certificate on {until}. Without it no first payment.',
      done: 'Their papers are complete.',
    },
    ends: [['FULFILLED', 'Checked by telephone and entered. Orders and payments can go.']],
    reject:
      'We have two suppliers for the same on contract. Please order from one of them, Rui shows you how.',
  },
  {
    ...vendor,
    weight: 0.9,
    asks: [
      [
        '{vendor} has new bank details',
        '{vendor} sent a letter with a new account number. The next payment is due on {weekday}.',
      ],
    ],
    first: 'Before anything is changed I’ll call them on the number we already have. It takes a day or two.',
    notes: 'Called the known number, spoke with their accounts. The letter is genuine.',
    ends: [['FULFILLED', 'Checked by telephone and changed. The next payment goes to the new account.']],
    reject:
      'The call to the known number showed that the letter was forged. Nothing has been changed, and the police have it.',
  },
  {
    ...vendor,
    weight: 0.7,
    asks: [
      [
        'Supplier declaration for {client}',
        '{client} asks for our own supplier form: tax number, bank, certificates. Who fills it in?',
      ],
    ],
    first: 'We do. Send me their form, it is back {soon}.',
    ends: [['FULFILLED', 'Filled in, signed and back with you. A copy is in the customer folder.']],
  },
  {
    ...invoice,
    weight: 2,
    asks: [
      [
        'Reminder from {vendor} for {invoice}',
        '{vendor} sends a second reminder for {invoice}, {bigAmount}. Has it been paid?',
      ],
      ['{vendor} says we have not paid', 'They stop delivering if {invoice} is not paid by {weekday}.'],
    ],
    adds: 'They called again today and were not amused.',
    first: 'I’ll look at once. Tell them they have an answer today.',
    notes: 'Invoice was never released, it sat with a person on leave.',
    ends: [
      ['PAID', 'It waited for a release. Released and paid today, and I have written to {vendor}.'],
      ['ANSWERED', 'It was paid on {pastDate}. They had booked it on another customer and are sorry.'],
    ],
  },
  {
    ...invoice,
    weight: 1.4,
    asks: [
      [
        '{invoice} is higher than the order',
        '{invoice} of {vendor} says {bigAmount}, ordered was a tenth less.',
      ],
      ['Wrong VAT on {invoice}', '{vendor} has put Spanish VAT on {invoice}, although it went to Porto.'],
    ],
    first: 'Right, I’ll stop the payment and ask them for a correction.',
    wait: {
      chance: 0.5,
      reason: 'VENDOR',
      days: [2, 7],
      says: '{vendor} promises the corrected invoice for {until}.',
      done: 'The corrected invoice is here.',
    },
    ends: [['POSTED', 'The corrected invoice is booked and the wrong one cancelled.']],
  },
  {
    ...invoice,
    weight: 1,
    departments: ['Sales', 'Customer care'],
    asks: [
      [
        '{client} needs a copy of our invoice',
        '{client} has lost our invoice of {month} and asks for a copy with their order number on it.',
      ],
    ],
    first: 'I’ll send it to you as PDF, with the order number in the reference.',
    ends: [['FULFILLED', 'The copy is in your mailbox, ready to forward.']],
  },
]
