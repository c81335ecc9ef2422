import type { Scenario } from './scenario.ts'

const app = { type: 'app-problem' }

export const itApps: readonly Scenario[] = [
  {
    ...app,
    weight: 1.2,
    departments: ['Finance', 'Purchasing', 'Operations', 'Customer care', 'Sales'],
    tags: ['erp'],
    asks: [
      [
        'ERP shows an empty order list',
        'Since {hour} the order list in the ERP is empty for me. {colleagueFirst} sees everything.',
      ],
    ],
    first:
      'I can see it in your session. Please sign out completely, wait a minute and sign in again while I watch.',
    ends: [
      ['FIXED', 'Your filter “my warehouse” had been set to a closed one. Reset it, the list is complete.'],
    ],
  },
  {
    ...app,
    isSlow: true,
    weight: 1.4,
    departments: ['Finance', 'Purchasing', 'Operations', 'Customer care'],
    tags: ['erp'],
    asks: [
      [
        'ERP: error when posting a delivery',
        'When I post a delivery for {client} the ERP says “document locked by another session”.',
      ],
      [
        'ERP: document locked',
        'I cannot save {po} in the ERP, it says somebody else has it open. Nobody here has.',
      ],
    ],
    adds: [
      'Now {colleagueFirst} gets it as well, with another delivery.',
      'After lunch it went through once, then again not.',
    ],
    first: 'Thanks, that message tells me where to look. I am checking the locks on the server.',
    notes: 'A hanging session holds the lock since 09:12. Ending it.',
    exchange: [
      'Which document number is it, and when did it happen last?',
      'Order {po}, a few minutes before I wrote to you.',
    ],
    wait: {
      chance: 0.15,
      reason: 'VENDOR',
      days: [2, 7],
      says: 'It comes back every day, so the ERP partner has to correct it. They promise it for {until}.',
      done: 'The partner has delivered the correction, I am testing it.',
    },
    ends: [
      ['FIXED', 'A hanging session held the document. Ended it, and posting works again.'],
      ['FIXED', 'The partner corrected the locking. Three days without the message.'],
    ],
  },
  {
    ...app,
    isSlow: true,
    weight: 1.1,
    departments: ['Finance', 'Purchasing', 'Operations', 'Customer care', 'Sales'],
    tags: ['erp', 'slow'],
    asks: [
      [
        'ERP very slow after lunch',
        'Every screen of the ERP takes half a minute, mostly between two and four.',
      ],
    ],
    adds: 'Today it began at half past one already.',
    first: 'You are not alone with it. I am measuring the server this afternoon.',
    notes: 'The night job of the stock count runs into the working day since the weekend. Told the partner.',
    ends: [
      [
        'FIXED',
        'A job that belongs to the night ran after lunch. It has moved back, and screens open in two seconds again.',
      ],
    ],
  },
  {
    ...app,
    weight: 1.1,
    tags: ['excel'],
    asks: [
      [
        'Excel crashes with the price list',
        'Excel closes without a word when I open the price list for {client}. Other files are fine.',
      ],
    ],
    first: 'Send me the path of the file, not the file itself. I’ll open it here and look.',
    exchange: [
      'Did somebody work in it with another program?',
      '{colleagueFirst} opens it on the tablet sometimes, that may be it.',
    ],
    ends: [
      ['FIXED', 'The file had 4,000 hidden styles from old copies. Cleaned it; it opens in three seconds.'],
    ],
  },
  {
    ...app,
    weight: 0.9,
    tags: ['excel'],
    asks: [
      [
        'Macro in the monthly report is blocked',
        'Excel says macros from the internet are blocked. It is our own file from {share}.',
      ],
    ],
    first: 'The rule is right in general and wrong for this folder. I’ll look at it.',
    ends: [['CONFIGURED', '{share} now counts as a trusted place, so our own macros run from there.']],
  },
  {
    ...app,
    weight: 0.9,
    departments: ['Sales', 'Customer care', 'Marketing'],
    tags: ['crm'],
    asks: [
      [
        'CRM: cannot see my customers',
        'Since the change of regions I cannot open {client} in the CRM. It is mine.',
      ],
    ],
    first: 'I’ll compare your region with the list from Sales.',
    ends: [
      ['CONFIGURED', 'Your account is in the right region now. Sign out once, then you see everything.'],
    ],
  },
  {
    ...app,
    weight: 0.7,
    departments: ['Sales', 'Customer care'],
    tags: ['crm'],
    asks: [
      [
        'CRM sends the offer twice',
        'The CRM sent the offer to {client} twice within a minute. That looks bad.',
      ],
    ],
    first: 'I’ll look at the rule behind it. Send by hand until I write again.',
    ends: [
      [
        'FIXED',
        'The rule of the old region was still active next to the new one. Removed it and checked your last ten records.',
      ],
    ],
  },
  {
    ...app,
    weight: 1,
    tags: ['calls'],
    asks: [
      [
        'Others hear me with an echo',
        'In calls everybody hears themselves, but only when I am in. Headset and laptop are the standard ones.',
      ],
      [
        'People say I sound far away',
        'In every call I am asked to come closer to the microphone. The headset is new.',
      ],
    ],
    first: 'Which device is chosen under Settings, Audio? It should be the headset for both.',
    ends: [['FIXED', 'The microphone of the screen was on at the same time. Switched it off for good.']],
  },
  {
    ...app,
    weight: 0.6,
    tags: ['calls'],
    asks: [
      ['Background blur has gone', 'Since the update the calls app no longer offers to blur the background.'],
    ],
    first: 'The update turned off one graphics setting on your model. I’ll turn it on from here.',
    ends: [['FIXED', 'The graphics setting is on again, and the option is back.']],
  },
  {
    ...app,
    weight: 1.3,
    departments: ['Operations'],
    tags: ['warehouse'],
    asks: [
      [
        'Warehouse app shows the wrong stock',
        'The app says {nn} pieces of the Arena chair, on the shelf are twelve less. Counted twice.',
      ],
    ],
    first:
      'I’ll compare the bookings of the last two days with the shelf. Leave the shelf as it is for an hour, if you can.',
    notes: 'The return of {pastDay} was booked twice, once by hand and once by the gate scanner.',
    ends: [['FIXED', 'A return was booked twice. Corrected, the number is right again.']],
  },
  {
    ...app,
    weight: 1,
    tags: ['pdf'],
    asks: [
      [
        'Cannot sign PDFs any more',
        'The signing window opens and closes. I have a contract for {client} that must go out by {weekday}.',
      ],
    ],
    first: 'Your signing certificate ended last night. I’ll issue a new one now, it takes fifteen minutes.',
    ends: [['FIXED', 'New certificate on your account, valid for two years. Tested with an empty PDF.']],
  },
]
