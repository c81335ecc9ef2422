import type { Scenario } from './scenario.ts'

const problem = { type: 'device-problem', tags: ['laptop'] }

export const itDevices: readonly Scenario[] = [
  {
    ...problem,
    weight: 3.4,
    asks: [
      [
        '{laptop} very slow since {pastDay}',
        'My {laptop} ({laptopTag}) needs ten minutes after signing in until I can work. The fan is loud all day.',
      ],
      [
        'Laptop hot and slow',
        'The {laptop} gets so hot that I cannot keep it on my knees, and everything waits. Already restarted.',
      ],
    ],
    adds: ['Without the dock it is a little better.', 'I left it on over night as you said. No change.'],
    first: [
      'I am looking at {laptopTag} from here. Keep working, you will see the cursor move once or twice.',
      'Let me see what takes the time. Leave the laptop on and connected over lunch.',
    ],
    notes: [
      'Disk 97 % full, 140 GB of it an old mail archive.',
      'Indexing runs since the update, 2.1 million small files in the sync folder.',
    ],
    exchange: [
      'Is it slow from the start or only when something certain is open?',
      'Mostly when the big spreadsheet and a call are open together.',
    ],
    ends: [
      [
        'FIXED',
        'The disk was full. Moved the old mail archive to the server; the laptop starts in under a minute again.',
      ],
      ['FIXED', 'An update was stuck in a loop. It has gone through, and the fan is quiet.'],
      [
        'REPLACED',
        'With 8 GB of memory {laptopTag} is too small for your work. You have a newer one, your data moved with you.',
      ],
    ],
  },
  {
    ...problem,
    weight: 2,
    tags: ['laptop', 'battery'],
    asks: [
      [
        'Battery of {laptop} lasts one hour',
        'The battery of my {laptop} is empty after an hour, and I am at customers most of the day.',
      ],
      [
        'Laptop switches off when unplugged',
        'As soon as I pull the charger the {laptop} is off. It says 80 %.',
      ],
    ],
    first:
      'The battery report of {laptopTag} shows 41 % of its capacity. That is a warranty case if the date fits, I’ll check.',
    notes: 'Warranty of {laptopTag} until {nextMonth}. Ordering the battery under warranty.',
    wait: {
      chance: 0.55,
      reason: 'PART',
      days: [3, 7],
      says: 'The new battery is ordered and should be here on {until}. Keep the charger with you until then.',
      done: 'The battery is here. Bring the laptop when you can miss it for half an hour.',
    },
    ends: [
      ['REPLACED', 'New battery in {laptopTag}. Seven hours in the test.'],
      [
        'FIXED',
        'The charge limit was set to 60 % and the meter was lost. Calibrated, it shows the truth again.',
      ],
    ],
  },
  {
    ...problem,
    weight: 1.8,
    asks: [
      [
        'Laptop does not start',
        'The {laptop} shows the logo and then a blue page with a code. I have a customer at {hour}.',
      ],
      [
        'Black screen after the update',
        'After the update last night my {laptop} shows a black screen with a cursor. Nothing else.',
      ],
    ],
    first:
      'Come to the IT desk with it, or I’ll come to you, whichever is quicker. There is a loan laptop ready so that you can go on.',
    notes:
      'Recovery key taken from the directory and noted in the log. The update of last night broke the graphics driver on this model.',
    ends: [
      [
        'FIXED',
        'Rolled the last update back and installed it again with the right driver. None of your files are lost.',
      ],
      [
        'REPLACED',
        'The disk is dead. You have a new laptop; everything from the sync folder is there, the desktop folder up to {pastDay}.',
      ],
    ],
  },
  {
    ...problem,
    weight: 1.5,
    tags: ['laptop', 'screen'],
    asks: [
      [
        'External screen flickers',
        'The {screen} at {desk} flickers every few seconds. Another laptop does the same on it.',
      ],
      [
        'Second screen not found',
        'Since the dock was moved the second screen stays black. The cable sits tight.',
      ],
    ],
    first: 'I’ll bring a cable first, that is it in nine of ten cases.',
    ends: [
      ['FIXED', 'It was the cable. The new one is tied to the desk so that it no longer bends.'],
      [
        'REPLACED',
        'The screen itself is failing. Changed for another {screen}, the old one goes back under warranty.',
      ],
    ],
  },
  {
    ...problem,
    weight: 1.2,
    asks: [
      [
        'Coffee over the keyboard',
        'A full cup of coffee went over my {laptop}. I switched it off and it lies upside down on a towel.',
      ],
      [
        'Hinge of the laptop is broken',
        'The left hinge of my {laptop} has come out, the lid does not stay open.',
      ],
    ],
    first:
      'Thank you for telling us at once. Leave it off, I’ll bring you a loan laptop and take yours with me.',
    notes: 'Not a warranty case. Repair quote from the service partner: {amount}.',
    wait: {
      chance: 0.6,
      reason: 'VENDOR',
      days: [4, 10],
      says: 'It is with the service partner, they promise it back on {until}. The loan laptop is yours until then.',
      done: 'It is back from repair.',
    },
    ends: [
      ['FIXED', 'Repaired and tested. Bring the loan laptop back when you collect yours.'],
      [
        'REPLACED',
        'The repair would cost more than the laptop is worth. You keep the loan one, it is registered to you now.',
      ],
    ],
  },
  {
    ...problem,
    weight: 1,
    sites: ['Bilbao'],
    departments: ['Operations'],
    tags: ['scanner', 'warehouse'],
    asks: [
      [
        'Scanner {n} does not read codes',
        'Handheld {n} has a red light but reads nothing, not even large codes. It fell yesterday.',
      ],
    ],
    first: 'There are two spare ones in the cage. Iker brings you one and takes number {n}.',
    ends: [
      [
        'REPLACED',
        'Window of the reader was cracked. Number {n} is in repair, the spare one carries its number now.',
      ],
    ],
  },
]
