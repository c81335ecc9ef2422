import type { Scenario } from './scenario.ts'

const pine = ['Madrid', 'Porto', 'Bilbao']
const slow = { isSlow: true, tags: ['project'], weight: 0.34, sites: pine } as const

/** Things that take weeks by nature. */
export const itProjects: readonly Scenario[] = [
  {
    ...slow,
    type: 'it-other',
    departments: ['Design', 'Marketing'],
    asks: [
      [
        'More space for {share}',
        '{share} is full again and we start the pictures for the spring catalogue in {nextMonth}. We need about {nn}0 GB more.',
      ],
    ],
    first: 'The old storage cannot grow. {share} moves to the new one, best over a weekend.',
    exchange: [
      'Which weekend suits you best, and is there anything that must stay reachable?',
      'The second one. Only the price lists must be there on Saturday.',
    ],
    update: 'A first copy has run for two nights, four fifths are over. Nothing changes for you yet.',
    wait: {
      chance: 0.7,
      reason: 'CHANGE',
      days: [5, 10],
      says: 'The move is planned with the change of the storage on {until}.',
      done: 'The change has been made, checking the folders now.',
    },
    ends: [['FULFILLED', '{share} lies on the new storage, same name, three times the space.']],
  },
  {
    ...slow,
    type: 'app-problem',
    tags: ['erp', 'report'],
    departments: ['Finance', 'Purchasing', 'Sales'],
    asks: [
      [
        'Report “open orders” counts partly delivered ones twice',
        'In the report of open orders a partly delivered order counts twice. The sum for {client} is {bigAmount} too high.',
      ],
    ],
    first: 'I can see it in {po}. This is in the report itself, so the ERP partner has to change it.',
    notes: 'Join over delivery lines without grouping. Written to the partner with an example.',
    update: 'The partner has found it too. Use the sum of the second sheet until then, that one is right.',
    wait: {
      chance: 0.85,
      reason: 'VENDOR',
      days: [4, 9],
      says: 'The partner delivers the corrected report on {until}.',
      done: 'The corrected report is here, comparing it with three months.',
    },
    ends: [['FIXED', 'The corrected report is live. Three months compared, all sums agree.']],
  },
  {
    ...slow,
    type: 'software',
    departments: ['Design'],
    tags: ['project', 'design'],
    asks: [
      [
        'New version of SketchUp for all of Design',
        'Suppliers send files that our version does not open. {nn} computers in Madrid and Porto.',
      ],
    ],
    first: 'I’ll put it on two computers first, because of the plug-ins. You choose which.',
    exchange: [
      'On which two computers shall I begin?',
      'Mine and the one of {colleagueFirst}, we have the most plug-ins.',
    ],
    update: 'One plug-in does not work with it. Its maker has a new version next week.',
    wait: {
      chance: 0.6,
      reason: 'VENDOR',
      days: [4, 9],
      says: 'Waiting for the new version of the plug-in, announced for {until}.',
      done: 'The plug-in is here and works.',
    },
    ends: [['FULFILLED', 'The new version is on all computers of Design, old files open as before.']],
  },
  {
    ...slow,
    type: 'mailbox',
    departments: ['Customer care', 'Sales'],
    asks: [
      [
        'One mailbox instead of three for claims',
        'Claims come to three addresses and get lost between us. Could all of it arrive in one place?',
      ],
    ],
    first: 'Yes. The old addresses stay for a year and lead into the new one. Who sorts it in the morning?',
    exchange: [
      'Which of the three has the rules that should stay?',
      'The one of Porto. The others have grown wild.',
    ],
    update: 'The new mailbox stands and two of three addresses lead there.',
    wait: {
      chance: 0.4,
      reason: 'DATE',
      days: [4, 8],
      says: 'The last address changes over on {until}, after the month is closed.',
      done: 'Changing the last address over now.',
    },
    ends: [['CONFIGURED', 'All three addresses lead into one mailbox, with the rules of Porto.']],
  },
  {
    ...slow,
    type: 'it-other',
    departments: ['Operations'],
    asks: [
      [
        'Screen with the shift plan at the dock',
        'The plan hangs on paper and is wrong by ten. Could a screen at the dock show it?',
      ],
    ],
    first: 'A screen with a small computer behind it does it. Who keeps the plan in the system?',
    update: 'It runs on my desk. The mount for the wall is the next thing.',
    wait: {
      chance: 0.7,
      reason: 'PART',
      days: [4, 9],
      says: 'The dust-proof housing comes on {until}.',
      done: 'The housing is here, mounting it between two shifts.',
    },
    ends: [['FULFILLED', 'The screen hangs at the dock and shows the plan of the day.']],
  },
  {
    ...slow,
    type: 'access',
    departments: ['Finance', 'Legal', 'Audit', 'HR'],
    tags: ['access', 'project'],
    asks: [
      [
        'Who has access to {share}?',
        'Once a year we check who may open {share}. Could I have the list, and can the old ones go?',
      ],
    ],
    first: 'You’ll get the list by name and by group. Mark who can go, I’ll take them out together.',
    exchange: [
      'There are four groups I cannot place. Do they mean anything to you?',
      'Two are from the old project, those can go. The others I have to ask.',
    ],
    update: 'Half of the list is done, {n} people are out.',
    wait: {
      chance: 0.6,
      reason: 'OTHER',
      days: [4, 8],
      says: 'Two owners have not answered. I’ll look at it again on {until}.',
      done: 'The last owner has answered.',
    },
    ends: [['CONFIGURED', 'The list is clean: {nn} people may open {share}, all of them named.']],
  },
]
