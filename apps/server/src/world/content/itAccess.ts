import type { Scenario } from './scenario.ts'

const access = { type: 'access', tags: ['access'] }
const signIn = { type: 'sign-in', tags: ['password'] }
const starter = { type: 'starter', tags: ['onboarding'] }

export const itAccess: readonly Scenario[] = [
  {
    ...access,
    weight: 3.6,
    asks: [
      ['Access to {share}', 'I take over from {colleague} and need to read and write in {share}.'],
      ['Read access to {share} for {newcomer}', '{newcomer} is new in {dept} and cannot open {share}.'],
    ],
    first: [
      'I’ll ask the owner of the folder, as always. As soon as there is a yes I’ll open it.',
      'The owner is asked. Most answer the same day.',
    ],
    notes: 'Owner of {share} asked by mail, stand-in in copy.',
    exchange: ['Do you need to change files there, or is reading enough?', 'Reading is enough for me.'],
    wait: {
      chance: 0.2,
      reason: 'OTHER',
      days: [1, 4],
      says: 'The owner of the folder is away until {until}. I have asked the stand-in too.',
      done: 'I have an answer from the owner.',
    },
    ends: [
      ['CONFIGURED', 'The owner agreed. Sign out and in once, then {share} opens.'],
      ['CONFIGURED', 'Added to the group for {share}. It takes up to an hour to reach your laptop.'],
    ],
    reject: 'The owner of {share} has declined and will explain it to you in person.',
  },
  {
    ...access,
    weight: 1.3,
    asks: [
      ['I lost access to {share}', 'Until {pastDay} I could open {share}. Now it says I have no permission.'],
      [
        '{share} has gone from my drive',
        'The folder {share} does not show any more. {colleagueFirst} still has it.',
      ],
    ],
    first: 'That was not on purpose. I’ll look at what changed in the groups.',
    notes: 'Removed with the cleanup of nested groups. Checking who else was in that one.',
    ends: [
      ['FIXED', 'The cleanup of old groups took you out by mistake. You are back in, sign out and in once.'],
    ],
  },
  {
    ...access,
    weight: 1.4,
    departments: ['Finance', 'HR', 'Audit', 'Legal'],
    tags: ['access', 'payroll'],
    asks: [
      [
        'Read access to the payroll folder for {colleague}',
        '{colleague} helps with the yearly report and needs to read, not change, the payroll folder of {month}.',
      ],
    ],
    first: 'The payroll folder needs the word of HR and an end date. I have asked Nuria.',
    notes: 'HR agrees, reading only, ends with the month.',
    ends: [['CONFIGURED', 'Reading access to the payroll folder is open and ends by itself with the month.']],
    reject: 'HR prefers to send the totals instead of opening the payroll folder.',
  },
  {
    ...access,
    weight: 1.5,
    tags: ['access', 'erp'],
    asks: [
      ['Role in the ERP for {newcomer}', '{newcomer} needs the same rights in the ERP as {colleague}.'],
      ['Post credit notes in the ERP', 'With my new tasks I need to post credit notes. The button is grey.'],
    ],
    first:
      'I cannot copy a person’s rights, but I can give the role for the task. Tell me in one line what the work is.',
    ends: [['CONFIGURED', 'The role is set. It shows after the next sign-in to the ERP.']],
    reject:
      'This role together with the one you have would let one person order and pay. Finance asks to split the task.',
  },
  {
    ...signIn,
    weight: 2,
    asks: [
      ['Account locked', 'My account is locked. I typed the old password three times out of habit.'],
      ['Forgot my password after the holidays', 'Three weeks away, and I cannot remember my password.'],
    ],
    first: 'I’ll call you on your mobile for the identity check, then you’ll get a new one.',
    notes: 'Identity checked by badge number and the name of the manager.',
    ends: [['FIXED', 'Unlocked, and a new password set together on the phone.']],
  },
  {
    ...signIn,
    weight: 1.4,
    asks: [
      ['Cannot sign in this morning', 'The laptop says my password is wrong. It was right yesterday.'],
      [
        'My account locks itself every hour',
        'I get unlocked and an hour later it is locked again. I type nothing wrong.',
      ],
    ],
    first:
      'Your account is locked by wrong tries that do not come from the laptop. I’ll find out where they come from.',
    notes: 'Tries come from the mail app of the {phone}, every ten minutes.',
    ends: [
      ['FIXED', 'The phone kept trying with the old password and locked the account. Changed it there too.'],
    ],
  },
  {
    ...signIn,
    weight: 1.8,
    tags: ['authenticator'],
    asks: [
      [
        'Authenticator on a new phone',
        'I have a new {phone}, and the authenticator still wants the old one, which is already sent back.',
      ],
      ['Lost my phone, no codes', 'Without my phone I cannot sign in anywhere from home.'],
    ],
    first: 'I’ll call you in a moment, we register the new one together. It takes five minutes.',
    ends: [
      ['FIXED', 'New phone registered, the old one removed. Ten recovery codes are in your sealed letter.'],
    ],
  },
  {
    ...starter,
    weight: 2.6,
    asks: [
      [
        'New starter {newcomer}, {startDate}',
        '{newcomer} starts on {startDate} in {dept}, {site}. Needs a laptop, a screen, a phone and the usual access.',
      ],
      [
        'Starter kit for {newcomer}',
        'Our new colleague {newcomer} begins on {startDate}. Same set as for {colleague}, please.',
      ],
    ],
    first: [
      'Thank you for asking early. Laptop and screen are reserved, the account is created a week before.',
      'All noted. I’ll send the list of what will stand on the desk {soon}.',
    ],
    notes: [
      '{laptopTag} reserved, image is fresh.',
      'Badge is with Facilities, contract signed according to HR.',
    ],
    exchange: [
      'Will {newcomerFirst} work in {site} from the first day, or from home?',
      'First week in {site}, after that two days at home.',
    ],
    wait: {
      chance: 1,
      reason: 'DATE',
      day: 'startDate',
      days: [4, 9],
      says: 'All prepared. The rest happens on the first day, {until}.',
      done: 'First day today, handing over now.',
    },
    ends: [
      ['FULFILLED', '{newcomerFirst} has everything and has signed in. Welcome guide is on the desk.'],
      ['FULFILLED', 'Kit handed over and signed for, all access tested together.'],
    ],
  },
  {
    type: 'leaver',
    weight: 1.6,
    tags: ['leaver'],
    asks: [
      [
        '{leaver} leaves on {startDate}',
        '{leaver} has the last day on {startDate}. Mail should go to {colleague} for three months.',
      ],
      [
        'Close the account of {leaver} on {startDate}',
        'The contract of {leaver} ends on {startDate}. The laptop stays at {desk}, the phone comes by post.',
      ],
    ],
    first: 'Planned: the account closes at 18:00 on that day. I’ll send you the list of what to collect.',
    notes: [
      'Laptop {laptopTag}, a phone and a badge are on the list.',
      'Mail rule prepared, waits for the day.',
    ],
    wait: {
      chance: 1,
      reason: 'DATE',
      day: 'startDate',
      days: [4, 9],
      says: 'Everything is prepared, the account closes on {until} at 18:00.',
      done: 'Today is the day. Closing the account and collecting the things.',
    },
    ends: [['FULFILLED', 'Account closed, mail forwarded, equipment complete and wiped.']],
  },
]
