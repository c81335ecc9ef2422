import type { Scenario } from './scenario.ts'

/** Contracts, starting, and what fits nowhere. */
export const hrChanges: readonly Scenario[] = [
  {
    type: 'contract',
    isSlow: true,
    weight: 1.3,
    tags: ['contract'],
    asks: [
      [
        'Reduce to 32 hours from {nextMonth}',
        'I would like to work four days from {nextMonth} on. {managerFirst} knows and agrees.',
      ],
    ],
    first: 'Possible in principle. I’ll check what it means for insurance and tax and send you a draft.',
    exchange: ['Is it for good, or with an end date?', 'With an end date, six months to begin with.'],
    wait: {
      chance: 0.4,
      reason: 'OTHER',
      days: [3, 8],
      says: 'Legal reads the draft, I have it back on {until}.',
      done: 'Legal has no objections.',
    },
    ends: [['FULFILLED', 'The agreement is signed by both sides and in your file.']],
    reject:
      'For this period the team is already below its minimum. {managerFirst} and I would like to talk about a later date with you.',
  },
  {
    type: 'contract',
    weight: 0.5,
    tags: ['contract', 'home office'],
    asks: [
      [
        'Home office from another country',
        'I would like to work from {city} for three weeks in {nextMonth}. What has to be settled?',
      ],
    ],
    first: 'Up to four weeks a year are possible. I’ll check insurance and tax for that country.',
    ends: [['FULFILLED', 'All clear. The paper for the insurance is in your mailbox, take it with you.']],
  },
  {
    type: 'contract',
    weight: 0.9,
    tags: ['contract'],
    asks: [
      [
        'Job title on my card and in the directory',
        'I am “senior” since {month} but the directory still shows the old title.',
      ],
    ],
    first: 'The letter is in your file, the directory was forgotten. I’ll change it.',
    ends: [['FULFILLED', 'The directory shows the new title. New cards are ordered.']],
  },
  {
    type: 'onboarding',
    weight: 2,
    tags: ['onboarding'],
    asks: [
      [
        '{newcomer} starts on {startDate}',
        '{newcomer} joins {dept} in {site} on {startDate}. Contract is signed. Who does the welcome day?',
      ],
      ['Welcome plan for {newcomer}', '{newcomer} begins on {startDate}. I would like {colleague} as buddy.'],
    ],
    first: 'Lovely. I’ll write to {newcomerFirst} with the plan of the first week and you’ll get a copy.',
    notes: 'Contract file complete except for the social security number.',
    exchange: ['Is there somebody who can be buddy in the first month?', 'Yes, {colleague} has said yes.'],
    wait: {
      chance: 1,
      reason: 'DATE',
      day: 'startDate',
      days: [4, 9],
      says: 'Everything is prepared for the first day, {until}.',
      done: 'The first day is today.',
    },
    ends: [
      ['FULFILLED', 'Welcome day done, file complete. First talk after thirty days is in both calendars.'],
    ],
  },
  {
    type: 'hr-other',
    weight: 1.4,
    asks: [
      [
        'Who is my contact for the internship?',
        'A student would like to do an internship in {dept} next spring. How do we begin?',
      ],
      [
        'Lunch talk for new parents',
        'Some of us would like to meet once a month over lunch. Is there a room and a list?',
      ],
    ],
    first: 'Good idea, and there is a way for it. I’ll send you the page and come back {soon}.',
    ends: [['ANSWERED', 'You have the steps and a name for each of them in your mailbox.']],
  },
  {
    type: 'hr-other',
    weight: 0.8,
    tags: ['organisation'],
    asks: [
      [
        'Organisation chart shows the wrong manager',
        'The chart still has {colleague} as my manager. Since {month} it is {manager}.',
      ],
    ],
    first: 'I’ll correct it in the file, the chart follows over night.',
    ends: [['FULFILLED', 'Corrected. Approvals go to {managerFirst} from now on.']],
  },
]
