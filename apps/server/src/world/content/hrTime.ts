import type { Scenario } from './scenario.ts'

const leave = { type: 'leave', tags: ['leave'] }
const time = { type: 'time-sheet', tags: ['time'] }

export const hrTime: readonly Scenario[] = [
  {
    ...leave,
    weight: 3,
    asks: [
      [
        'How many days do I have left?',
        'The portal says {n} days, my own count says two more. Which one is right?',
      ],
    ],
    first: 'I’ll compare it with your contract and the approved entries and write to you {soon}.',
    notes: 'Started in the middle of the year, so the first year was counted by months.',
    ends: [
      [
        'ANSWERED',
        'The portal is right: the two days in {month} were booked as leave, not as home office. You find both in the list.',
      ],
    ],
  },
  {
    ...leave,
    weight: 1.2,
    months: [12, 1, 2, 3],
    asks: [
      [
        'Days from last year',
        'I could not take {n} days last year because of the {client} project. Can they move over?',
      ],
    ],
    first: 'In most cases yes. I’ll check with {managerFirst} how it came to that.',
    ends: [
      ['POLICY_EXPLAINED', 'Up to five days move over until the end of March. They are in your account now.'],
    ],
  },
  {
    ...leave,
    weight: 1.6,
    asks: [
      [
        'Leave for moving house',
        'I move on {startDate}. Do I get a day for it, and what do you need from me?',
      ],
      ['Day off for a wedding', 'My brother marries on {startDate}. Is there a special day for that?'],
    ],
    first: 'There is a day for it in the agreement. I need a paper with the date on it, afterwards is fine.',
    ends: [
      ['POLICY_EXPLAINED', 'One day is booked as special leave. The paper can follow within two weeks.'],
    ],
  },
  {
    ...leave,
    weight: 1.3,
    tags: ['leave', 'parental'],
    asks: [
      [
        'Parental leave from {nextMonth}',
        'Our second child is due in {nextMonth}. I would like to take the weeks in two parts. How do I plan that?',
      ],
    ],
    first:
      'Congratulations. Two parts are possible; I’ll send you the form and an example of the dates {soon}.',
    exchange: [
      'Which dates do you have in mind for the first part?',
      'From the birth on for six weeks, the rest next summer.',
    ],
    wait: {
      chance: 0.4,
      reason: 'OTHER',
      days: [3, 8],
      says: 'The authority needs a few days for the confirmation, I expect it on {until}.',
      done: 'The confirmation has come.',
    },
    ends: [
      ['FULFILLED', 'Both parts are in the calendar and payroll knows. Your manager sees the dates only.'],
    ],
  },
  {
    ...leave,
    weight: 1.2,
    asks: [
      [
        'Sick note from abroad',
        'I fell ill on holiday in {city}. The doctor there wrote a paper in the local language. Is that enough?',
      ],
    ],
    first: 'Yes, a photo of it is enough for now. Get well first.',
    ends: [['ANSWERED', 'The paper is accepted, and {n} days of leave are back on your account.']],
  },
  {
    ...leave,
    weight: 1.1,
    months: [5, 6, 7, 11, 12],
    asks: [
      [
        'Does the day between count?',
        'Is the Friday after the holiday a bridge day for {site}, or do I have to take leave?',
      ],
      [
        'Closing days at the end of the year',
        'Which days are we closed between Christmas and New Year in {site}?',
      ],
    ],
    first: 'The calendar per site is in the portal, but it is easy to miss. I’ll look up {site} for you.',
    ends: [
      [
        'ANSWERED',
        'The calendar of this year for {site} is in your mailbox, with the bridge days and the closing days marked.',
      ],
    ],
  },
  {
    ...time,
    weight: 2,
    asks: [
      [
        'Forgot to clock out on {pastDay}',
        'I left at {hour} on {pastDay} and forgot to clock out. It shows 14 hours now.',
      ],
      ['Missing entry on {pastDate}', 'On {pastDate} I was at {client} all day and the time sheet is empty.'],
    ],
    first: 'I can correct it with the word of your manager. I have asked {managerFirst}.',
    ends: [['FULFILLED', 'Corrected. It counts in this month.']],
  },
  {
    ...time,
    weight: 1.4,
    departments: ['Operations'],
    asks: [
      ['Night shift paid as day', 'My night shifts of the week of {pastDate} show as day shifts.'],
      [
        'Overtime of the stock count',
        'The {n} hours of the stock count on Saturday are not in my time sheet.',
      ],
    ],
    first: 'I’ll check it against the shift plan with {managerFirst}.',
    notes: 'Plan was changed after the fact; six people in that shift are affected, correcting all.',
    ends: [
      [
        'FULFILLED',
        'The shift plan was wrong, not you. All entries of that week are corrected and come with the next pay.',
      ],
    ],
  },
  {
    ...time,
    weight: 0.8,
    asks: [
      [
        'Time account after change to 32 hours',
        'I work 32 hours since the first, but the system still expects 40 and I lose hours every day.',
      ],
    ],
    first: 'Right, the contract changed but not the plan behind the clock. I’ll change it back to the first.',
    ends: [['FULFILLED', 'The plan says 32 hours from the first on. The minus hours are gone.']],
  },
  {
    type: 'training',
    weight: 0.6,
    isSlow: true,
    sites: ['Madrid', 'Bilbao'],
    tags: ['training', 'language'],
    asks: [
      [
        'Language course: Portuguese',
        'I work with Porto every day and would like to learn Portuguese properly. Is there a course?',
      ],
    ],
    first: 'There is a budget per person and year for this. I’ll look at what is left for you.',
    exchange: ['Does your manager know and agree to the days?', 'Yes, {managerFirst} agreed on {pastDay}.'],
    ends: [['FULFILLED', 'You are booked. The invitation with place and time is in your mailbox.']],
    reject: 'The training budget of {dept} is used up for this year. I have put you on the list for January.',
  },
  {
    type: 'training',
    weight: 0.9,
    departments: ['Design', 'Marketing', 'Finance', 'Sales', 'Purchasing', 'Legal'],
    tags: ['training'],
    asks: [
      [
        'Course for {tool}',
        'I learned {tool} by myself and would like a real course of two days. The one in {city} costs {bigAmount}.',
      ],
    ],
    first: 'There is a budget per person and year for this. I’ll look at what is left for you.',
    exchange: ['Does your manager know and agree to the days?', 'Yes, {managerFirst} agreed on {pastDay}.'],
    ends: [['FULFILLED', 'You are booked. The invitation with place and time is in your mailbox.']],
    reject: 'The training budget of {dept} is used up for this year. I have put you on the list for January.',
  },
  {
    type: 'training',
    weight: 0.8,
    departments: ['Operations'],
    sites: ['Bilbao'],
    tags: ['training', 'safety'],
    asks: [
      [
        'Forklift licence of {colleague} ends',
        'The licence of {colleague} ends on {startDate}. We need a place in the next refresher.',
      ],
    ],
    first: 'There are places left in the next refresher. I’ll reserve one.',
    wait: {
      chance: 1,
      reason: 'DATE',
      days: [5, 10],
      says: 'The refresher in {site} is on {until}.',
      done: 'The refresher was today.',
    },
    ends: [['FULFILLED', 'Refresher passed, the new licence is valid for five years and noted in the file.']],
  },
]
